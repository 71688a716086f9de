package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random Stan programs: functions with early returns, loops left early, branches on parameters,
 * variables and containers that are assigned again and again. All have the same parameters.
 */
final class RandomStan {
  private static final int DEPTH = 2;

  /** Loops in loops. */
  private static final int DEEPEST = 3;

  private static final String PARAMETERS = "vector[3] p;\n  real a;\n  matrix[3, 3] M;";

  /** What a list of statements may do. */
  private enum Place {
    MODEL,
    REAL_FUNCTION,
    VECTOR_FUNCTION
  }

  private final RandomExpressions values;
  private final StringBuilder text = new StringBuilder();
  private final List<String> assignableReals = new ArrayList<>();
  private final List<String> assignableVectors = new ArrayList<>();
  private Place place = Place.MODEL;
  private int budget;
  private int loops;
  private int next;

  private RandomStan(SplittableRandom random) {
    values = new RandomExpressions(random);
  }

  /** The program of a seed. */
  static String program(long seed) {
    RandomStan program = new RandomStan(new SplittableRandom(seed));
    program.functions();
    program.model();
    return program.text.toString();
  }

  private void line(String s) {
    text.append("  ").append(s).append('\n');
  }

  private String fresh(String base) {
    return base + next++;
  }

  private void functions() {
    text.append("functions {\n");
    for (int k = 0; k < 2; k++) {
      function(Place.REAL_FUNCTION, "f" + k, "real f" + k + "(real x, real y, matrix M)");
      function(Place.VECTOR_FUNCTION, "g" + k, "vector g" + k + "(vector v, real x, matrix M)");
    }
    text.append("}\n");
  }

  private void function(Place where, String name, String head) {
    place = where;
    budget = 7;
    values.reals.clear();
    values.vectors.clear();
    boolean real = where == Place.REAL_FUNCTION;
    values.reals.addAll(real ? List.of("x", "y") : List.of("x"));
    values.vectors.add("v");
    line(head + " {");
    if (real) {
      line("vector[3] v = [x, y, 0.5]';");
      assignableVectors.add("v");
    }
    line("real s = " + values.real(1) + ";");
    values.reals.add("s");
    assignableReals.add("s");
    statements(3);
    line("return " + result() + ";");
    line("}");
    assignableReals.clear();
    assignableVectors.clear();
    (real ? values.realFunctions : values.vectorFunctions).add(name);
  }

  private String result() {
    return place == Place.REAL_FUNCTION ? values.real(DEPTH) : values.vector(DEPTH);
  }

  private void model() {
    text.append("parameters {\n  ").append(PARAMETERS).append("\n}\nmodel {\n");
    place = Place.MODEL;
    budget = 25;
    values.reals.clear();
    values.vectors.clear();
    values.reals.add("a");
    values.vectors.add("p");
    statements(6);
    line("target += " + values.real(DEPTH) + ";");
    text.append("}\n");
  }

  /** Some statements with what they declare, which is out of scope afterwards. */
  private void statements(int most) {
    int[] sizes = {
      values.reals.size(), values.vectors.size(), assignableReals.size(), assignableVectors.size()
    };
    int n = 1 + values.random.nextInt(most);
    for (int i = 0; i < n && budget > 0; i++) {
      budget--;
      statement();
    }
    cut(values.reals, sizes[0]);
    cut(values.vectors, sizes[1]);
    cut(assignableReals, sizes[2]);
    cut(assignableVectors, sizes[3]);
  }

  private static void cut(List<String> names, int size) {
    names.subList(size, names.size()).clear();
  }

  private void statement() {
    int kinds = loops < DEEPEST ? 14 : 8;
    switch (values.random.nextInt(kinds)) {
      case 0, 1 -> declare();
      case 2 -> assignReal();
      case 3, 4 -> assignVector();
      case 5 -> target();
      case 6 -> leave();
      case 7 -> changeConstant();
      case 8 -> branch();
      case 9, 10 -> loop();
      case 11 -> repeat();
      case 12 -> each();
      default -> block();
    }
  }

  private void declare() {
    if (values.chance(0.5)) {
      String name = fresh("s");
      boolean set = values.chance(0.7);
      line("real " + name + (set ? " = " + values.real(DEPTH) : "") + ";");
      if (!set) {
        line("if (" + values.test(1) + ") " + name + " = " + values.real(1) + ";");
        line("else " + name + " = " + values.leaf() + ";");
      }
      values.reals.add(name);
      assignableReals.add(name);
    } else {
      String name = fresh("w");
      line("vector[3] " + name + " = " + values.vector(DEPTH) + ";");
      values.vectors.add(name);
      assignableVectors.add(name);
    }
  }

  private void assignReal() {
    if (assignableReals.isEmpty()) {
      declare();
      return;
    }
    String name = values.pick(assignableReals);
    String operator = values.pick(List.of("=", "=", "+=", "-=", "*="));
    String value = operator.equals("*=") ? "tanh(" + values.real(1) + ")" : values.real(DEPTH);
    line(name + " " + operator + " " + value + ";");
  }

  private void assignVector() {
    if (assignableVectors.isEmpty()) {
      declare();
      return;
    }
    String name = values.pick(assignableVectors);
    switch (values.random.nextInt(6)) {
      case 0 -> line(name + " = " + values.vector(DEPTH) + ";");
      case 1 -> line(name + "[1:2] = (" + values.vector(1) + ")[2:3];");
      case 2 -> line(name + "[{3, 1}] = (" + values.vector(1) + ")[{1, 2}];");
      case 3 -> line(name + " += " + values.vector(1) + ";");
      case 4 -> line(name + "[" + values.index() + "] *= tanh(" + values.real(1) + ");");
      default -> line(name + "[" + values.index() + "] = " + values.real(DEPTH) + ";");
    }
  }

  /** The same term on both sides of a change of what it reads, which has no derivatives. */
  private void changeConstant() {
    String name = fresh("c");
    line("vector[3] " + name + " = [" + values.literal() + ", 0.4, " + values.literal() + "]';");
    String element = name + "[" + values.index() + "]";
    String term = "sin(" + element + " + 0.3) * " + values.leaf();
    change(term);
    line(element + " = cos(2 * " + name + "[" + values.index() + "]);");
    change(term);
    values.vectors.add(name);
  }

  private void change(String term) {
    if (place == Place.MODEL) {
      line("target += " + term + ";");
    } else if (!assignableReals.isEmpty()) {
      line(values.pick(assignableReals) + " += " + term + ";");
    }
  }

  private void branch() {
    line("if (" + values.test(1) + ") {");
    statements(3);
    if (values.chance(0.6)) {
      line("} else {");
      statements(3);
    }
    line("}");
  }

  private void loop() {
    String i = fresh("i");
    String from = values.chance(0.7) ? "1" : values.index();
    String to = values.chance(0.7) ? "3" : values.index();
    line("for (" + i + " in " + from + " : " + to + ") {");
    values.indices.add(i);
    body();
    values.indices.remove(i);
    line("}");
  }

  private void body() {
    loops++;
    statements(4);
    loops--;
  }

  private void repeat() {
    String n = fresh("n");
    line("int " + n + " = 0;");
    line(
        "while ("
            + n
            + " < 3"
            + (values.chance(0.4) ? " && (" + values.test(1) + ")" : "")
            + ") {");
    line(n + " += 1;");
    values.indices.add(n);
    body();
    values.indices.remove(n);
    line("}");
  }

  private void each() {
    String x = fresh("x");
    line("for (" + x + " in " + values.vector(1) + ") {");
    values.reals.add(x);
    body();
    values.reals.remove(x);
    line("}");
  }

  private void leave() {
    boolean function = place != Place.MODEL;
    if (function && (loops == 0 || values.chance(0.4))) {
      line("if (" + values.test(1) + ") return " + result() + ";");
    } else if (loops > 0) {
      String jump = values.pick(List.of("break", "continue"));
      line("if (" + values.test(1) + ") " + jump + ";");
    } else {
      branch();
    }
  }

  private void target() {
    if (place == Place.MODEL) {
      line("target += " + values.real(DEPTH) + ";");
    } else {
      assignReal();
    }
  }

  private void block() {
    line("{");
    statements(4);
    line("}");
  }
}
