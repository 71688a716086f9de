"""Writes the data of the models in this folder: simulate.py OUTPUT_FOLDER. Seeds are fixed."""

import json
import math
import pathlib
import random
import sys

N = 1000


def hierarchical(r: random.Random) -> dict:
    groups = 50
    a = [r.gauss(1, 0.8) for _ in range(groups)]
    g = [r.randint(1, groups) for _ in range(N)]
    x = [r.gauss(0, 1) for _ in range(N)]
    y = [r.gauss(a[g[i] - 1] + 0.6 * x[i], 0.5) for i in range(N)]
    return {"N": N, "J": groups, "g": g, "x": x, "y": y}


def logistic(r: random.Random) -> dict:
    beta = [0.8, -0.5, 0.3]
    rows = [[r.gauss(0, 1) for _ in beta] for _ in range(N)]
    eta = [0.4 + sum(b * v for b, v in zip(beta, row)) for row in rows]
    y = [int(r.random() < 1 / (1 + math.exp(-e))) for e in eta]
    return {"N": N, "K": len(beta), "X": rows, "y": y}


def mixture(r: random.Random) -> dict:
    y = [r.gauss(-1.2, 0.7) if r.random() < 0.35 else r.gauss(1.5, 1.0) for _ in range(N)]
    return {"N": N, "y": y}


def write(folder: pathlib.Path) -> None:
    """One file a model, `<model>.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed, make in enumerate((hierarchical, logistic, mixture), start=20260):
        text = json.dumps(make(random.Random(seed)))
        (folder / f"{make.__name__}.json").write_text(text + "\n")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
