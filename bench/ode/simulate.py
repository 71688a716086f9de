"""Writes the data of the models in this folder, `<model>.json`: simulate.py. Seeds are fixed."""

import json
import math
import pathlib
import random

import numpy

HERE = pathlib.Path(__file__).parent


def solve(slope, y, start: float, times: list[float], step: float) -> list:
    """The classical method of order four, with steps of at most `step`."""
    states, t, y = [], start, numpy.array(y, dtype=float)
    for time in times:
        count = math.ceil((time - t) / step)
        h = (time - t) / count
        for i in range(count):
            s = t + i * h
            a = slope(s, y)
            b = slope(s + h / 2, y + h / 2 * a)
            c = slope(s + h / 2, y + h / 2 * b)
            y = y + h / 6 * (a + 2 * b + 2 * c + slope(s + h, y + h * c))
        t = time
        states.append(y)
    return states


def rounded(x, digits: int = 5):
    return [rounded(v, digits) for v in x] if hasattr(x, "__len__") else float(f"{x:.{digits}g}")


def lotka_volterra(r: random.Random) -> dict:
    ts = [float(t) for t in range(1, 21)]
    slope = lambda t, z: numpy.array([(0.55 - 0.028 * z[1]) * z[0], (-0.8 + 0.024 * z[0]) * z[1]])
    z = solve(slope, [30, 8], 0, ts, 0.01)
    return {"T": len(ts), "ts": ts, "y": rounded([[v * math.exp(r.gauss(0, 0.25)) for v in row] for row in z])}


def robertson(ts: list[float]) -> list:
    """By the implicit midpoint rule on a logarithmic grid; far from exact is exact enough here."""
    k1, k2, k3 = 0.04, 1e4, 3e7
    y, t, states = numpy.array([1.0, 0, 0]), 0.0, []
    for time in ts:
        grid = numpy.geomspace(max(t, 1e-6), time, 400)
        for end in grid[1:] if t > 0 else grid:
            h, new = end - t, y.copy()
            for _ in range(20):
                a, b, c = (y + new) / 2
                f = numpy.array([k2 * b * c - k1 * a, k1 * a - k2 * b * c - k3 * b * b, k3 * b * b])
                jacobian = numpy.array(
                    [[-k1, k2 * c, k2 * b], [k1, -k2 * c - 2 * k3 * b, -k2 * b], [0, 2 * k3 * b, 0]]
                )
                move = numpy.linalg.solve(numpy.eye(3) - h / 2 * jacobian, y + h * f - new)
                new = new + move
                if abs(move).max() < 1e-14:
                    break
            t, y = end, new
        states.append(y)
    return states


def stiff_kinetics(r: random.Random) -> dict:
    ts = [0.4, 1.2, 4.0, 12.0, 40.0, 120.0, 400.0, 1200.0, 4000.0, 12000.0, 40000.0, 120000.0]
    y = [[v + r.gauss(0, 0.02) for v in state * [1, 1e4, 1]] for state in robertson(ts)]
    return {"T": len(ts), "ts": ts, "y": rounded(y)}


def dosing(r: random.Random) -> dict:
    ka, ke, out, back = 1.1, 5 / 30, 4 / 30, 4 / 50
    slope = lambda t, m: numpy.array(
        [-ka * m[0], ka * m[0] - (ke + out) * m[1] + back * m[2], out * m[1] - back * m[2]]
    )
    dosed = [12.0 * d for d in range(20)]
    amount = [150.0 if d == 0 else 100.0 for d in range(20)]
    sampled = [[t + 1, t + 4, t + 12] for t in dosed]
    m, observed = numpy.zeros(3), []
    for t, dose, times in zip(dosed, amount, sampled):
        states = solve(slope, m + [dose, 0, 0], t, times, 0.01)
        observed.append([s[1] / 30 * math.exp(r.gauss(0, 0.15)) for s in states])
        m = states[-1]
    return {
        "D": 20, "S": 3, "dosed": dosed, "amount": amount, "sampled": sampled, "concentration": rounded(observed),
    }


def poisson(r: random.Random, mean: float) -> int:
    count, t = 0, r.expovariate(1)
    while t < mean:
        count, t = count + 1, t + r.expovariate(1)
    return count


def seir(r: random.Random) -> dict:
    population, ts = 1e6, [float(t) for t in range(1, 61)]

    def slope(t, y):
        contacts = 0.3 + 0.7 / (1 + math.exp(t - 22))
        infected = 1.1 * contacts * y[0] * y[2] / population
        return numpy.array([-infected, infected - 0.3 * y[1], 0.3 * y[1] - 0.35 * y[2], 0.3 * y[1]])

    ill = [0.0] + [y[3] for y in solve(slope, [population - 80, 40, 40, 0], 0, ts, 0.01)]
    means = [0.4 * (b - a) for a, b in zip(ill, ill[1:])]
    cases = [poisson(r, r.gammavariate(20, mean / 20)) for mean in means]
    return {"T": len(ts), "ts": ts, "population": population, "cases": cases}


def diffusion(r: random.Random) -> dict:
    n, ts = 40, [0.5, 1.0, 2.0, 3.0, 5.0]
    spacing = 1 / (n - 1)
    shape = [math.exp(-50 * (i * spacing - 0.3) ** 2) for i in range(n)]

    def slope(t, u):
        edged = numpy.concatenate([u[:1], u, u[-1:]])
        return 0.01 / spacing**2 * (edged[:-2] - 2 * u + edged[2:]) + u * (1 - u)

    u = solve(slope, 0.5 * numpy.array(shape), 0, ts, 0.01)
    y = [[v + r.gauss(0, 0.05) for v in row] for row in u]
    return {"N": n, "T": len(ts), "ts": ts, "spacing": spacing, "shape": rounded(shape), "y": rounded(y)}


def main() -> None:
    models = (lotka_volterra, stiff_kinetics, dosing, seir, diffusion)
    for seed, make in enumerate(models, start=20270):
        (HERE / f"{make.__name__}.json").write_text(json.dumps(make(random.Random(seed))) + "\n")


if __name__ == "__main__":
    main()
