"""Compile time over the size of programs: curve.py [--families block,loops] [--sizes 500,5000] [--csv FILE] [--svg FILE].

Prints CPU seconds of each pass, wall time of `stanj compile` and its largest memory, for programs that grow in one
direction each (families.py)."""

import argparse
import csv
import os
import pathlib
import subprocess
import tempfile
import time

import families

HERE = pathlib.Path(__file__).parent
STANJ = HERE.parent.parent / "stanj"
JVM = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
DEEP = {"parentheses", "calls", "blocks"}
DEEPEST = 450


def passes(program: pathlib.Path, classes: str) -> dict:
    out = subprocess.run([*JVM, "-cp", classes, "Passes", program], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split() for line in out.splitlines())}


def whole(program: pathlib.Path) -> dict:
    """Wall time and largest memory of the command."""
    start = time.monotonic()
    process = subprocess.Popen([STANJ, "compile", program, "-o", program.with_suffix(".jar")])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"{program} was not compiled")
    return {"wall": time.monotonic() - start, "MiB": usage.ru_maxrss / 1024}


def measure(family: str, n: int, folder: pathlib.Path, classes: str) -> dict:
    program = folder / f"{family}.stan"
    program.write_text(families.FAMILIES[family](n))
    row = {"family": family, "n": n, **whole(program), **passes(program, classes)}
    print(f"{family:<13}{n:>7}{row['wall']:>9.2f} s{row['MiB']:>7.0f} MiB ", end="")
    print(" ".join(f"{k.removeprefix('core:')} {v:.2f}" for k, v in row.items() if type(v) is float and k[0] not in "wM" and 0.1 < v < 1e3))
    return row


def svg(rows: list[dict], file: pathlib.Path) -> None:
    """CPU seconds over n, both logarithmic: a line of slope 1 is proportional."""
    import math

    def place(row):
        return 60 + 110 * math.log10(row["n"] / 10), 340 - 110 * math.log10(max(row["total"], 0.1) / 0.1)

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="640" height="380" font-size="9">']
    for e in range(1, 6):
        parts.append(f'<text x="{60 + 110 * (e - 1)}" y="360">{10**e}</text>')
    for e in range(-1, 2):
        parts.append(f'<text x="10" y="{340 - 110 * (e + 1)}">{10.0**e:g} s</text>')
    names = list(dict.fromkeys(row["family"] for row in rows))
    lines = [[place(row) for row in rows if row["family"] == family] for family in names]
    free = 1000.0  # labels from the lowest upwards, 11 apart
    for family, points in sorted(zip(names, lines), key=lambda line: -line[1][-1][1]):
        free = min(points[-1][1] + 3, free - 11)
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline fill="none" stroke="black" points="{line}"/>')
        parts.append(f'<text x="{points[-1][0] + 4:.1f}" y="{free:.1f}">{family}</text>')
    file.write_text("\n".join([*parts, "</svg>\n"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", default=",".join(families.FAMILIES))
    parser.add_argument("--sizes", default="500,1000,5000,20000")
    parser.add_argument("--csv", type=pathlib.Path)
    parser.add_argument("--svg", type=pathlib.Path)
    given = parser.parse_args()
    home = subprocess.run([STANJ, "home"], check=True, capture_output=True, text=True).stdout.strip()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(["javac", "-cp", f"{home}/lib/*", "-d", folder, HERE / "Passes.java"], check=True)
        for family in given.families.split(","):
            for n in map(int, given.sizes.split(",")):
                if family not in DEEP or n <= DEEPEST:
                    rows.append(measure(family, n, folder, f"{folder}:{home}/lib/*"))
    if given.csv:
        with given.csv.open("w", newline="") as out:
            table = csv.DictWriter(out, sorted({key for row in rows for key in row}), restval=0)
            table.writeheader()
            table.writerows(rows)
    if given.svg:
        svg(rows, given.svg)


if __name__ == "__main__":
    main()
