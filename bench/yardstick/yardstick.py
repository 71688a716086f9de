"""Time of a gradient over many programs: C++ Stan, stanli and stanj in turn on one core.

yardstick.py [--pdb DIR] [--only cpp,stanli,stanj] [--tuned] [--rounds 2] [--out DIR] [--again] [--list] [NAME ...]

The programs are those in `programs`, with data of `simulate.py`, and with --pdb every posterior of a posteriordb
checkout. A NAME picks those that contain it. Results are kept in DIR/results.json after each program, and those
that are there are not measured again unless --again says so; the table and the plot are made of all of them.
"""

import argparse
import json
import pathlib
import platform
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import side_by_side  # noqa: E402
import simulate  # noqa: E402
import summary  # noqa: E402
from peers import cpp_stan  # noqa: E402
from side_by_side import Case  # noqa: E402

CACHE = side_by_side.CACHE / "yardstick"


def ours(name: str) -> Case:
    return Case(name, simulate.PROGRAMS / f"{name}.stan", simulate.write(name, CACHE / "data"))


def posterior(database: pathlib.Path, name: str) -> Case:
    """A posterior of posteriordb, its data unpacked."""
    about = json.loads((database / "posteriors" / f"{name}.json").read_text())
    data = CACHE / "posteriordb" / f"{about['data_name']}.json"
    data.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(database / "data" / "data" / f"{about['data_name']}.json.zip") as archive:
        data.write_bytes(archive.read(archive.namelist()[0]))
    return Case(name, database / "models" / "stan" / f"{about['model_name']}.stan", data)


def cases(pdb: pathlib.Path | None, words: list[str]) -> dict:
    """Functions that prepare each program, by name."""
    found = {name: lambda name=name: ours(name) for name in simulate.names()}
    if pdb:
        database = pdb / "posterior_database"
        names = sorted(path.stem for path in (database / "posteriors").glob("*.json"))
        found |= {name: lambda name=name: posterior(database, name) for name in names}
    return {name: make for name, make in found.items() if not words or any(w in name for w in words)}


def reason(error: Exception) -> str:
    """The last line of what a process said, or what Python says."""
    if isinstance(error, subprocess.TimeoutExpired):
        return f"more than {error.timeout:g} s"
    said = (getattr(error, "stderr", None) or getattr(error, "stdout", None) or str(error)).strip()
    return (said.splitlines() or [type(error).__name__])[-1][:200]


FAILURES = (subprocess.SubprocessError, OSError, ValueError, KeyError)


def measure(case: Case, peers: list[str], rounds: int) -> dict:
    """Results by peer; a peer that fails has an error in place of figures, and the others go on."""
    results: dict[str, dict] = {}
    runs = {}
    for peer in peers:
        try:
            runs[peer] = side_by_side.runner(peer, case)
        except FAILURES as error:
            results[peer] = {"error": reason(error)}
    seen: dict[str, list] = {peer: [] for peer in runs}
    for _ in range(rounds):
        for peer, run in runs.items():
            if peer not in results:
                try:
                    seen[peer].append(run())
                except FAILURES as error:
                    results[peer] = {"error": reason(error)}
    results |= {peer: side_by_side.merge(of) for peer, of in seen.items() if peer not in results}
    return results


def kept(results: dict) -> dict:
    """Without the gradients, but with how far they are apart and how long they are."""
    lengths = [len(r["gradient"]) for r in results.values() if "gradient" in r]
    slim = {peer: {k: v for k, v in r.items() if k != "gradient"} for peer, r in results.items()}
    same = len(set(lengths)) <= 1
    return {
        "peers": slim,
        "dimension": lengths[0] if lengths else None,
        "difference": side_by_side.difference(results) if same else float("inf"),
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pdb", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(side_by_side.PEERS))
    parser.add_argument("--tuned", action="store_true", help="C++ Stan also with stanc --O1 and -march=native")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--out", type=pathlib.Path, default=CACHE / "out")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--list", action="store_true", help="print the names and stop")
    parser.add_argument("names", nargs="*")
    return parser.parse_args()


def main() -> None:
    args = arguments()
    chosen = cases(args.pdb, args.names)
    if args.list:
        print("\n".join(chosen))
        return
    side_by_side.point_file()
    args.out.mkdir(parents=True, exist_ok=True)
    file = args.out / "results.json"
    table = json.loads(file.read_text()) if file.exists() else {}
    peers = args.only.split(",") + (["cpp_tuned"] if args.tuned else [])
    print(f"{cpp_stan.version()}; {platform.platform()}; ns per gradient, minima\n{summary.head(peers)}", flush=True)
    for name, make in chosen.items():
        old = {} if args.again else table.get(name, {})
        if not set(peers) <= old.get("peers", {}).keys():
            table[name] = kept(measure(make(), peers, args.rounds))
            file.write_text(json.dumps(table, indent=1) + "\n")
        print(summary.row(name, table[name], peers), flush=True)
    text = summary.text(table)
    (args.out / "summary.txt").write_text(text)
    summary.plot(table, args.out / "ratios.svg")
    print(text + f"\nIn {args.out}: results.json, summary.txt, ratios.svg")


if __name__ == "__main__":
    main()
