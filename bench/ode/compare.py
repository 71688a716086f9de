"""Nanoseconds per gradient of the models in this folder, C++ Stan and stanj in turn on one core; prints a table.

compare.py [--only cpp,stanj] [--rounds 3] [--json FILE] [MODEL ...]
"""

import argparse
import json
import pathlib
import platform
import statistics
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import side_by_side  # noqa: E402
from peers import cpp_stan  # noqa: E402

MODELS = ["lotka_volterra", "stiff_kinetics", "dosing", "seir", "diffusion"]
PEERS = ["cpp", "stanj"]


def origin() -> pathlib.Path:
    """Coordinates 0, where offsets and multipliers of these models put the middle of each prior."""
    side_by_side.CACHE.mkdir(parents=True, exist_ok=True)
    path = side_by_side.CACHE / "origin.txt"
    path.write_text("0\n" * 1000)
    return path


def case(name: str) -> side_by_side.Case:
    program = HERE / f"{name}.stan"
    return side_by_side.Case(name, program, program.with_suffix(".json"), origin())


def ratio(results: dict) -> float | None:
    """How many times as long C++ Stan takes."""
    return results["cpp"]["minimum"] / results["stanj"]["minimum"] if len(results) == 2 else None


def row(name: str, results: dict) -> str:
    cells = " | ".join(side_by_side.cell(results.get(peer)) for peer in PEERS)
    speedup = ratio(results)
    return f"{name:<20} {cells} | {f'{speedup:>7.2f}x' if speedup else '-':>8}"


def head() -> str:
    columns = " | ".join(f"{label:^19}" for label in ["C++ Stan", "stanj"])
    return (
        f"{'ns per gradient':<20} {columns} | {'C++/us':>8}\n"
        f"{'':<20} " + " | ".join([f"{'median':>9} {'minimum':>9}"] * 2)
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PEERS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("models", nargs="*", default=MODELS)
    return parser.parse_args()


def main() -> None:
    args = arguments()
    print(f"{cpp_stan.version()}; {platform.platform()}; ratios are of the minima\n{head()}")
    table = {}
    for name in args.models:
        table[name] = side_by_side.compare(case(name), args.only.split(","), args.rounds)
        print(row(name, table[name]), flush=True)
    ratios = [r for r in map(ratio, table.values()) if r]
    if ratios:
        print(f"geometric mean of the ratios: {statistics.geometric_mean(ratios):.2f}")
    if args.json:
        args.json.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
