package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random Stan expressions over the variables in scope; vectors have three elements. Values stay
 * small, so that long programs do not overflow.
 */
final class RandomExpressions {
  final SplittableRandom random;

  /** Names in scope. */
  final List<String> reals = new ArrayList<>();

  final List<String> vectors = new ArrayList<>();
  final List<String> indices = new ArrayList<>();

  /** Functions that may be called: (real, real) to real, (vector, real) to vector. */
  final List<String> realFunctions = new ArrayList<>();

  final List<String> vectorFunctions = new ArrayList<>();

  RandomExpressions(SplittableRandom random) {
    this.random = random;
  }

  boolean chance(double p) {
    return random.nextDouble() < p;
  }

  String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  String literal() {
    return String.valueOf((random.nextInt(31) - 15) / 10.0);
  }

  /** An index between 1 and 3. */
  String index() {
    if (indices.isEmpty() || chance(0.3)) {
      return String.valueOf(1 + random.nextInt(3));
    }
    String i = pick(indices);
    return chance(0.6) ? i : "1 + " + i + " % 3";
  }

  String test(int depth) {
    if (!indices.isEmpty() && chance(0.3)) {
      return pick(indices) + " " + pick(List.of("<", "==", ">=", "!=")) + " " + index();
    }
    String simple = real(depth) + pick(List.of(" > ", " < ")) + literal();
    return chance(0.15) ? simple + pick(List.of(" && ", " || ")) + test(0) : simple;
  }

  String real(int depth) {
    if (depth <= 0 || chance(0.15)) {
      return leaf();
    }
    return switch (random.nextInt(15)) {
      case 0 -> real(depth - 1) + " + " + real(depth - 1);
      case 1 -> "(" + real(depth - 1) + " - " + real(depth - 1) + ")";
      case 2, 3 -> "sin(" + real(depth - 1) + ") * " + leaf();
      case 4 -> "(" + real(depth - 1) + " / (1 + square(" + leaf() + ")))";
      case 5 -> pick(List.of("tanh", "inv_logit", "Phi", "atan")) + "(" + real(depth - 1) + ")";
      case 6 -> "exp(-square(" + real(depth - 1) + "))";
      case 7 -> "log1p_exp(" + real(depth - 1) + ") * 0.5";
      case 8 -> "(" + test(depth - 1) + " ? " + real(depth - 1) + " : " + real(depth - 1) + ")";
      case 9 -> "dot_product(" + vector(depth - 1) + ", " + vector(depth - 1) + ") * 0.1";
      case 10 -> pick(List.of("log_sum_exp", "mean", "max")) + "(" + vector(depth - 1) + ")";
      case 11 -> "sum(" + vector(depth - 1) + ") * 0.2";
      case 12 ->
          "normal_lpdf(" + leaf() + " | " + real(depth - 1) + ", 2 + sin(" + leaf() + ")) * 0.1";
      case 13 -> call(realFunctions, real(depth - 1), leaf());
      default -> "(" + vector(depth - 1) + ")[" + index() + "]";
    };
  }

  String call(List<String> functions, String first, String second) {
    return functions.isEmpty() ? first : pick(functions) + "(" + first + ", " + second + ", M)";
  }

  String leaf() {
    if (chance(0.15)) {
      return literal();
    }
    return chance(0.5) ? pick(reals) : pick(vectors) + "[" + index() + "]";
  }

  String vector(int depth) {
    if (depth <= 0 || chance(0.2)) {
      return pick(vectors);
    }
    return switch (random.nextInt(12)) {
      case 0 -> "(" + vector(depth - 1) + " + " + vector(depth - 1) + ")";
      case 1 -> "(" + vector(depth - 1) + " .* sin(" + vector(depth - 1) + "))";
      case 2 -> "(" + vector(depth - 1) + " * tanh(" + real(depth - 1) + "))";
      case 3 -> "softmax(" + vector(depth - 1) + ")";
      case 4 -> "rep_vector(" + real(depth - 1) + ", 3)";
      case 5 -> "(" + vector(depth - 1) + ")[{3, 1, 1}]";
      case 6 -> "append_row(" + leaf() + ", (" + vector(depth - 1) + ")[1:2])";
      case 7 -> "(M * " + vector(depth - 1) + ")";
      case 8 -> "reverse(" + vector(depth - 1) + ")";
      case 9 -> "(" + test(depth - 1) + " ? " + vector(depth - 1) + " : " + pick(vectors) + ")";
      case 10 -> "[" + real(depth - 1) + ", " + leaf() + ", " + leaf() + "]'";
      default -> call(vectorFunctions, vector(depth - 1), leaf());
    };
  }
}
