"""Writes special.jsonl: calls of special functions with values and gradients computed independently.

Run in this folder: python3 make_special.py > special.jsonl    (pip install mpmath numpy)
Lines have the form of functions.jsonl. Values have 50 digits, gradients are central differences of them; the Wiener
functions with variability between trials are tensor products of Gauss rules in long doubles, good to 1e-14.
"""

import json

import mpmath as mp
import numpy as np

mp.mp.dps = 50
L = np.longdouble
PI = L("3.14159265358979323846264338327950288")


def show(function, arguments, value, gradient):
    case = {"fn": function, "args": [{"type": t, "value": v} for t, v in arguments], "ret": "real"}
    case.update({"value": float(value), "grad": gradient, "weights": "1"})
    print(json.dumps(case, separators=(",", ":")), flush=True)


def case(function, f, *arguments):
    """A call with reals and vectors (lists), and None in the place of a derivative at the edge of the domain."""
    flat = [[mp.mpf(x) for x in v] if isinstance(v, list) else mp.mpf(v) for v, _ in arguments]

    def moved(i, k, step):
        copy = [list(x) if isinstance(x, list) else x for x in flat]
        if isinstance(copy[i], list):
            copy[i][k] += step
        else:
            copy[i] += step
        return f(*copy)

    gradient = []
    for i, (value, differentiable) in enumerate(arguments):
        n = len(value) if isinstance(value, list) else 1
        h = mp.mpf(10) ** (-mp.mp.dps // 3)
        slopes = [float((moved(i, k, h) - moved(i, k, -h)) / (2 * h)) for k in range(n)] if differentiable else None
        gradient.append(slopes)
    kinds = [("" if d else "data ") + ("vector" if isinstance(v, list) else "real") for v, d in arguments]
    show(function, [(t, v) for t, (v, _) in zip(kinds, arguments)], f(*flat), gradient)


def reals(*values):
    return [(v, True) for v in values]


def hypergeometric():
    for a, z in [(-7.5, -0.99), (3, 0.999), (100.5, 1e-9), (2, 0.0)]:
        case("hypergeometric_1F0", lambda a, z: (1 - z) ** -a, *reals(a, z))
    for point in [
        (0.5, 1.5, 2.5, 0.95), (0.5, 1.5, 2.7, 0.999), (0.5, 0.7, 2.3, 0.9999), (3.3, -2.7, 1.1, 0.9),
        (20.5, 30.2, 0.7, -0.4), (2.5, 3.5, 0.5, -50.0), (-7.5, 12.3, 4.4, -3.0), (0.3, 0.7, 1.9, -5000.0),
        (-3, 2.2, 1.7, 0.6), (-3, 2.2, 1.7, -8.0), (100.5, 0.3, 50.2, 0.5), (0.2, 0.3, -1.7, 0.4),
        (50.5, 60.5, 100.1, 0.8), (2.0, 3.0, 2.0, 0.4), (-20.5, 30.5, 0.6, 0.95), (-10.5, 20.5, 0.6, 0.995),
        (3.5, 4.7, 2.3, 0.999), (1.5, 2, 3, -2.0),
    ]:
        case("hypergeometric_2F1", mp.hyp2f1, *reals(*point))

    def at_one(a, b, c, z):
        return mp.gamma(c) * mp.gamma(c - a - b) * mp.rgamma(c - a) * mp.rgamma(c - b)

    for a, b, c in [(0.5, 0.7, 2.3), (0.5, -0.7, -0.1), (2.5, -1.5, 1.5), (5.5, -4.5, 2.5), (-2, 1.5, 0.7)]:
        case("hypergeometric_2F1", at_one, *reals(a, b, c), (1.0, False))
    for a, b, z in [
        ([1.5], [2.5], -20.0), ([1.5], [2.5], -200.0), ([1.5], [2.5], 5.0), ([0.5, 1.5], [2.5, 0.7, 3.1], -100.0),
        ([0.5, 0.7, 0.3, 0.2], [1.5, 2.5, 0.9], 0.9), ([0.5, 1.5, 2.2], [2.5, 3.7], -0.97),
        ([0.5, 1.5, 2.2], [2.5, 3.7], 0.99), ([2.2, 3.1], [0.3, -0.7], 2.0),
    ]:
        case("hypergeometric_pFq", mp.hyper, *reals(a, b, z))
    for a, b, z in [([0.5, 1.2, 0.3], [1.3, 2.4], -1), ([1, 2, 3], [4, 5], -1), ([2.5, 1.2, 3.3], [10.3, 5.4], 1)]:
        mp.mp.dps = 30
        case("hypergeometric_3F2", on_circle, *reals(a, b), (z, False))
        mp.mp.dps = 50


def on_circle(a, b, z):
    """3F2 as an integral of 2F1: DLMF 16.5.2."""
    i = next(k for k in range(3) if 0 < a[k] < b[1])
    rest = [a[k] for k in range(3) if k != i]
    power, last = a[i], b[1]
    integral = mp.quad(
        lambda t: t ** (power - 1) * (1 - t) ** (last - power - 1) * mp.hyp2f1(*rest, b[0], z * t), [0, 0.5, 1])
    return mp.gamma(last) / mp.gamma(power) / mp.gamma(last - power) * integral


def log_tail(t, nu):
    return mp.log(mp.betainc(nu / 2, mp.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2)


def quantile(p, nu, mu, sigma):
    q = min(p, 1 - p)
    low, high = mp.mpf(-60), mp.mpf(60)
    for _ in range(9):
        middle = (low + high) / 2
        low, high = (middle, high) if log_tail(mp.exp(middle), nu) > mp.log(q) else (low, middle)
    u = mp.findroot(lambda u: log_tail(mp.exp(u), nu) - mp.log(q), (low, high), tol=1e-70)
    return mu + sigma * mp.exp(u) * (1 if p > 0.5 else -1)


def student_quantile():
    for point in [
        (0.3, 4.5, 1, 2), (0.975, 30, 0, 1), (1e-12, 2.5, 0, 1), (0.4999999, 3, 0.5, 0.1), (0.25, 1, 0, 1),
        (0.1, 0.3, 0, 1), (0.501, 7, 0, 1),
    ]:
        case("student_t_qf", quantile, *reals(*point))


def covariance():
    def density(y, mu, sigma, eta):
        k = len(mu)
        y = mp.matrix([y[i * k:(i + 1) * k] for i in range(k)])
        sd = [mp.sqrt(y[i, i]) for i in range(k)]
        log = (k - 1) * mp.loggamma(eta + mp.mpf(k - 1) / 2)
        for i in range(k):
            z = (mp.log(sd[i]) - mu[i]) / sigma[i]
            log -= mp.log(sd[i]) + mp.log(sigma[i]) + mp.log(2 * mp.pi) / 2 + z * z / 2
        for i in range(1, k):
            log -= i * mp.log(mp.pi) / 2 + mp.loggamma(eta + mp.mpf(k - 1 - i) / 2)
        r = mp.matrix([[y[i, j] / sd[i] / sd[j] for j in range(k)] for i in range(k)])
        return log + (eta - 1) * mp.log(mp.det(r))

    for y, mu, sigma, eta in [
        ([[2.0, 0.3], [0.3, 0.5]], [0.1, 0.2], [0.5, 1.5], 2.5),
        ([[2.0, 0.3, -0.1], [0.3, 0.5, 0.2], [-0.1, 0.2, 3.0]], [0.1, 0.2, -0.4], [0.5, 1.5, 1.0], 1.0),
        ([[4.0]], [0.1], [0.5], 1.5),
    ]:
        flat = [mp.mpf(x) for row in y for x in row]
        f = [[mp.mpf(x) for x in v] for v in (mu, sigma)] + [mp.mpf(eta)]
        h = mp.mpf(10) ** -16
        gradient = []
        for part, size in ((0, len(flat)), (1, len(mu)), (2, len(mu)), (3, 1)):
            slopes = []
            for i in range(size):
                ends = []
                for step in (h, -h):
                    args = [list(flat), list(f[0]), list(f[1]), f[2]]
                    if part == 3:
                        args[3] += step
                    else:
                        args[part][i] += step
                    ends.append(density(*args))
                slopes.append(float((ends[0] - ends[1]) / (2 * h)))
            gradient.append(slopes)
        k = len(mu)
        gradient[0] = [gradient[0][i * k + j] for j in range(k) for i in range(k)]
        arguments = [{"type": t, "value": v} for t, v in
                     (("matrix", y), ("vector", mu), ("vector", sigma), ("real", eta))]
        print(json.dumps({"fn": "lkj_cov_lpdf", "args": arguments, "ret": "real",
                          "value": float(density(flat, *f)), "grad": gradient, "weights": "1",
                          "grad_compare": ["sym", None, None, None]}, separators=(",", ":")), flush=True)


def wiener_log_density(t, a, v, beta, sv):
    w, x = 1 - beta, t / a**2
    if x < 1:
        n = int(mp.sqrt(280 * x)) + 6
        s = mp.fsum((w + 2 * k) * mp.exp(-((w + 2 * k) ** 2) / 2 / x) for k in range(-n, n + 1))
        s /= mp.sqrt(2 * mp.pi * x**3)
    else:
        n = int(mp.sqrt(280 / x) / mp.pi) + 6
        s = mp.pi * mp.fsum(k * mp.sin(k * mp.pi * w) * mp.exp(-k * k * mp.pi**2 * x / 2) for k in range(1, n))
    d = 1 + sv**2 * t
    return mp.log(s) - 2 * mp.log(a) + (sv**2 * a**2 * w**2 + 2 * v * a * w - v * v * t) / 2 / d - mp.log(d) / 2


def wiener_distribution(t, a, v, beta):
    """By images, with so many digits that what is left of the probability of the response has some too."""
    mp.mp.dps = 320

    def image(r):
        s = mp.sqrt(t)
        return mp.exp(-v * r) * mp.ncdf((v * t - r) / s) + mp.exp(v * r) * mp.ncdf(-(v * t + r) / s)

    w, s = 1 - beta, mp.mpf(0)
    for k in range(1000):
        d = image(a * (2 * k + w)) - image(a * (2 * k + 2 - w))
        s += d
        if abs(d) < mp.mpf(10) ** -350 * abs(s):
            break
    f = mp.exp(v * a * w) * s
    p = beta if v == 0 else mp.exp(v * a * w) * mp.sinh(v * a * beta) / mp.sinh(v * a)
    before, after = mp.log(f), mp.log(p - f)
    mp.mp.dps = 50
    return +before, +after


def wiener():
    for y, a, t, b, v in [
        (1.2, 1.5, 0.2, 0.5, 0.4), (0.21, 1.5, 0.2, 0.5, 0.4), (0.2001, 1.5, 0.2, 0.3, -2.0), (3.0, 1.0, 0.2, 0.999, 0.4),
        (3.0, 1.0, 0.2, 0.001, -0.4), (1.0, 10.0, 0.2, 0.3, 14.0), (1.0, 3.0, 0.1, 0.8, -9.0), (5.0, 2.0, 0.1, 0.5, 0.0),
        (0.5, 1.0, 0.1, 1e-6, 0.3), (0.15, 1.0, 0.1, 0.97, -0.3), (2.0, 5.0, 0.1, 0.1, 20.0), (2.0, 5.0, 0.1, 0.6, -20.0),
        (1.1, 1.0, 0.1, 0.4, 1e-5), (0.9, 2.0, 0.1, 0.5, 4.0),
    ]:
        point = reals(y, a, t, b, v)
        case("wiener_lpdf", lambda y, a, t, b, v: wiener_log_density(y - t, a, v, b, mp.mpf(0)), *point)
        case("wiener_lpdf", lambda y, a, t, b, v, s: wiener_log_density(y - t, a, v, b, s), *point, (1.3, True))
        case("wiener_lcdf_unnorm", lambda y, a, t, b, v: wiener_distribution(y - t, a, v, b)[0], *point)
        case("wiener_lccdf_unnorm", lambda y, a, t, b, v: wiener_distribution(y - t, a, v, b)[1], *point)


def gauss(n, known={}):
    """Nodes and weights on [0, 1], by Newton's method in long doubles."""
    if n not in known:
        x = np.polynomial.legendre.leggauss(n)[0].astype(L)
        for _ in range(3):
            p, q = np.ones_like(x), x.copy()
            for k in range(2, n + 1):
                p, q = q, ((2 * k - 1) * x * q - (k - 1) * p) / k
            slope = n * (x * q - p) / (x * x - 1)
            x = x - q / slope
        known[n] = (x + 1) / 2, 1 / ((1 - x * x) * slope * slope)
    return known[n]


def density(t, a, v, beta, sv):
    t, w = np.broadcast_arrays(t, 1 - beta)
    x, s = t / a**2, np.zeros(t.shape, L)
    m = x < 0.5
    s[m] = sum((w[m] + 2 * k) * np.exp(-((w[m] + 2 * k) ** 2) / 2 / x[m]) for k in range(-7, 8))
    s[m] /= np.sqrt(2 * PI * x[m] ** 3)
    s[~m] = PI * sum(k * np.sin(k * PI * w[~m]) * np.exp(-k * k * PI**2 * x[~m] / 2) for k in range(1, 9))
    d = 1 + sv**2 * t
    return s / a**2 * np.exp((sv**2 * a**2 * w**2 + 2 * v * a * w - v * v * t) / 2 / d) / np.sqrt(d)


def grid(y, tau, beta, sw, st, n):
    """Biases and decision times with their weights; those of the times leave out what begins after y."""
    x, weight = gauss(n)
    biases = (beta + sw * (x - L(0.5)), weight) if sw > 0 else (np.array([beta]), np.array([L(1)]))
    if st == 0:
        return biases, (np.array([y - tau]), np.array([L(1)]))
    length = min(st, y - tau)
    edges = [y - tau - length + length * L(e) for e in (0, 0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 1)]
    parts = [(low + (high - low) * x, (high - low) * weight / st) for low, high in zip(edges, edges[1:])]
    return biases, (np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts]))


def log_density(y, a, tau, beta, v, sv, sw, st):
    (b, wb), (t, wt) = grid(y, tau, beta, sw, st, 32)
    return np.log(np.sum(wt[:, None] * wb[None, :] * density(t[:, None], a, v, b[None, :], sv)))


def log_distribution(y, a, tau, beta, v, sv, sw, st, before):
    """An integral over the drift of distribution functions of fixed drifts."""
    (b, wb), (t, wt) = grid(y, tau, beta, sw, st, 20)
    x, weight = gauss(20)
    z = np.concatenate([i + x for i in range(-10, 10)])
    wz = np.concatenate([weight] * 20) * np.exp(-z * z / 2) / np.sqrt(2 * PI)
    drift, wd = (v + sv * z, wz) if sv > 0 else (np.array([v]), np.array([L(1)]))
    late = 1 - np.sum(wt) if st > y - tau else 0
    k = np.arange(1, 40).astype(L)
    s = (drift * a)[:, None]
    ever = np.sum(wb * np.exp(s * (1 - b)) * np.sinh(s * b) / np.sinh(s), axis=1)
    rate = drift[:, None] ** 2 / 2 + (k * PI / a) ** 2 / 2
    biases = (wb * np.exp(s * (1 - b))) @ np.sin(PI * np.outer(1 - b, k))
    times = (wt * np.exp(-np.outer(drift**2, t) / 2)) @ np.exp(-np.outer(t, (k * PI / a) ** 2) / 2)
    after = np.sum(PI / a**2 * k / rate * biases * times, axis=1)
    total = np.sum(wd * (np.sum(wt) * ever - after if before else after + late * ever))
    return np.log(total)


def wiener_variability():
    points = [
        (1.2, 1.5, 0.2, 0.5, 0.4, 0.3, 0.1, 0.2), (1.2, 1.5, 0.2, 0.5, 0.4, 0.0, 0.3, 0.0),
        (1.2, 1.5, 0.2, 0.5, 0.4, 1.1, 0.6, 0.0), (0.9, 1.0, 0.2, 0.4, -1.0, 0.7, 0.0, 0.3),
        (0.6, 1.0, 0.3, 0.4, 1.0, 0.7, 0.2, 0.9), (2.5, 2.0, 0.3, 0.6, 1.5, 1.0, 0.7, 0.4),
        (1.0, 1.2, 0.3, 0.35, 0.1, 0.5, 0.1, 0.05), (4.0, 1.3, 0.3, 0.35, -0.5, 0.2, 0.1, 0.5),
    ]
    for p in points:
        variable("wiener_lpdf", p, log_density)
    for p in points[1:3] + points[5:] + [(1.2, 1.5, 0.2, 0.5, 0.4, 0.8, 0.0, 0.0)]:
        variable("wiener_lcdf_unnorm", p, lambda *q: log_distribution(*q, True))
        variable("wiener_lccdf_unnorm", p, lambda *q: log_distribution(*q, False))


def variable(function, point, f):
    """A case; the slopes in variabilities of 0 are 0."""
    point = [L(x) for x in point]

    def slope(i):
        h = L(1e-4) * max(abs(point[i]), L(0.1))
        ends = [f(*[x + step * (j == i) for j, x in enumerate(point)]) for step in (h, -h, h / 2, -h / 2)]
        return float((4 * (ends[2] - ends[3]) / h - (ends[0] - ends[1]) / (2 * h)) / 3)

    gradient = [[slope(i)] if point[i] != 0 else [0.0] for i in range(8)]
    show(function, [("real", float(x)) for x in point], f(*point), gradient)


def vectors():
    """Sums over vectors, a precision, and broadcast quantiles."""
    columns = [[1.2, 0.9, 2.1], [1.5, 0.8, 2.0], [0.2, 0.1, 0.3], [0.5, 0.3, 0.6], [0.4, -1.2, 2.2]]
    point = reals(*columns)

    def total(f):
        return lambda *arguments: mp.fsum(f(*x) for x in zip(*arguments))

    lower = total(lambda y, a, t, b, v: wiener_distribution(y - t, a, v, b)[0])
    upper = total(lambda y, a, t, b, v: wiener_distribution(y - t, a, v, b)[1])
    varying = total(lambda y, a, t, b, v, s: wiener_log_density(y - t, a, v, b, s))
    case("wiener_lcdf_unnorm", lower, *point)
    case("wiener_lccdf_unnorm", upper, *point)
    case("wiener_lpdf", varying, *point, ([0.3, 0.0, 1.1], True))
    precise = (1e-6, False)
    case("wiener_lcdf_unnorm", lambda *x: lower(*[[e] for e in x[:5]]), *reals(*[c[0] for c in columns]), precise)
    case("wiener_lpdf", lambda *x: varying(*[[e] for e in x[:6]]), *reals(*[c[0] for c in columns], 0.3), precise)
    p, nu = [0.3, 0.975], 4.5
    ends = [quantile(mp.mpf(x), mp.mpf(nu), mp.mpf(1), mp.mpf(2)) for x in p]
    h = mp.mpf(10) ** -16

    def slope(i, j):
        moved = [[mp.mpf(p[i]), mp.mpf(nu), mp.mpf(1), mp.mpf(2)] for _ in range(2)]
        moved[0][j] += h
        moved[1][j] -= h
        return (quantile(*moved[0]) - quantile(*moved[1])) / (2 * h)

    weights = [1, mp.mpf(1) / 2]
    gradient = [[float(weights[i] * slope(i, 0)) for i in range(2)]]
    gradient += [[float(sum(weights[i] * slope(i, j) for i in range(2)))] for j in (1, 2, 3)]
    for kind in ("vector", "row_vector", "array[] real"):
        arguments = [{"type": kind, "value": p}] + [{"type": "real", "value": x} for x in (nu, 1, 2)]
        print(json.dumps({"fn": "student_t_qf", "args": arguments, "ret": "vector", "value": [float(x) for x in ends],
                          "grad": gradient, "weights": "1/(i+1)"}, separators=(",", ":")), flush=True)


def regressions():
    """The regressions of functions_different.tsv, with ints as they are."""

    def probit(outcomes, locations, cuts):
        total = mp.mpf(0)
        for y, eta in zip(outcomes, locations):
            upper = mp.ncdf(cuts[y - 1] - eta) if y <= len(cuts) else None
            lower = mp.ncdf(cuts[y - 2] - eta) if y > 1 else mp.mpf(0)
            total += mp.log(mp.ncdf(eta - cuts[-1]) if upper is None else upper - lower)
        return total

    for y, eta in (([1, 4, 2, 3], [0.4, 1.1, -0.3, 0.2]), (4, -10)):
        single = isinstance(y, int)
        outcomes = [y] if single else y
        f = (lambda e, c: probit(outcomes, [e] if single else e, c))
        types = ("int", "real", "vector") if single else ("array[] int", "vector", "vector")
        mixed("ordered_probit_lpmf", f, types, y, eta, [-1.2, 0.3, 1.9])

    x = [[0.5, -1.2], [1.1, 0.3], [-0.4, 0.8], [2.0, -0.6]]

    def negative_binomial(alpha, beta, phi):
        total = mp.mpf(0)
        for y, row in zip([1, 0, 3, 2], x):
            mu = mp.exp(alpha + sum(mp.mpf(r) * b for r, b in zip(row, beta)))
            total += mp.loggamma(y + phi) - mp.loggamma(phi) - mp.loggamma(y + 1)
            total += y * mp.log(mu / (mu + phi)) - phi * mp.log1p(mu / phi)
        return total

    f = (lambda _, *rest: negative_binomial(*rest))
    types = ("array[] int", "data matrix", "real", "vector", "real")
    mixed("neg_binomial_2_log_glm_lpmf", f, types, [1, 0, 3, 2], x, 0.3, [0.7, -0.4], 1e10)


def mixed(function, f, types, first, *rest):
    """A call whose first argument is of ints, and whose matrices are data."""
    flat = [v if "data" in t else [mp.mpf(e) for e in v] if isinstance(v, list) else mp.mpf(v)
            for t, v in zip(types[1:], rest)]
    gradient = [None]
    h = mp.mpf(10) ** -16
    for i, value in enumerate(flat):
        if "data" in types[i + 1]:
            gradient.append(None)
            continue
        slopes = []
        for k in range(len(value) if isinstance(value, list) else 1):
            ends = []
            for step in (h, -h):
                copy = [list(v) if isinstance(v, list) else v for v in flat]
                if isinstance(value, list):
                    copy[i][k] += step
                else:
                    copy[i] += step
                ends.append(f(*copy))
            slopes.append(float((ends[0] - ends[1]) / (2 * h)))
        gradient.append(slopes)
    show(function, list(zip(types, (first, *rest))), f(*flat), gradient)


def exceptions():
    """Where real Stan is off, or its figure has been taken at an edge: the calls of functions_different.tsv."""

    def skew_normal(y, xi, omega, alpha):
        z = (y - xi) / omega
        end = mp.pi / 2 - mp.atan(alpha)
        top = end if alpha > 0 else mp.pi / 2
        cuts = [end * (1 - mp.mpf(2) ** -k) for k in range(12)] + [end]
        return mp.log(mp.quad(lambda u: mp.exp(-z * z / 2 * (mp.csc(u) ** 2 - mp.csc(top) ** 2)), cuts) / mp.pi) \
            - z * z / 2 * mp.csc(top) ** 2

    mp.mp.dps = 30
    for point in [(-5, 0, 1, 4), (-20, 0, 1, 10), (-3, 0.5, 2, -1.5), (-8, 1, 1, 0.2)]:
        case("skew_normal_lcdf", skew_normal, *reals(*point))
    mp.mp.dps = 50

    def exp_mod_normal(y, mu, sigma, rate):
        z, u = (y - mu) / sigma, rate * sigma
        return mp.log(mp.ncdf(-z) + mp.exp(-u * z + u * u / 2) * mp.ncdf(z - u))

    case("exp_mod_normal_lccdf", exp_mod_normal, *reals(5, 0, 0.1, 20))
    case("gamma_q", lambda a, z: mp.gammainc(a, z, mp.inf, regularized=True), *reals(0.4, 1.2))
    case("gamma_q", lambda a, z: mp.gammainc(a, z, mp.inf, regularized=True), *reals(2.6, 2.1))
    for z in (1e-8, 3):
        case("log_modified_bessel_first_kind", lambda v, z: mp.log(mp.besseli(v, z)), *reals(0, z))

    def log_t_tail(y, nu, mu, sigma, side):
        t = side * (y - mu) / sigma
        q = mp.quad(lambda u: (1 + u * u / nu) ** (-(nu + 1) / 2), [0, t]) if t != 0 else mp.mpf(0)
        return mp.log(mp.mpf(1) / 2 + q * mp.gamma((nu + 1) / 2) / mp.gamma(nu / 2) / mp.sqrt(nu * mp.pi))

    point = reals(0, 0.01, 0, 1)
    case("student_t_lcdf", lambda *x: log_t_tail(*x, 1), *point)
    case("student_t_lccdf", lambda *x: log_t_tail(*x, -1), *point)
    case("student_t_cdf", lambda *x: mp.exp(log_t_tail(*x, 1)), *point)

    def von_mises(y, mu, kappa):
        """The upper tail on [-pi, pi]."""
        area = 2 * mp.pi * mp.exp(-kappa) * mp.besseli(0, kappa)
        return mp.quad(lambda t: mp.exp(kappa * (mp.cos(t - mu) - 1)), [y, (y + mp.pi) / 2, mp.pi]) / area

    for point in [(3, 0, 100), (3.1, 0, 40)]:
        case("von_mises_lccdf", lambda y, mu, k: mp.log(von_mises(y, mu, k)), *reals(*point))
    case("von_mises_lcdf", lambda y, mu, k: mp.log1p(-von_mises(y, mu, k)), *reals(3, 0, 100))

    def tail(p):
        return mp.log(mp.fsum(mp.binomial(10, k) * p**k * (1 - p) ** (10 - k) for k in range(6, 11)))

    p = mp.mpf(1e-10)
    slope = (tail(p * (1 + mp.mpf(10) ** -20)) - tail(p * (1 - mp.mpf(10) ** -20))) / (2 * p * mp.mpf(10) ** -20)
    whole = [("int", 5), ("int", 10), ("real", 1e-10)]
    show("binomial_lccdf", whole, tail(p), [None, None, [float(slope)]])
    for function, value in (("poisson_cdf", 1.0), ("poisson_lcdf", -1e-300)):
        show(function, [("int", 0), ("real", 1e-300)], value, [None, [-1.0]])
    r = [[1, 0.3, -0.2], [0.3, 1, 0.5], [-0.2, 0.5, 1]]

    def lkj(eta):
        """Normaliser of dimension 3, and the determinant."""
        c = 2 * mp.loggamma(eta + 1) - mp.loggamma(eta + mp.mpf(1) / 2) - mp.loggamma(eta) - 3 * mp.log(mp.pi) / 2
        return c + (eta - 1) * mp.log(mp.det(mp.matrix(r)))

    h = mp.mpf(10) ** -16
    slope = (lkj(1 + h) - lkj(1 - h)) / (2 * h)
    show("lkj_corr_lpdf", [("matrix", r), ("real", 1)], lkj(mp.mpf(1)), [[0.0] * 9, [float(slope)]])


hypergeometric()
student_quantile()
covariance()
wiener()
wiener_variability()
exceptions()
vectors()
regressions()
