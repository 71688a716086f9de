"""Wall time from a .stan file to a running sampler, with eight schools: compile_time.py [--only cpp,stanj]."""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

from peers import cpp_stan, stanj_peer

ROOT = pathlib.Path(__file__).parent.parent
NAME = "eight_schools_noncentered"
PROGRAM = ROOT / "test-models" / NAME / f"{NAME}.stan"
DATA = PROGRAM.with_name("data.json")


def seconds(action) -> float:
    start = time.monotonic()
    action()
    return time.monotonic() - start


def repeat(label: str, times: int, action) -> None:
    taken = [seconds(action) for _ in range(times)]
    print(f"{label:<44} {statistics.median(taken):>8.2f} s median {min(taken):>8.2f} s minimum", flush=True)


def stanj(folder: pathlib.Path) -> None:
    jar = folder / "m.jar"
    compile_command = [stanj_peer.STANJ, "compile", PROGRAM, "-o", jar]
    run(compile_command)
    repeat("stanj compile", 5, lambda: run(compile_command))
    print(f"{'size of the jar':<44} {jar.stat().st_size / 1e6:>8.2f} MB")
    output = f"file={folder}/o.csv"
    command = f"sample num_chains=4 data file={DATA} random seed=1 output refresh=0".split()
    repeat("4 chains (1,000 + 1,000) in one process", 5, lambda: run(["java", "-jar", jar, *command, output]))


def run(command: list) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="cpp,stanj")
    peers = parser.parse_args().only.split(",")
    folder = pathlib.Path(tempfile.mkdtemp())
    if "cpp" in peers:
        # Without the part that all programs share, which CmdStan has from its installation.
        _, taken = cpp_stan.compile_model(PROGRAM, folder / "cpp")
        print(f"{'C++ Stan: stanc and g++ -O3':<44} {taken:>8.2f} s", flush=True)
    if "stanj" in peers:
        stanj(folder)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
