"""Nanoseconds per gradient of C++ Stan, stanli and stanj, in turn on one core; prints a table.

side_by_side.py [--only cpp,stanli,stanj] [--rounds 3] [--json FILE] [MODEL ...]
"""

import argparse
import dataclasses
import json
import os
import pathlib
import platform
import random
import shutil
import statistics

from models import simulate
from peers import cpp_stan, stanj_peer, stanli_peer

HERE = pathlib.Path(__file__).parent
CACHE = HERE / ".cache"
DATA = CACHE / "data"
OF_TEST_MODELS = ["linear_regression_loop", "linear_regression_vectorised", "autoregressive_k", "garch_1_1"]
OF_BENCH = ["hierarchical", "logistic", "mixture"]
PEERS = ["cpp", "stanli", "stanj"]
COORDINATES = 100_000


@dataclasses.dataclass(frozen=True)
class Windows:
    """How many windows, how long each is, and the warm-up before them (milliseconds)."""

    count: int = 31
    milliseconds: float = 20
    warmup: float = 500


@dataclasses.dataclass(frozen=True)
class Case:
    """A program with its data, and the point at which it is evaluated."""

    name: str
    program: pathlib.Path
    data: pathlib.Path
    q: pathlib.Path = CACHE / "q.txt"


def find(name: str) -> Case:
    if name in OF_BENCH:
        return Case(name, HERE / "models" / f"{name}.stan", DATA / f"{name}.json")
    folder = HERE.parent / "test-models" / name
    return Case(name, folder / f"{name}.stan", folder / "data.json")


def pin() -> list[str]:
    """Command words that keep a process on one core."""
    core = max(os.sched_getaffinity(0))
    return ["taskset", "-c", str(core)] if shutil.which("taskset") else []


def point_file() -> pathlib.Path:
    """Unconstrained coordinates, more than any model here has: each takes the first ones."""
    r = random.Random(1)
    path = CACHE / "q.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(str(r.uniform(-0.5, 0.5)) for _ in range(COORDINATES)) + "\n")
    return path


def runner(peer: str, case: Case):
    """A function that measures once; compiles at once."""
    q, windows, words = case.q, Windows(), pin()
    if peer.startswith("cpp"):
        binary, _ = cpp_stan.compile_model(case.program, CACHE / "cpp", peer == "cpp_tuned")
        return lambda: cpp_stan.measure(binary, case.data, q, windows, words)
    if peer == "stanli":
        return lambda: stanli_peer.measure(case.program, case.data, q, windows, words)
    jar = stanj_peer.compile_model(case.program, CACHE / "stanj")
    return lambda: stanj_peer.measure(jar, case.data, q, words)


def compare(case: Case, peers: list[str], rounds: int) -> dict:
    """Results by peer: the median of the rounds' medians and the smallest minimum."""
    runs = {peer: runner(peer, case) for peer in peers}
    seen: dict[str, list] = {peer: [] for peer in peers}
    for _ in range(rounds):
        for peer in peers:
            seen[peer].append(runs[peer]())
    return {peer: merge(results) for peer, results in seen.items()}


def merge(results: list[dict]) -> dict:
    best = dict(results[0])
    best["median"] = statistics.median(r["median"] for r in results)
    best["minimum"] = min(r["minimum"] for r in results)
    return best


def difference(results: dict) -> float:
    """The largest difference between two gradients, relative to the largest element of one."""
    gradients = [r["gradient"] for r in results.values() if "gradient" in r]
    scale = max((abs(v) for v in gradients[0]), default=1) if gradients else 1
    first = gradients[0] if gradients else []
    return max((abs(a - b) / scale for g in gradients[1:] for a, b in zip(first, g, strict=True)), default=0)


def agree(results: dict) -> None:
    """All must have computed the same gradient."""
    assert difference(results) <= 1e-8, "gradients differ"


def cell(result: dict | None) -> str:
    return f"{result['median']:>9.0f} {result['minimum']:>9.0f}" if result else f"{'-':>9} {'-':>9}"


def ratio(results: dict, peer: str) -> str:
    if peer not in results or "stanj" not in results:
        return f"{'-':>8}"
    return f"{results[peer]['minimum'] / results['stanj']['minimum']:>7.2f}x"


def row(name: str, results: dict) -> str:
    cells = " | ".join(cell(results.get(peer)) for peer in PEERS)
    size = results.get("stanj", {}).get("bytes", "-")
    return f"{name:<30} {cells} | {ratio(results, 'cpp')} {ratio(results, 'stanli')} | {size:>5}"


def head() -> str:
    columns = " | ".join(f"{label:^19}" for label in ["C++ Stan", "stanli", "stanj"])
    return (
        f"{'ns per gradient':<30} {columns} | {'C++/us':>8} {'stanli/us':>8} | bytes\n"
        f"{'':<30} " + " | ".join([f"{'median':>9} {'minimum':>9}"] * 3)
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PEERS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("models", nargs="*", default=OF_TEST_MODELS + OF_BENCH)
    return parser.parse_args()


def main() -> None:
    args = arguments()
    simulate.write(DATA)
    point_file()
    print(f"{cpp_stan.version()}; {platform.platform()}; ratios are of the minima\n{head()}")
    table = {}
    for name in args.models:
        results = compare(find(name), args.only.split(","), args.rounds)
        agree(results)
        table[name] = results
        print(row(name, results), flush=True)
    overheads = [r["stanli"]["call_overhead"] for r in table.values() if "stanli" in r]
    if overheads:
        print(f"stanli's figures contain a call through Python of about {min(overheads):.0f} ns")
    if args.json:
        args.json.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
