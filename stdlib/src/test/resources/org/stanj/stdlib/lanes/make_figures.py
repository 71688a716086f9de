"""Prints values of functions of stdlib.lanes, to 30 digits, for its tests. Needs mpmath.

A line is the function, its arguments as hexadecimal doubles, and the value. Points are hard cases
(near zeros, poles, and where one approximation ends and another begins) and random ones.

    python3 make_figures.py 20 > figures.txt
"""

import random
import sys

import mpmath as m
from mpmath import mp, mpf

mp.dps = 60
SPLIT = m.log(2)


def log_phi(x):
    return m.log(m.ncdf(x)) if x < 0 else m.log1p(-m.ncdf(-x))


def log1m_exp(x):
    return m.log(-m.expm1(x)) if x > -SPLIT else m.log1p(-m.exp(x))


def slope(x):
    return m.exp(-x * x / 2) / m.sqrt(2 * m.pi) / (m.erfc(-x / m.sqrt(2)) / 2)


def near(*centres):
    """Close to numbers, at several distances."""
    return [c + s * d for c in centres for d in (1e-15, 1e-9, 1e-4, 0.03) for s in (-1, 1)]


# Function, value, hard cases, and for each argument how random points are made.
FUNCTIONS = [
    ("exp", m.exp, [-707.9, -745.0, 708.1, 709.7, 1e-18], [lambda r: r.uniform(-30, 30)]),
    ("log", m.log, near(1.0, 0.5**0.5, 2**0.5) + [5e-324, 1e-310, 1.7e308],
     [lambda r: m.exp(r.uniform(-40, 40))]),
    ("log1p", m.log1p, near(0.0) + [-0.9999999, 1e15],
     [lambda r: m.exp(r.uniform(-40, 5)) * r.choice((-0.006, 1))]),
    ("expm1", m.expm1, near(0.0, float(SPLIT) / 2, -float(SPLIT) / 2) + [708.5, -40.0, -700.0],
     [lambda r: r.uniform(-6, 6)]),
    ("tanh", m.tanh, near(0.0, 0.17, -0.52) + [21.9, 22.1, -300.0, 1e-300],
     [lambda r: r.uniform(-4, 4)]),
    ("log1mExp", log1m_exp, [-1e-300, -1e-9, -0.69314, -0.69315, -36.0, -700.0],
     [lambda r: -m.exp(r.uniform(-20, 4))]),
    ("lgamma", m.loggamma, near(0.5, 1.0, 2.0, 3.0) + [5e-324, 1e-300, 1e-10, 1e15, 1e300],
     [lambda r: m.exp(r.uniform(-10, 10))]),
    ("digamma", m.digamma, near(1.0, 3.0, 1.4616321449683623) + [1e-300, 1e-10, 1e15, 1e300],
     [lambda r: m.exp(r.uniform(-10, 10))]),
    ("trigamma", lambda x: m.psi(1, x), near(3.0) + [1e-150, 1e-10, 1e15, 1e300],
     [lambda r: m.exp(r.uniform(-10, 10))]),
    ("phi", m.ncdf, near(0.0) + [-37.4, -38.1, -20.0, -8.3, 8.3, 40.0], [lambda r: r.uniform(-9, 9)]),
    ("logPhi", log_phi, near(0.0) + [-37.4, -1e5, -20.0, 8.3, 12.0, 37.0], [lambda r: r.uniform(-9, 9)]),
    ("logPhiSlope", slope, near(0.0) + [-37.4, -100.0, -20.0, 8.3, 12.0, 37.0],
     [lambda r: r.uniform(-9, 9)]),
    ("erf", m.erf, near(0.0, 0.7, -0.7) + [1e-300, 5.9, -27.0], [lambda r: r.uniform(-3, 3)]),
    ("erfc", m.erfc, near(0.0, 0.7) + [26.0, 5.9, -6.0], [lambda r: r.uniform(-4, 9)]),
    ("pow", lambda x, y: x**y,
     [(2.0, 0.5), (1.0000001, 1e9), (0.70710678, 900.0), (3.0, -600.0), (1e-300, 1.02), (5.0, 0.0)],
     [lambda r: m.exp(r.uniform(-8, 8)), lambda r: r.uniform(-6, 6)]),
    ("sin", m.sin, near(0.785398, 3.14159265358979) + [1e-300, 999999.0, 355.0],
     [lambda r: r.uniform(-40, 40)]),
    ("cos", m.cos, near(0.785398, 1.5707963267948966) + [1e-300, 999999.0, 355.0],
     [lambda r: r.uniform(-40, 40)]),
]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for name, value, hard, makers in FUNCTIONS:
        source = random.Random(name)
        points = [p if isinstance(p, tuple) else (p,) for p in hard]
        points += [tuple(float(make(source)) for make in makers) for _ in range(count)]
        for point in points:
            y = value(*(mpf(x) for x in point))
            if m.im(y) == 0 and m.isfinite(y):
                words = [float(x).hex() for x in point] + [m.nstr(m.re(y), 30)]
                print(name, *words)


main()
