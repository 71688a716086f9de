"""Data for groups.stan with a fixed seed: data.py ROWS COLUMNS GROUPS > FILE."""

import json
import math
import random
import sys

rows, columns, groups = map(int, sys.argv[1:4])
random.seed(1)
beta = [random.gauss(0, 0.5) for _ in range(columns)]
effect = [random.gauss(0, 1) for _ in range(groups)]
x, group, y = [], [], []
for _ in range(rows):
    x.append([round(random.gauss(0, 1), 4) for _ in range(columns)])
    group.append(random.randrange(groups) + 1)
    logit = 0.5 + sum(a * b for a, b in zip(x[-1], beta)) + effect[group[-1] - 1]
    y.append(int(random.random() < 1 / (1 + math.exp(-logit))))
json.dump(dict(N=rows, K=columns, J=groups, y=y, x=x, group=group), sys.stdout)
