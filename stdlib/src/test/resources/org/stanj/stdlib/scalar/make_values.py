"""Writes values.tsv: scalar primitives at chosen points, computed with 60 digits by mpmath.

Run in this folder: python3 make_values.py > values.tsv    (pip install mpmath)
Columns: Class.method, arguments, value. Arguments are exact doubles.
"""

import mpmath as mp

mp.mp.dps = 60


def show(x):
    x = mp.mpf(x)
    if mp.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return mp.nstr(x, 20, strip_zeros=True, min_fixed=-4, max_fixed=17)


def row(name, *args_and_value):
    *args, value = args_and_value
    print("\t".join([name] + [repr(float(a)) if not isinstance(a, int) else str(a) for a in args] + [show(value)]))


def table(name, f, points):
    for p in points:
        args = p if isinstance(p, tuple) else (p,)
        exact = [a if isinstance(a, int) else mp.mpf(float(a)) for a in args]
        row(name, *args, f(*exact))


REALS = [-700.0, -38.5, -20.0, -9.3, -5.2, -2.7, -1.5, -1.0, -0.7, -0.3, -1e-3, -1e-9,
         1e-12, 1e-5, 0.03, 0.2, 0.5, 0.8, 1.0, 1.4, 2.0, 2.9, 4.4, 6.5, 8.1, 12.0, 30.0, 120.5, 700.0]
POSITIVE = [x for x in REALS if x > 0] + [1e3, 2.5e5, 1e10, 1e15]
UNIT = [1e-10, 1e-3, 0.02, 0.3, 0.77, 0.95, 0.9999, 1 - 1e-12]
OFF_POLES = [-20.3, -9.3, -5.2, -2.7, -1.5, -0.7, -0.3, -1e-3]


def lgamma(x):
    return mp.log(abs(mp.gamma(x)))


def log_p(a, x):
    return mp.log(mp.gammainc(a, 0, x, regularized=True))


def log_q(a, x):
    p = mp.gammainc(a, 0, x, regularized=True)
    return mp.log1p(-p) if p < 0.5 else mp.log(mp.gammainc(a, x, mp.inf, regularized=True))


def log_t(v, t):
    return log_i(v / 2, mp.mpf(1) / 2, v / (v + t * t)) - mp.log(2)


def log_i(a, b, x):
    return mp.log(mp.betainc(a, b, 0, x, regularized=True))


table("Elementary.log1p", mp.log1p, [x for x in REALS if x > -1] + [-0.999999, 1e-300])
table("Elementary.log1m", lambda x: mp.log1p(-x), [x for x in REALS if x < 1])
table("Elementary.log2", lambda x: mp.log(x, 2), POSITIVE)
table("Elementary.exp2", lambda x: mp.mpf(2) ** x, REALS)
table("Elementary.asinh", mp.asinh, REALS + [1e12, -1e200])
table("Elementary.acosh", mp.acosh, [1.0, 1 + 1e-12, 1.2, 3.0, 40.0, 1e8, 1e12, 1e300])
table("Elementary.atanh", mp.atanh, [-0.9, -0.3, 1e-9, 0.1, 0.5, 0.999999])
table("Elementary.hypot", mp.hypot, [(3.0, 4.0), (1e-200, 1e-200), (1e200, 2e200), (-1.5, 0.2)])

table("Logistic.invLogit", lambda x: 1 / (1 + mp.exp(-x)), REALS)
table("Logistic.log1pExp", lambda x: mp.log1p(mp.exp(x)), REALS)
table("Logistic.log1mExp", lambda x: mp.log1p(-mp.exp(x)), [x for x in REALS if x < 0])
table("Logistic.logDiffExp", lambda x, y: mp.log(mp.exp(x) - mp.exp(y)),
      [(1.0, 0.0), (3.0, 2.999999), (-800.0, -801.0), (700.0, -700.0), (0.5, -1.5)])
table("Logistic.logInvCosh", lambda x: -mp.log(mp.cosh(x)), REALS)
for x in REALS:
    p = 1 / (1 + mp.exp(-mp.mpf(x)))
    row("Logistic.invLogitSlope", x, float(p), p / (1 + mp.exp(mp.mpf(x))))

table("GammaFunctions.lgamma", lgamma, POSITIVE + OFF_POLES)
table("GammaFunctions.tgamma", mp.gamma, [x for x in POSITIVE if x < 171] + OFF_POLES)
table("GammaFunctions.digamma", mp.digamma, POSITIVE + OFF_POLES)
table("GammaFunctions.trigamma", lambda x: mp.psi(1, x), POSITIVE + OFF_POLES)
table("GammaFunctions.tetragamma", lambda x: mp.psi(2, x), POSITIVE + OFF_POLES)
table("GammaFunctions.studentNormaliser",
      lambda v: mp.loggamma((v + 1) / 2) - mp.loggamma(v / 2) - mp.log(v) / 2, POSITIVE)
table("GammaFunctions.studentNormaliserSlope",
      lambda v: (mp.digamma((v + 1) / 2) - mp.digamma(v / 2) - 1 / v) / 2, POSITIVE)
table("GammaFunctions.lgammaIncrement", lambda x, h: mp.loggamma(x + h) - mp.loggamma(x),
      [(0.3, 2.0), (12.0, 0.5), (50.0, 49.0), (50.0, 60.0), (1e6, 3.0), (1e12, 0.25), (1e15, 1e3)])

table("NormalFunctions.erf", mp.erf, REALS)
table("NormalFunctions.erfc", mp.erfc, [x for x in REALS if x < 27])
table("NormalFunctions.phi", mp.ncdf, [x for x in REALS if x > -38])
def log_phi(x):
    return mp.log1p(-mp.erfc(x / mp.sqrt(2)) / 2) if x > 0 else mp.log(mp.erfc(-x / mp.sqrt(2)) / 2)


table("NormalFunctions.logPhi", log_phi, REALS + [-1e4])
table("NormalFunctions.logPhiSlope", lambda x: mp.npdf(x) / mp.exp(log_phi(x)), REALS + [-1e4])


def quantile(p):
    if p > 0.5:
        return -quantile(1 - p)
    x = -mp.sqrt(-2 * mp.log(2 * p)) if p < 0.5 else mp.mpf(0)
    for _ in range(200):
        x -= (log_phi(x) - mp.log(p)) / (mp.npdf(x) / mp.exp(log_phi(x)))
    return x


for p in UNIT + [1e-300]:
    row("NormalQuantile.invPhi", p, quantile(mp.mpf(p)))
    row("NormalQuantile.ofLog", float(mp.log(p)), quantile(mp.exp(mp.mpf(float(mp.log(p))))))
    row("NormalFunctions.invErfc", 2 * p, -quantile(mp.mpf(p)) / mp.sqrt(2))

SHAPE_AND_X = [(0.1, 0.02), (0.1, 2.0), (0.7, 1.5), (1.0, 1e-8), (2.5, 0.3), (2.5, 9.0), (9.5, 10.0), (12.0, 3.0),
               (12.0, 40.0), (100.0, 90.0), (100.0, 120.0), (100.0, 300.0), (2000.0, 1990.0), (2000.0, 2100.0), (50.0, 0.8)]
table("IncompleteGamma.logP", log_p, SHAPE_AND_X)
table("IncompleteGamma.logQ", log_q, SHAPE_AND_X)
table("IncompleteGamma.logPShapeSlope", lambda a, x: mp.diff(lambda t: log_p(t, x), a, h=mp.mpf(10) ** -20), SHAPE_AND_X)
table("IncompleteGamma.logQShapeSlope", lambda a, x: mp.diff(lambda t: log_q(t, x), a, h=mp.mpf(10) ** -20), SHAPE_AND_X)
table("IncompleteGamma.logDensity", lambda a, x: (a - 1) * mp.log(x) - x - mp.loggamma(a), SHAPE_AND_X)

SHAPES_AND_X = [(0.2, 0.3, 0.5), (0.5, 3.0, 1e-10), (3.0, 0.5, 0.999), (2.0, 5.0, 0.3), (2.0, 5.0, 0.9), (20.0, 30.0, 0.4),
                (20.0, 30.0, 0.7), (500.0, 300.0, 0.62), (500.0, 300.0, 0.5), (15.0, 0.5, 0.8), (1e4, 0.5, 0.9998),
                (0.5, 1e4, 1e-5)]
for a, b, x in SHAPES_AND_X:
    A, B, X = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    h = mp.mpf(10) ** -18
    row("IncompleteBeta.logI", a, b, x, 1 - x, log_i(A, B, X))
    row("IncompleteBeta.firstShapeSlope", a, b, x, 1 - x, mp.diff(lambda t: log_i(t, B, X), A, h=h))
    row("IncompleteBeta.secondShapeSlope", a, b, x, 1 - x, mp.diff(lambda t: log_i(A, t, X), B, h=h))
table("IncompleteBeta.lbeta", lambda a, b: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b),
      [(0.2, 0.3), (3.0, 1e6), (20.0, 30.0), (1e8, 1e9), (0.5, 1e12), (1e-9, 5.0)])
for v, t in [(0.7, 0.3), (1.0, 5.0), (4.5, 2.2), (30.0, 0.01), (30.0, 9.0), (1000.0, 1.5), (3.0, 1e6)]:
    V, T = mp.mpf(v), mp.mpf(t)
    upper = log_t(V, T)
    slope = mp.diff(lambda n: log_t(n, T), V, h=mp.mpf(10) ** -18)
    row("StudentTail.logTail", v, t, upper)
    row("StudentTail.logTail", v, -t, mp.log1p(-mp.exp(upper)))
    row("StudentTail.logTailSlope", v, t, float(upper), slope)
    row("StudentTail.logTailSlope", v, -t, float(mp.log1p(-mp.exp(upper))), -mp.exp(upper) * slope / (1 - mp.exp(upper)))
