"""Prints the coefficients of stdlib.lanes as Java constants. Needs mpmath.

Polynomials and quotients of polynomials that agree with a function at Chebyshev's nodes of an
interval, computed with 60 digits and rounded once.
"""

import mpmath as m
from mpmath import mp, mpf

mp.dps = 60
TINY = mpf(10) ** -25


def nodes(low, high, count):
    middle, half = (low + high) / 2, (high - low) / 2
    return [middle + half * m.cos(m.pi * (2 * k + 1) / (2 * count)) for k in range(count)]


def quotient(f, low, high, above, below):
    """Coefficients above and below the line, by rising powers; below the line the first is 1."""
    low, high, size = mpf(low), mpf(high), above + below + 1
    a, b = m.matrix(size, size), m.matrix(size, 1)
    for i, x in enumerate(nodes(low, high, size)):
        b[i] = f(x)
        for j in range(above + 1):
            a[i, j] = x**j
        for j in range(1, below + 1):
            a[i, above + j] = -b[i] * x**j
    c = list(m.lu_solve(a, b))
    return c[: above + 1], [mpf(1)] + c[above + 1 :]


def polynomial(f, low, high, degree):
    return quotient(f, low, high, degree, 0)[0]


def value(c, x):
    total = mpf(0)
    for k in reversed(c):
        total = total * x + k
    return total


def show(name, what, f, low, high, above, below=()):
    """The constants, and the largest relative error over the interval."""
    below = list(below) or [mpf(1)]
    worst = mpf(0)
    for k in range(301):
        x = mpf(low) + (mpf(high) - mpf(low)) * k / 300
        worst = max(worst, abs(value(above, x) / value(below, x) / f(x) - 1))
    print(f"  // {what}; relative error {m.nstr(worst, 2)}.")
    for suffix, c in (("", above), ("_BELOW", below)):
        for k, x in enumerate(c):
            if suffix and k == 0:
                continue
            print(f"  static final double {name}{suffix}_{k} = {float(x).hex()};")
    print()


def at(f, x, bad):
    """f, moved off the places where its formula is 0/0."""
    return f(x + TINY) if any(abs(x - b) < TINY for b in bad) else f(x)


def reciprocal_gamma(s):
    return at(lambda y: (1 / m.gamma(1 + y) - 1) / (y * (y - 1)), s + mpf(3) / 4, (0, 1))


def stirling(t):
    if t < mpf(10) ** -12:
        return mpf(1) / 12 - t / 360
    x = 1 / m.sqrt(t)
    return (m.loggamma(x) - (x - mpf(1) / 2) * m.log(x) + x - m.log(2 * m.pi) / 2) * x


def digamma_far(t):
    if t < mpf(10) ** -12:
        return mpf(1) / 12 - t / 120
    x = 1 / m.sqrt(t)
    return (m.log(x) - 1 / (2 * x) - m.digamma(x)) / t


def trigamma_far(t):
    if t < mpf(10) ** -12:
        return mpf(1) / 6 - t / 30
    x = 1 / m.sqrt(t)
    return (m.psi(1, x) - 1 / x - t / 2) * x / t


ROOT = m.findroot(m.digamma, mpf("1.46"))


def digamma_near(s):
    return at(lambda x: m.digamma(x) / (x - ROOT), s + 1, (ROOT,))


K = 5


def tail(s):
    if s > 1 - mpf(10) ** -25:
        return 2 / m.sqrt(2 * m.pi)
    a = K * (1 + s) / (1 - s)
    if a < 200:
        scaled = m.exp(a * a / 2) * m.erfc(a / m.sqrt(2)) / 2
    else:
        term, scaled = mpf(1), mpf(1)
        for k in range(1, 30):
            term *= -(2 * k - 1) / (a * a)
            scaled += term
        scaled /= a * m.sqrt(2 * m.pi)
    return (1 + 2 * a) * scaled


def exponential(r):
    return (m.expm1(r) - r) / (r * r) if abs(r) > mpf(10) ** -15 else mpf(1) / 2 + r / 6


def error_function(t):
    x = m.sqrt(t)
    return m.erf(x) / x if t > 0 else 2 / m.sqrt(m.pi)


def sine(t):
    x = m.sqrt(t)
    return (m.sin(x) / x - 1) / t if t > mpf(10) ** -15 else -mpf(1) / 6 + t / 120


def cosine(t):
    x = m.sqrt(t)
    small = t < mpf(10) ** -12
    return mpf(1) / 24 - t / 720 if small else (m.cos(x) - 1 + t / 2) / (t * t)


def logarithm(z):
    s = m.sqrt(z)
    return (m.log((1 + s) / (1 - s)) / s - 2) / z if z > mpf(10) ** -15 else mpf(2) / 3 + z * 2 / 5


def quantile(l):
    """The x with log Φ(x) = l ≤ −log 2, by Newton's method from below."""
    x = -m.sqrt(max(mpf(0), -2 * (l + m.log(2))))
    step = mpf(1)
    while abs(step) > mpf(10) ** -40:
        below = m.ncdf(x)
        step = (m.log(below) - l) * below / m.npdf(x)
        x -= step
    return x


EDGE = mpf("0.180625")


def quantile_near(t):
    q = m.sqrt(max(EDGE - t, TINY * TINY))
    return -quantile(m.log(mpf(1) / 2 - q)) / q


def quantile_far(start):
    return lambda s: -quantile(-((s + start) ** 2))


def main():
    tiny = mpf(10) ** -30
    half = m.log(2) / 2 + mpf("1e-6")
    show("EXP", "(eʳ − 1 − r)/r² over |r| ≤ log(2)/2", exponential, -half, half,
         polynomial(exponential, -half, half, 10))
    show("NEAR", "(1/Γ(1 + y) − 1)/(y(y − 1)) over s = y − ¾", reciprocal_gamma, -1.25, 1.25,
         polynomial(reciprocal_gamma, -1.25, 1.25, 19))
    show("STIRLING", "x times the remainder of Stirling's formula over 1/x², x ≥ 3", stirling, tiny,
         mpf(1) / 9, polynomial(stirling, tiny, mpf(1) / 9, 10))
    show("PSI_FAR", "x²(log x − 1/(2x) − ψ(x)) over 1/x², x ≥ 3", digamma_far, tiny, mpf(1) / 9,
         polynomial(digamma_far, tiny, mpf(1) / 9, 10))
    show("TRI_FAR", "x³(ψ′(x) − 1/x − 1/(2x²)) over 1/x², x ≥ 3", trigamma_far, tiny, mpf(1) / 9,
         polynomial(trigamma_far, tiny, mpf(1) / 9, 12))
    high = float(ROOT)
    print(f"  static final double ROOT_HIGH = {high.hex()};")
    print(f"  static final double ROOT_LOW = {float(ROOT - mpf(high)).hex()};\n")
    show("PSI", "ψ(x)/(x − root) over s = x − 1", digamma_near, 0, 2,
         *quotient(digamma_near, 0, 2, 6, 7))
    show("TAIL", "(1 + 2a)(1 − Φ(a))e^(a²/2) over s = (a − 5)/(a + 5)", tail, -1, 1,
         polynomial(tail, -1, 1, 24))
    show("ERF", "erf(x)/x over x²", error_function, 0, 0.49, polynomial(error_function, 0, 0.49, 10))
    show("CENTRE", "Φ⁻¹(½ + q)/q over 0.425² − q²", quantile_near, 0, EDGE,
         *quotient(quantile_near, 0, EDGE, 8, 8))
    show("OUTER", "−Φ⁻¹(e^(−r²)) over r − 1.6", quantile_far(mpf("1.6")), 0, 3.4,
         *quotient(quantile_far(mpf("1.6")), 0, 3.4, 8, 7))
    show("FAR", "the same over r − 5", quantile_far(5), 0, 22.4,
         *quotient(quantile_far(5), 0, 22.4, 5, 4))
    quarter = (m.pi / 4 + mpf("0.001")) ** 2
    show("SIN", "(sin x/x − 1)/x² over x²", sine, 0, quarter, polynomial(sine, 0, quarter, 5))
    show("COS", "(cos x − 1 + x²/2)/x⁴ over x²", cosine, 0, quarter,
         polynomial(cosine, 0, quarter, 5))
    edge = ((m.sqrt(2) - 1) / (m.sqrt(2) + 1)) ** 2 + mpf("1e-6")
    show("CUBIC", "(log((1 + s)/(1 − s))/s − 2)/s² over s²", logarithm, 0, edge,
         polynomial(logarithm, 0, edge, 7))
    show("LOG", "the same by a shorter one", logarithm, 0, edge, polynomial(logarithm, 0, edge, 6))


main()
