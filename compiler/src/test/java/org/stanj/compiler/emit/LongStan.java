package org.stanj.compiler.emit;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stan programs that are long in one way each. Their density is −½ t·t − ½ S², where S is 10⁻⁵
 * times the sum of the first terms, a term being w_i t[a_i] + sin(t[c_i]).
 */
enum LongStan {
  BLOCK(LongStan::updates),
  FUNCTION(n -> "acc += f(t);\n"),
  LOOPS(n -> "for (j in 1:1) for (k in 1:1) {\n" + updates(n) + "}\n"),
  FUNCTIONS(n -> each(n, i -> "acc += f" + i + "(t);\n")),
  DECLARATIONS(
      n ->
          each(n, i -> "real v" + i + " = " + term(i) + (i == 0 ? "" : " + v" + (i - 1)) + ";\n")
              + ("acc = v" + (n - 1) + ";\n")),
  BRANCHES(n -> each(n, i -> "if (t[" + place(i) + "] < 1e3) acc += " + term(i) + ";\n")),
  OPERANDS(
      n ->
          IntStream.range(0, n)
              .mapToObj(LongStan::term)
              .collect(Collectors.joining(" + ", "acc = ", ";\n"))),
  NESTED(
      n ->
          each(n, i -> "if (t[" + place(i) + "] < 1e3) { acc += " + term(i) + ";\n")
              + "}".repeat(n)),
  PARENTHESES(
      n ->
          "acc = "
              + "(".repeat(n)
              + term(0)
              + ")".repeat(n)
              + each(n - 1, i -> " + " + term(i + 1))
              + ";\n");

  static final int PARAMETERS = 10;
  private static final double SCALE = 1e-5;

  private final IntFunction<String> body;

  LongStan(IntFunction<String> body) {
    this.body = body;
  }

  /** A program of {@code n} terms. */
  String program(int n) {
    String functions =
        this == FUNCTION
            ? "real f(vector t) {\nreal acc = 0;\n" + updates(n) + "return acc;\n}\n"
            : this == FUNCTIONS
                ? each(n, i -> "real f" + i + "(vector t) {\nreturn " + term(i) + ";\n}\n")
                : "";
    return "functions {\n"
        + functions
        + "}\nparameters {\nvector["
        + PARAMETERS
        + "] t;\n}\nmodel {\nreal acc = 0;\n"
        + body.apply(n)
        + "target += -0.5 * dot_self(t) - 0.5 * square(1e-5 * acc);\n}\n";
  }

  private static String each(int n, IntFunction<String> text) {
    return IntStream.range(0, n).mapToObj(text).collect(Collectors.joining());
  }

  private static String updates(int n) {
    return each(n, i -> "acc += " + term(i) + ";\n");
  }

  private static int place(int i) {
    return i % PARAMETERS + 1;
  }

  private static int other(int i) {
    return 7 * i % PARAMETERS + 1;
  }

  private static String term(int i) {
    return "0." + i % 17 + " * t[" + place(i) + "] + sin(t[" + other(i) + "])";
  }

  private static double weight(int i) {
    return Double.parseDouble("0." + i % 17);
  }

  /** The density at a point, and behind it its gradient, of a program of {@code n} terms. */
  static double[] expected(int n, double[] t) {
    double sum = 0;
    double[] slopes = new double[PARAMETERS];
    for (int i = 0; i < n; i++) {
      sum += weight(i) * t[place(i) - 1] + Math.sin(t[other(i) - 1]);
      slopes[place(i) - 1] += weight(i);
      slopes[other(i) - 1] += Math.cos(t[other(i) - 1]);
    }
    double[] all = new double[PARAMETERS + 1];
    all[0] = -0.5 * SCALE * sum * SCALE * sum;
    for (int k = 0; k < PARAMETERS; k++) {
      all[0] -= 0.5 * t[k] * t[k];
      all[k + 1] = -t[k] - SCALE * SCALE * sum * slopes[k];
    }
    return all;
  }
}
