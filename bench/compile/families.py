"""Families of programs that grow in one direction each: families.py FAMILY N writes the program to stdout."""

import sys

TERM = "t[{a}]*0.0{b} + sin(t[{c}])*cos({i}*0.01)"


def term(i: int) -> str:
    return TERM.format(a=i % 50 + 1, b=i % 17, c=(i * 7) % 50 + 1, i=i)


def program(model: str, functions: str = "", transformed: str = "") -> str:
    parts = [
        f"functions {{\n{functions}}}\n" if functions else "",
        "data {\n  int N;\n  vector[N] y;\n}\n",
        "parameters {\n  vector[50] t;\n  real<lower=0> s;\n}\n",
        f"transformed parameters {{\n{transformed}}}\n" if transformed else "",
        f"model {{\n  t ~ normal(0, 1);\n  s ~ normal(0, 1);\n{model}}}\n",
    ]
    return "".join(parts)


def lines(texts) -> str:
    return "".join(f"  {text}\n" for text in texts)


def updates(n: int):
    return [f"acc += {term(i)};" for i in range(n)]


def block(n: int) -> str:
    """n statements of transformed parameters, whose sum is the location of the data."""
    return program(lines(["y ~ normal(acc, s);"]), transformed=lines(["real acc = 0;", *updates(n)]))


def target(n: int) -> str:
    """n additions to the target."""
    return program(lines(f"target += {term(i)};" for i in range(n)))


def tildes(n: int) -> str:
    """n sampling statements."""
    return program(lines(f"t[{i % 50 + 1}] ~ normal({i % 7}, s + {i});" for i in range(n)))


def function(n: int) -> str:
    """n statements of one function."""
    body = lines(["real acc = 0;", *updates(n), "return acc;"])
    return program(lines(["y ~ normal(f(t), s);"]), functions=f"real f(vector t) {{\n{body}}}\n")


def loops(n: int) -> str:
    """n statements in the innermost of three loops."""
    body = lines(f"acc[i] += {term(i)} * y[i] * j * k;" for i in range(n))
    head = "  vector[N] acc = rep_vector(0, N);\n  for (i in 1:N) for (j in 1:2) for (k in 1:2) {\n"
    return program(head + body + "  }\n  target += -0.5 * dot_self(acc);\n")


def nested(n: int) -> str:
    """n loops, each within one before it up to a depth of ten."""
    out = []
    for start in range(0, n, 10):
        depth = min(10, n - start)
        out += [f"for (i{start + d} in 1:1) {{ target += i{start + d} * sin(t[{d + 1}]);" for d in range(depth)]
        out.append("}" * depth)
    return program(lines(out))


def branches(n: int) -> str:
    """n branches, one after the other, on parameters."""
    return program(
        lines(["real acc = 0;", *(f"if (t[{i % 50 + 1}] > {i}) acc += {term(i)};" for i in range(n)), "y ~ normal(acc, s);"])
    )


def functions(n: int) -> str:
    """n functions, each called once."""
    texts = "".join(f"real f{i}(vector t) {{\n  return {term(i)};\n}}\n" for i in range(n))
    return program(lines(f"target += f{i}(t);" for i in range(n)), functions=texts)


def declarations(n: int) -> str:
    """n parameters with a prior each."""
    names = lines(f"real<lower=0> p{i};" for i in range(n))
    return "parameters {\n" + names + "}\nmodel {\n" + lines(f"p{i} ~ normal({i}, 1);" for i in range(n)) + "}\n"


def locals(n: int) -> str:
    """n local variables, each from the one before."""
    return program(
        lines(["real v0 = t[1];", *(f"real v{i} = v{i - 1} * 0.5 + sin(t[{i % 50 + 1}]);" for i in range(1, n)), f"y ~ normal(v{n - 1}, s);"])
    )


def data(n: int) -> str:
    """n declarations of transformed data, each a vector."""
    names = lines(f"vector[N] d{i} = y * {i};" for i in range(n))
    uses = lines(f"target += t[{i % 50 + 1}] * d{i}[1];" for i in range(n))
    return program(uses).replace("parameters {", "transformed data {\n" + names + "}\nparameters {", 1)


def quantities(n: int) -> str:
    """n generated quantities."""
    return program("") + "generated quantities {\n" + lines(f"real g{i} = {term(i)} + normal_rng(0, s);" for i in range(n)) + "}\n"


def operands(n: int) -> str:
    """One sum of n operands."""
    return program(lines(["target += " + " + ".join(f"sin(t[{i % 50 + 1}])" for i in range(n)) + ";"]))


def arrays(n: int) -> str:
    """One array expression of n elements."""
    return program(lines(["vector[%d] v = [%s]';" % (n, ", ".join(f"t[{i % 50 + 1}] * {i}" for i in range(n))), "target += -sum(v);"]))


def parentheses(n: int) -> str:
    """A term in n parentheses."""
    return program(lines(["target += " + "(" * n + "t[1]" + ")" * n + ";"]))


def calls(n: int) -> str:
    """n calls of a function, one in the other."""
    return program(lines(["target += " + "sin(" * n + "t[1]" + ")" * n + ";"]))


def blocks(n: int) -> str:
    """n blocks, one in the other."""
    return program(lines(["{ real acc = 0;", *(f"if (t[{i % 50 + 1}] < 1e3) {{ acc += {term(i)};" for i in range(n)), "}" * n, "target += acc; }"]))


FAMILIES = {
    f.__name__: f
    for f in (
        block, target, tildes, function, loops, nested, branches, functions, declarations, locals, data, quantities,
        operands, arrays, parentheses, calls, blocks,
    )
}

if __name__ == "__main__":
    sys.stdout.write(FAMILIES[sys.argv[1]](int(sys.argv[2])))
