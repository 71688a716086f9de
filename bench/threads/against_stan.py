"""Microseconds of a gradient of C++ Stan and of stanj on one thread and on two; prints a table.

against_stan.py [--rounds 3] [--threads 2] [NAME ...], the names being those of PROGRAMS. Processes take turns; the
figures are the smallest window of all rounds, since other work on the machine only ever adds time.
"""

import argparse
import json
import math
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent))

from peers import cpp_stan, stanj_peer  # noqa: E402
from side_by_side import Windows, point_file  # noqa: E402

CACHE = HERE.parent / ".cache" / "threads"
ROWS, COLUMNS, GROUPS = 100_000, 10, 500
WINDOWS = Windows(milliseconds=40, warmup=3000)

# Programs by name: a file of this folder, and what is changed in its text.
LIKELIHOOD = "y ~ bernoulli_logit(X * beta + a[group]);"
PROGRAMS = {
    "groups": ("plain.stan", {}),
    "groups, reduce_sum": ("logistic.stan", {}),
    "groups, glm": ("plain.stan", {LIKELIHOOD: "y ~ bernoulli_logit_glm(X, a[group], beta);"}),
    "no groups": ("plain.stan", {LIKELIHOOD: "y ~ bernoulli_logit(a[1] + X * beta);"}),
    "no groups, glm": ("plain.stan", {LIKELIHOOD: "y ~ bernoulli_logit_glm(X, a[1], beta);"}),
    "map_rect 200 x 500": ("jobs.stan", {"min(N, 64)": "min(N, 200)"}),
}


def data() -> pathlib.Path:
    file = CACHE / "data.json"
    if not file.exists():
        random.seed(1)
        x = [[round(random.gauss(0, 1), 4) for _ in range(COLUMNS)] for _ in range(ROWS)]
        group = [random.randrange(GROUPS) + 1 for _ in range(ROWS)]
        y = [int(random.random() < 1 / (1 + math.exp(-0.3 * sum(row[:4])))) for row in x]
        file.write_text(json.dumps(dict(N=ROWS, K=COLUMNS, J=GROUPS, X=x, group=group, y=y)))
    return file


def program(name: str) -> pathlib.Path:
    source, changes = PROGRAMS[name]
    text = (HERE / source).read_text()
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"{source} has no {old}")
        text = text.replace(old, new)
    file = CACHE / ("".join(c if c.isalnum() else "_" for c in name) + ".stan")
    file.write_text(text)
    return file


def ours(stan: pathlib.Path) -> pathlib.Path:
    jar = stan.with_suffix(".jar")
    subprocess.run([stanj_peer.STANJ, "compile", "--threads", stan, "-o", jar], check=True, stdout=subprocess.DEVNULL)
    return jar


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    CACHE.mkdir(parents=True, exist_ok=True)
    q = point_file()
    print("us per gradient         C++ 1 thread  C++ threads  stanj 1  stanj threads  faster: 1 thread, threads")
    for name in options.names or PROGRAMS:
        stan = program(name)
        binary, _ = cpp_stan.compile_model(stan, CACHE, threads=True)
        jar = ours(stan)
        best: dict[tuple[str, int], float] = {}
        for _ in range(options.rounds):
            for threads in (1, options.threads):
                env = {**os.environ, "STAN_NUM_THREADS": str(threads)}
                cpp = cpp_stan.measure(binary, data(), q, WINDOWS, [], env)["minimum"]
                stanj = stanj_peer.measure(jar, data(), q, ["env", f"STAN_NUM_THREADS={threads}"])["minimum"]
                for peer, ns in (("cpp", cpp), ("stanj", stanj)):
                    best[peer, threads] = min(best.get((peer, threads), math.inf), ns / 1e3)
        row = [best[peer, t] for peer in ("cpp", "stanj") for t in (1, options.threads)]
        print(
            f"{name:<24}{row[0]:>12.0f}{row[1]:>13.0f}{row[2]:>9.0f}{row[3]:>15.0f}"
            f"{row[0] / row[2]:>13.2f}{row[1] / row[3]:>8.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
