"""Data of the programs in `programs`, simulated with fixed seeds: simulate.py FOLDER writes one file a data set.

A function makes a data set; the names above it are the programs that read it.
"""

import json
import pathlib
import sys
import typing
import zlib

import numpy
from numpy.random import Generator

PROGRAMS = pathlib.Path(__file__).parent / "programs"
MAKERS: dict[str, typing.Callable[[Generator], dict]] = {}


def data_of(*programs: str):
    def register(make):
        for program in programs:
            MAKERS[program] = make
        return make

    return register


def logistic(x):
    return 1 / (1 + numpy.exp(-x))


def design(r: Generator, n: int, k: int) -> tuple:
    """X and a linear predictor without intercept."""
    x = r.normal(size=(n, k))
    return x, x @ r.normal(0, 0.4, k)


@data_of("linear_small")
def small(r: Generator) -> dict:
    x = r.normal(size=20)
    return {"N": 20, "x": x, "y": 1 + 2 * x + r.normal(0, 0.7, 20)}


@data_of("linear_loop", "linear_vectorised", "linear_glm", "linear_qr", "student_robust")
def linear(r: Generator) -> dict:
    x, eta = design(r, 5000, 10)
    return {"N": 5000, "K": 10, "X": x, "y": 1 + eta + r.normal(0, 0.7, 5000)}


@data_of("linear_huge")
def linear_huge(r: Generator) -> dict:
    x, eta = design(r, 100_000, 2)
    return {"N": 100_000, "x1": x[:, 0], "x2": x[:, 1], "y": 1 + eta + r.normal(0, 0.7, 100_000)}


@data_of("logistic_loop", "logistic_vectorised", "logistic_glm")
def binary(r: Generator) -> dict:
    x, eta = design(r, 2000, 10)
    return {"N": 2000, "K": 10, "X": x, "y": r.binomial(1, logistic(0.3 + eta))}


@data_of("logistic_huge")
def binary_huge(r: Generator) -> dict:
    x, eta = design(r, 100_000, 5)
    return {"N": 100_000, "K": 5, "X": x, "y": r.binomial(1, logistic(0.3 + eta))}


@data_of("poisson_loop", "poisson_vectorised", "poisson_glm")
def counts(r: Generator) -> dict:
    x, eta = design(r, 2000, 5)
    return {"N": 2000, "K": 5, "X": x, "y": r.poisson(numpy.exp(1 + 0.5 * eta))}


@data_of("negative_binomial_loop", "negative_binomial_vectorised", "negative_binomial_glm")
def overdispersed(r: Generator) -> dict:
    x, eta = design(r, 2000, 5)
    rate = numpy.exp(1 + 0.5 * eta) * r.gamma(2, 0.5, 2000)
    return {"N": 2000, "K": 5, "X": x, "y": r.poisson(rate)}


@data_of("beta_proportions")
def proportions(r: Generator) -> dict:
    x, eta = design(r, 1000, 3)
    mu = logistic(0.5 * eta)
    return {"N": 1000, "K": 3, "X": x, "y": numpy.clip(r.beta(mu * 10, (1 - mu) * 10), 1e-6, 1 - 1e-6)}


@data_of("gamma_log_link")
def positive(r: Generator) -> dict:
    x, eta = design(r, 1000, 3)
    return {"N": 1000, "K": 3, "X": x, "y": r.gamma(2, numpy.exp(0.5 * eta) / 2) + 1e-6}


@data_of("hierarchical_centred", "hierarchical_loop", "hierarchical_slopes")
def grouped(r: Generator) -> dict:
    n, groups = 3000, 100
    g = r.integers(1, groups + 1, n)
    x = r.normal(size=n)
    y = r.normal(1, 0.8, groups)[g - 1] + r.normal(0.6, 0.3, groups)[g - 1] * x + r.normal(0, 0.5, n)
    return {"N": n, "J": groups, "g": g, "x": x, "y": y}


@data_of("hierarchical_binomial")
def trials(r: Generator) -> dict:
    n = r.integers(5, 60, 200)
    return {"J": 200, "trials": n, "y": r.binomial(n, logistic(r.normal(-0.5, 0.6, 200)))}


@data_of("crossed_effects")
def crossed(r: Generator) -> dict:
    n, subjects, items = 10_000, 250, 40
    s, i, x = r.integers(1, subjects + 1, n), r.integers(1, items + 1, n), r.normal(size=n)
    eta = 0.2 + 0.5 * x + r.normal(0, 0.8, subjects)[s - 1] + r.normal(0, 0.5, items)[i - 1]
    sizes = {"N": n, "S": subjects, "I": items}
    return sizes | {"subject": s, "item": i, "x": x, "y": r.binomial(1, logistic(eta))}


@data_of("meta_analysis")
def studies(r: Generator) -> dict:
    s = r.uniform(0.5, 2, 24)
    return {"J": 24, "y": r.normal(r.normal(1, 1, 24), s), "s": s}


@data_of("mixture_normals")
def clusters(r: Generator) -> dict:
    z = r.choice(3, 1000, p=[0.3, 0.5, 0.2])
    return {"N": 1000, "K": 3, "y": r.normal(numpy.array([-2, 0.5, 3])[z], numpy.array([0.5, 0.7, 1])[z])}


@data_of("mixture_counts")
def mixed_counts(r: Generator) -> dict:
    return {"N": 1000, "y": r.poisson(numpy.where(r.random(1000) < 0.4, 3, 12))}


@data_of("mixture_multivariate")
def clouds(r: Generator) -> dict:
    z = r.choice(3, 500)
    centres = r.normal(0, 2, (3, 4))
    return {"N": 500, "K": 3, "D": 4, "y": centres[z] + r.normal(0, 0.6, (500, 4))}


@data_of("hmm_forward", "hmm_marginal_function")
def hidden_states(r: Generator) -> dict:
    state, y = 0, []
    for _ in range(500):
        state = state if r.random() < 0.9 else int(r.integers(3))
        y.append(r.normal([-2, 0, 2.5][state], 0.6))
    return {"T": 500, "K": 3, "y": y}


@data_of("ar_loop", "ar_vectorised")
def autoregression(r: Generator) -> dict:
    y = [0.0, 0.0, 0.0]
    while len(y) < 1000:
        y.append(0.3 + 0.5 * y[-1] - 0.2 * y[-2] + 0.1 * y[-3] + r.normal(0, 0.5))
    return {"T": 1000, "P": 3, "y": y}


@data_of("arma")
def moving_average(r: Generator) -> dict:
    y, e = [0.0], [0.0]
    while len(y) < 500:
        e.append(r.normal(0, 0.5))
        y.append(0.2 + 0.6 * y[-1] + 0.3 * e[-2] + e[-1])
    return {"T": 500, "y": y}


@data_of("garch", "stochastic_volatility")
def returns(r: Generator) -> dict:
    y, variance = [0.0], 1.0
    while len(y) < 500:
        variance = 0.2 + 0.3 * y[-1] ** 2 + 0.5 * variance
        y.append(r.normal(0, variance**0.5))
    return {"T": 500, "y": y}


@data_of("local_level", "kalman_filter")
def trend(r: Generator) -> dict:
    level = numpy.cumsum(r.normal(0.05, 0.3, 200))
    return {"T": 200, "y": level + numpy.tile([0.5, -0.2, 0.3, -0.6], 50) + r.normal(0, 0.4, 200)}


@data_of("vector_autoregression")
def several_series(r: Generator) -> dict:
    a, y = 0.4 * numpy.eye(4) + r.normal(0, 0.08, (4, 4)), [numpy.zeros(4)]
    while len(y) < 300:
        y.append(a @ y[-1] + r.normal(0, 0.5, 4))
    return {"T": 300, "D": 4, "y": y}


def answers(r: Generator) -> tuple[dict, numpy.ndarray, numpy.ndarray]:
    items, persons = 20, 300
    i, j = (v.ravel() + 1 for v in numpy.meshgrid(range(items), range(persons)))
    return {"I": items, "J": persons, "N": items * persons, "ii": i, "jj": j}, r.normal(size=persons)[j - 1], i - 1


@data_of("irt_1pl", "irt_2pl")
def right_or_wrong(r: Generator) -> dict:
    sizes, theta, item = answers(r)
    p = logistic(r.lognormal(0, 0.3, 20)[item] * (theta - r.normal(size=20)[item]))
    return sizes | {"y": r.binomial(1, p)}


@data_of("irt_graded")
def graded(r: Generator) -> dict:
    sizes, theta, item = answers(r)
    latent = r.lognormal(0, 0.3, 20)[item] * theta + r.logistic(size=len(item))
    return sizes | {"C": 5, "y": 1 + numpy.digitize(latent, [-1.5, -0.5, 0.5, 1.5])}


def curve(r: Generator, n: int) -> tuple:
    x = numpy.sort(r.uniform(-2, 2, n))
    return x, numpy.sin(2 * x) + 0.3 * x


@data_of("gp_marginal", "gp_by_hand")
def noisy_curve(r: Generator) -> dict:
    x, f = curve(r, 100)
    return {"N": 100, "x": x, "y": f + r.normal(0, 0.2, 100)}


@data_of("gp_marginal_large")
def long_curve(r: Generator) -> dict:
    x, f = curve(r, 400)
    return {"N": 400, "x": x, "y": f + r.normal(0, 0.2, 400)}


@data_of("gp_latent_counts")
def counted_curve(r: Generator) -> dict:
    x, f = curve(r, 60)
    return {"N": 60, "x": x, "y": r.poisson(numpy.exp(1 + 0.7 * f))}


@data_of("gp_basis")
def basis_curve(r: Generator) -> dict:
    x, f = curve(r, 1000)
    return {"N": 1000, "M": 25, "C": 3, "x": x, "y": f + r.normal(0, 0.2, 1000)}


@data_of("ode_predator_prey")
def predator_prey(r: Generator) -> dict:
    z, out = numpy.array([2.0, 1.0]), []
    for step in range(1, 2001):
        z = z + 0.01 * numpy.array([(0.5 - 0.3 * z[1]) * z[0], (-0.4 + 0.2 * z[0]) * z[1]])
        if step % 100 == 0:
            out.append(z * r.lognormal(0, 0.1, 2))
    return {"T": 20, "ts": numpy.arange(1.0, 21), "y0": [2.0, 1.0], "y": out}


@data_of("ode_epidemic")
def epidemic(r: Generator) -> dict:
    s, i, cases = 1 - 1 / 763, 1 / 763, []
    for step in range(1, 1401):
        infection, recovery = 1.7 * s * i, 0.5 * i
        s, i = s - 0.01 * infection, i + 0.01 * (infection - recovery)
        if step % 100 == 0:
            cases.append(r.poisson(763 * i))
    return {"T": 14, "ts": numpy.arange(1.0, 15), "population": 763, "cases": cases}


@data_of("lda")
def documents(r: Generator) -> dict:
    phi, theta = r.dirichlet(numpy.full(100, 0.2), 5), r.dirichlet(numpy.full(5, 0.5), 40)
    doc = numpy.repeat(numpy.arange(40), 50)
    words = [r.choice(100, p=phi[r.choice(5, p=theta[d])]) + 1 for d in doc]
    return {"K": 5, "V": 100, "M": 40, "N": 2000, "w": words, "doc": doc + 1}


@data_of("ordinal_logistic", "ordinal_probit")
def ratings(r: Generator) -> dict:
    x, eta = design(r, 1500, 4)
    y = 1 + numpy.digitize(eta + r.normal(size=1500), [-1, -0.2, 0.6, 1.4])
    return {"N": 1500, "K": 4, "C": 5, "X": x, "y": y}


@data_of("survival_weibull")
def lifetimes(r: Generator) -> dict:
    x, eta = design(r, 1000, 3)
    t, end = numpy.exp(1 + eta) * r.weibull(1.3, 1000), r.uniform(1, 8, 1000)
    return {"N": 1000, "K": 3, "X": x, "t": numpy.minimum(t, end), "event": (t <= end).astype(int)}


@data_of("survival_piecewise")
def person_periods(r: Generator) -> dict:
    interval, x, exposure = r.integers(1, 13, 3000), r.normal(size=3000), r.uniform(0.2, 1, 3000)
    rate = numpy.exp(-2 + 0.1 * interval + 0.4 * x) * exposure
    event = r.binomial(1, 1 - numpy.exp(-rate))
    return {"N": 3000, "B": 12, "interval": interval, "exposure": exposure, "x": x, "event": event}


@data_of("icar", "bym2")
def map_of_counts(r: Generator) -> dict:
    side = 20
    edges = [(i * side + j, i * side + j + 1) for i in range(side) for j in range(side - 1)]
    edges += [(i * side + j, (i + 1) * side + j) for i in range(side - 1) for j in range(side)]
    one, two = (numpy.array(edges) + 1).T
    field = numpy.add.outer(numpy.sin(numpy.arange(side) / 4), numpy.cos(numpy.arange(side) / 5)).ravel()
    expected = r.gamma(4, 2, side * side)
    y = r.poisson(expected * numpy.exp(0.3 * field))
    sizes = {"N": side * side, "E": len(edges), "node1": one, "node2": two}
    return sizes | {"y": y, "expected": expected, "scaling": 0.8}


@data_of("spline_smooth")
def smooth(r: Generator) -> dict:
    x, f = curve(r, 800)
    hats = numpy.maximum(0, 1 - numpy.abs(x[:, None] - numpy.linspace(-2, 2, 20)) / (4 / 19))
    return {"N": 800, "K": 20, "B": hats, "y": f + r.normal(0, 0.3, 800)}


@data_of("neural_net")
def two_spirals(r: Generator) -> dict:
    x = r.normal(size=(500, 6))
    return {"N": 500, "K": 6, "H": 20, "X": x, "y": r.binomial(1, logistic(3 * x[:, 0] * x[:, 1]))}


@data_of("categorical_glm", "categorical_loop")
def choices(r: Generator) -> dict:
    x = r.normal(size=(1000, 5))
    eta = x @ r.normal(0, 0.7, (5, 4)) + r.gumbel(size=(1000, 4))
    return {"N": 1000, "K": 5, "C": 4, "X": x, "y": 1 + eta.argmax(1)}


@data_of("multinomial_counts")
def tables(r: Generator) -> dict:
    p = r.dirichlet(numpy.full(6, 2.0), 80)
    return {"N": 80, "C": 6, "y": [r.multinomial(50, row) for row in p]}


@data_of("zero_inflated_poisson")
def many_zeros(r: Generator) -> dict:
    x, eta = design(r, 1500, 3)
    y = numpy.where(r.random(1500) < 0.3, 0, r.poisson(numpy.exp(0.8 + 0.5 * eta)))
    return {"N": 1500, "K": 3, "X": x, "y": y}


@data_of("hurdle_lognormal")
def amounts(r: Generator) -> dict:
    x = r.normal(size=1500)
    y = numpy.where(r.random(1500) < logistic(0.5 + x), r.lognormal(0.3 * x, 0.6), 0)
    return {"N": 1500, "x": x, "y": y}


def sparse_effects(r: Generator, n: int, k: int) -> tuple:
    x, beta = r.normal(size=(n, k)), numpy.zeros(k)
    beta[:5] = [2, -2, 1.5, -1, 1]
    return x, x @ beta


@data_of("horseshoe")
def few_effects(r: Generator) -> dict:
    x, eta = sparse_effects(r, 200, 100)
    return {"N": 200, "K": 100, "X": x, "y": eta + r.normal(size=200)}


@data_of("horseshoe_regularised")
def few_effects_binary(r: Generator) -> dict:
    x, eta = sparse_effects(r, 100, 200)
    return {"N": 100, "K": 200, "X": x, "y": r.binomial(1, logistic(eta))}


@data_of("factor_analysis")
def factors(r: Generator) -> dict:
    y = r.normal(size=(200, 3)) @ r.normal(size=(3, 12)) + r.normal(0, 0.5, (200, 12))
    return {"N": 200, "D": 12, "K": 3, "Y": y}


@data_of("correlated_responses")
def responses(r: Generator) -> dict:
    x = r.normal(size=(500, 4))
    noise = r.multivariate_normal(numpy.zeros(3), 0.5 * numpy.eye(3) + 0.5, 500)
    return {"N": 500, "D": 3, "K": 4, "x": x, "y": x @ r.normal(size=(4, 3)) + noise}


@data_of("measurement_error")
def seen_with_error(r: Generator) -> dict:
    x, s = r.normal(2, 1.5, 500), r.uniform(0.2, 0.8, 500)
    return {"N": 500, "x_seen": r.normal(x, s), "s": s, "y": 1 + 0.5 * x + r.normal(0, 0.4, 500)}


@data_of("change_point")
def disasters(r: Generator) -> dict:
    return {"T": 110, "y": numpy.concatenate([r.poisson(3, 40), r.poisson(1, 70)])}


@data_of("capture_recapture")
def histories(r: Generator) -> dict:
    n, t = 400, 8
    first = r.integers(1, t, n)
    y = numpy.zeros((n, t), int)
    for i in range(n):
        alive = True
        y[i, first[i] - 1] = 1
        for s in range(first[i], t):
            alive = alive and r.random() < 0.8
            y[i, s] = int(alive and r.random() < 0.6)
    last = t - y[:, ::-1].argmax(1)
    return {"T": t, "N": n, "first": first, "last": last, "y": y}


def plain(value):
    """Numbers and lists in place of numpy's, for JSON."""
    if isinstance(value, numpy.ndarray):
        return value.tolist()
    if isinstance(value, numpy.generic):
        return value.item()
    return [plain(v) for v in value] if isinstance(value, list) else value


def write(program: str, folder: pathlib.Path) -> pathlib.Path:
    """The data file of a program; programs of one data set share it."""
    make = MAKERS[program]
    path = folder / f"{make.__name__}.json"
    folder.mkdir(parents=True, exist_ok=True)
    r = numpy.random.default_rng(zlib.crc32(make.__name__.encode()))
    path.write_text(json.dumps({k: plain(v) for k, v in make(r).items()}) + "\n")
    return path


def names() -> list[str]:
    """All programs, each of which has data."""
    programs = sorted(path.stem for path in PROGRAMS.glob("*.stan"))
    assert programs == sorted(MAKERS), set(programs) ^ set(MAKERS)
    return programs


if __name__ == "__main__":
    for name in names():
        write(name, pathlib.Path(sys.argv[1]))
