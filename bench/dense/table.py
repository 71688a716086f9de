"""A table of the files of bench/dense/run: nanoseconds, and Eigen's time over ours."""

import pathlib
import sys


def read(path: pathlib.Path) -> dict[tuple[str, int], float]:
    """The smallest time of each operation and size."""
    best: dict[tuple[str, int], float] = {}
    for line in path.read_text().splitlines():
        name, n, nanoseconds = line.split()
        key = (name, int(n))
        best[key] = min(best.get(key, float("inf")), float(nanoseconds))
    return best


def main() -> None:
    files = [pathlib.Path(name) for name in sys.argv[1:]]
    columns = {path.stem: read(path) for path in files}
    names = list(columns)
    print("| operation | n | " + " | ".join(names) + " | eigen / vector |")
    print("|---|---|" + "---|" * (len(names) + 1))
    for key in sorted(columns["eigen"], key=lambda k: (list(dict.fromkeys(n for n, _ in columns["eigen"])).index(k[0]), k[1])):
        cells = [f"{columns[name][key]:,.0f}" if key in columns[name] else "-" for name in names]
        ratio = columns["eigen"][key] / columns["vector"][key]
        print(f"| {key[0]} | {key[1]} | " + " | ".join(cells) + f" | {ratio:.2f} |")


if __name__ == "__main__":
    main()
