"""Least bulk ESS of the parameters per second: C++ Stan with CmdStan's sampler and stanj, in turn on one core.

ess.py [--pdb DIR] [--gradients RESULTS.json] [--from 20] [--seeds 2] [--seconds 120] [--json FILE [--again]] [NAME ...]

The programs are the yardstick's, and with --pdb every posterior of a posteriordb checkout; a NAME picks those that
contain it. With the yardstick's results, only programs whose gradient takes C++ Stan --from microseconds or more.
Each seed is one process with one chain of 1,000 and 1,000 iterations under the defaults. One whose chain takes more
than --seconds is left out, and so is one where a chain did not mix (R-hat above 1.05 over all chains of both). What
is in FILE is not measured again unless --again asks for it.
"""

import argparse
import csv
import dataclasses
import json
import math
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "yardstick"))

import side_by_side  # noqa: E402
import yardstick  # noqa: E402
from peers import cpp_stan, stanj_peer  # noqa: E402

SUMMARY = stanj_peer.ROOT / ".stanj" / "home" / "bin" / "stansummary"
PEERS = ["cpp", "stanj"]
MIXED = 1.05


@dataclasses.dataclass
class Run:
    """A chain: least effective size, seconds by the sampler's own account, and those of the whole process."""

    ess: float
    warmup: float
    sampling: float
    process: float
    gradients: int


# What a second may mean: of the sampling phase, with warmup, with start-up too.
SECONDS = {
    "sampling": lambda run: run.sampling,
    "with warmup": lambda run: run.warmup + run.sampling,
    "whole process": lambda run: run.process,
}


def command(peer: str, case: side_by_side.Case):
    """Compiles; gives the words that sample into a file with a seed."""
    if peer == "cpp":
        binary, _ = cpp_stan.compile_model(case.program, side_by_side.CACHE / "cpp", driver=cpp_stan.SAMPLER)
        return lambda file, seed: [binary, case.data, file, str(seed), "1000", "1000"]
    jar = stanj_peer.compile_model(case.program, side_by_side.CACHE / "stanj")
    words = ["java", "-jar", jar, "sample", "data", f"file={case.data}", "random"]
    return lambda file, seed: [*words, f"seed={seed}", "output", f"file={file}", "refresh=0"]


def parameters(program: pathlib.Path) -> set[str]:
    words = [stanj_peer.STANJ, "stanc", "--info", program]
    info = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return set(json.loads(info)["parameters"])


def table(file: pathlib.Path) -> list[dict]:
    """Rows of a CSV file without its comments, by column."""
    with file.open() as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def summary(files: list[pathlib.Path], names: set[str]) -> list[dict]:
    """The rows of stansummary that belong to parameters."""
    out = files[0].with_suffix(f".summary{len(files)}")
    subprocess.run([SUMMARY, f"--csv_filename={out}", *files], check=True, capture_output=True)
    return [row for row in table(out) if row["name"].split("[")[0].split(".")[0] in names]


def elapsed(file: pathlib.Path) -> list[float]:
    """Seconds of warmup and of sampling."""
    lines = [line for line in file.open() if "seconds (" in line]
    return [float(line.split("seconds")[0].split()[-1]) for line in lines[:2]]


def finite(rows: list[dict], column: str) -> list[float]:
    return [value for value in (float(row[column]) for row in rows) if not math.isnan(value)]


def sample(words: list, file: pathlib.Path, names: set[str], limit: float) -> Run:
    start = time.monotonic()
    subprocess.run([*side_by_side.pin(), *words], check=True, capture_output=True, text=True, timeout=limit)
    process = time.monotonic() - start
    gradients = sum(int(row["n_leapfrog__"]) for row in table(file))
    ess = min(finite(summary([file], names), "ESS_bulk"))
    return Run(ess, *elapsed(file), process, gradients)


def measure(case: side_by_side.Case, seeds: int, limit: float) -> dict:
    """The runs of both, and the largest R-hat over all their chains."""
    commands = {peer: command(peer, case) for peer in PEERS}
    names = parameters(case.program)
    runs: dict[str, list] = {peer: [] for peer in PEERS}
    with tempfile.TemporaryDirectory() as directory:
        files = []
        for seed in range(1, seeds + 1):
            for peer in PEERS:
                files.append(pathlib.Path(directory) / f"{peer}{seed}.csv")
                runs[peer].append(sample(commands[peer](files[-1], seed), files[-1], names, limit))
        # Both write the same columns, so chains of both are chains of one posterior.
        r_hat = max(finite(summary(files, names), "R_hat"), default=math.nan)
    return {"r_hat": r_hat} | {peer: [dataclasses.asdict(run) for run in of] for peer, of in runs.items()}


def rate(runs: list[dict], seconds) -> float:
    """Effective draws per second over all chains of one."""
    return sum(run["ess"] for run in runs) / sum(seconds(Run(**run)) for run in runs)


def ratios(entry: dict) -> dict:
    return {name: rate(entry["stanj"], of) / rate(entry["cpp"], of) for name, of in SECONDS.items()}


def per_gradient(runs: list[dict]) -> float:
    """Microseconds of a leapfrog step while sampling."""
    return 1e6 * sum(run["sampling"] for run in runs) / sum(run["gradients"] for run in runs)


def row(name: str, entry: dict) -> str:
    if "error" in entry:
        return f"{name:<52} left out: {entry['error']}"
    steps = "".join(f"{per_gradient(entry[peer]):>10.1f}" for peer in PEERS)
    sizes = "".join(f"{statistics.mean(run['ess'] for run in entry[peer]):>8.0f}" for peer in PEERS)
    times = "".join(f"{value:>10.2f}" for value in ratios(entry).values())
    note = "  did not mix" if entry["r_hat"] > MIXED else ""
    return f"{name:<52}{steps}{sizes}{entry['r_hat']:>7.3f}{times}{note}"


def means(results: dict, least: float) -> str:
    """Geometric means over programs that mixed and whose step takes C++ Stan at least so many microseconds."""
    mixed = [e for e in results.values() if "error" not in e and e["r_hat"] <= MIXED]
    chosen = [ratios(e) for e in mixed if per_gradient(e["cpp"]) >= least]
    if not chosen:
        return ""
    cells = ", ".join(f"{name} {statistics.geometric_mean(r[name] for r in chosen):.2f}" for name in SECONDS)
    return f"{len(chosen)} programs of {least:g} us a step and more: {cells}"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pdb", type=pathlib.Path)
    parser.add_argument("--gradients", type=pathlib.Path)
    parser.add_argument("--from", type=float, default=20, dest="least")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("names", nargs="*")
    return parser.parse_args()


def chosen(args: argparse.Namespace) -> dict:
    """The programs that are large enough, as far as is known."""
    found = yardstick.cases(args.pdb, args.names)
    if not args.gradients:
        return found
    known = json.loads(args.gradients.read_text())
    times = {name: entry["peers"].get("cpp", {}).get("minimum", 0) for name, entry in known.items()}
    return {name: make for name, make in found.items() if times.get(name, 0) >= 1000 * args.least}


def main() -> None:
    args = arguments()
    kept = args.json and args.json.exists() and not args.again
    results: dict[str, dict] = json.loads(args.json.read_text()) if kept else {}
    print(f"{'':<52}{'us a leapfrog step':>20}{'ESS':>16}{'':>7}{'ESS/s, stanj to C++ Stan':>30}")
    print(f"{'program':<52}{'C++':>10}{'stanj':>10}{'C++':>8}{'stanj':>8}{'R-hat':>7}{'sampling':>10}{'+warmup':>10}{'process':>10}")
    for name, make in chosen(args).items():
        if name not in results:
            try:
                results[name] = measure(make(), args.seeds, args.seconds)
            except yardstick.FAILURES as error:
                results[name] = {"error": yardstick.reason(error)}
        print(row(name, results[name]), flush=True)
        if args.json:
            args.json.write_text(json.dumps(results, indent=1) + "\n")
    print("\n".join(means(results, least) for least in (args.least, 500)))


if __name__ == "__main__":
    main()
