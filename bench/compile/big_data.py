"""Data of a hierarchical logistic regression: big_data.py ROWS GROUPS writes JSON to stdout."""

import json
import math
import random
import sys


def main(rows: int, groups: int) -> None:
    r = random.Random(1)
    effects = [r.gauss(0, 0.7) for _ in range(groups)]
    g = [r.randint(1, groups) for _ in range(rows)]
    x = [r.gauss(0, 1) for _ in range(rows)]
    p = [1 / (1 + math.exp(-(0.3 + 0.8 * x[i] + effects[g[i] - 1]))) for i in range(rows)]
    y = [int(r.random() < p[i]) for i in range(rows)]
    json.dump({"N": rows, "J": groups, "g": g, "x": x, "y": y}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
