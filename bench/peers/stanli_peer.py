"""stanli, in a process of its own: stanli_peer.py PROGRAM DATA Q WINDOWS WINDOW_MS WARMUP_MS."""

import ctypes
import json
import pathlib
import subprocess
import sys
import time

TIMEOUT = 900
# One parameter, one term: what is left is the cost of the call through Python.
TRIVIAL = "parameters { real x; } model { x ~ std_normal(); }"


def measure(program: pathlib.Path, data: pathlib.Path, q: pathlib.Path, windows, pin: list[str]) -> dict:
    """Nanoseconds per gradient, and those of a trivial model called in the same way."""
    arguments = [str(windows.count), str(windows.milliseconds), str(windows.warmup)]
    command = [*pin, sys.executable, __file__, program, data, q, *arguments]
    out = subprocess.run(command, capture_output=True, text=True, check=True, timeout=TIMEOUT)
    return json.loads(out.stdout.splitlines()[-1])


def direct_call(model, q):
    """What log_prob_grad does, with buffers made once: most of a public call is Python's own time."""
    import numpy
    import stanli as inside

    lp, gradient = ctypes.c_double(), numpy.empty(model.n_unconstrained)
    arguments = (model._m, inside._dptr(q), ctypes.byref(lp), inside._dptr(gradient))
    function = inside._lib.stanli_grad
    return lambda: function(*arguments)


def time_calls(call, count: int, window: float, warmup: float) -> list[float]:
    """Nanoseconds per call in each window, in increasing order."""
    start = time.perf_counter_ns()
    calls = 0
    while time.perf_counter_ns() - start < warmup:
        call()
        calls += 1
    calls = max(1, int(calls * window / warmup))
    times = []
    for _ in range(count):
        start = time.perf_counter_ns()
        for _ in range(calls):
            call()
        times.append((time.perf_counter_ns() - start) / calls)
    return sorted(times)


def main() -> None:
    import numpy
    import stanli

    program, data, q_file = (pathlib.Path(a) for a in sys.argv[1:4])
    count, window, warmup = int(sys.argv[4]), float(sys.argv[5]) * 1e6, float(sys.argv[6]) * 1e6
    model = stanli.Model(stan_code=program.read_text(), data=data.read_text())
    q = numpy.array([float(v) for v in q_file.read_text().split()])[: model.n_unconstrained]
    lp, gradient = model.log_prob_grad(q)
    times = time_calls(direct_call(model, q), count, window, warmup)
    small, origin = stanli.Model(stan_code=TRIVIAL), numpy.zeros(1)
    trivial = time_calls(direct_call(small, origin), 5, window, warmup / 4)
    result = {"median": times[count // 2], "minimum": times[0], "call_overhead": trivial[0]}
    print(json.dumps(result | {"lp": lp, "gradient": list(gradient)}))


if __name__ == "__main__":
    main()
