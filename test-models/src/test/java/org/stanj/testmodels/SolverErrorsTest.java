package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * One program with a mistake in the call of a solver, quadrature or the embedded Laplace
 * approximation in each branch: what is thrown has the kind, words and place of Stan 2.39, both by
 * the density and by the gradient. {@code different.tsv} has what differs on purpose, with the
 * reason. Calls without a mistake have Stan's value.
 */
class SolverErrorsTest {
  private static final String NAME = "solver_errors";

  /** Branches of a program: one with all of them is too large for a class. */
  private static final int BATCH = 40;

  /** Of solutions whose own tolerance is 1e-6. */
  private static final double TOLERANCE = 1e-4;

  private static final Pattern BRANCH = Pattern.compile(" {2}if \\(m == (\\d+)\\).*");
  private static final Pattern POSITION =
      Pattern.compile("; index position = \\d+(, variable = \\w+)?");

  /** Kind and message, or {@code value} and a number. */
  private record Outcome(String kind, String text) {
    boolean agrees(Outcome other) {
      if (!kind.equals("value") || !other.kind.equals("value")) {
        return equals(other);
      }
      double a = Double.parseDouble(text.replace("nan", "NaN"));
      double b = Double.parseDouble(other.text.replace("nan", "NaN"));
      return Double.compare(a, b) == 0 || Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(a));
    }
  }

  @Test
  void mistakesAreToldInStansWords() throws IOException {
    Map<String, Map<String, Outcome>> stan = table("expected.tsv");
    Map<String, Map<String, Outcome>> different = table("different.tsv");
    assertTrue(stan.size() > 450, () -> "only " + stan.size() + " cases");
    List<String> names = List.copyOf(stan.keySet());
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < names.size(); from += BATCH) {
      int to = Math.min(from + BATCH, names.size());
      CompiledModel program = branches(from, to);
      for (int m = from; m < to; m++) {
        for (String how : List.of("density", "gradient")) {
          Map<String, Outcome> ours = different.getOrDefault(names.get(m), Map.of());
          Outcome expected = ours.getOrDefault(how, stan.get(names.get(m)).get(how));
          Outcome found = evaluate(program, m, how.equals("gradient"));
          if (!expected.agrees(found)) {
            wrong.add(names.get(m) + ", " + how + ": " + found + "\n    expected " + expected);
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void reasonsAreGivenOnlyForDifferences() throws IOException {
    Map<String, Map<String, Outcome>> stan = table("expected.tsv");
    table("different.tsv")
        .forEach(
            (name, ours) ->
                ours.forEach(
                    (how, outcome) ->
                        assertTrue(!stan.get(name).get(how).agrees(outcome), name + " " + how)));
  }

  private static Path file(String name) {
    return TestPrograms.root().resolve(NAME).resolve(name);
  }

  /** What the density and the gradient do, by the name of the case, in order. */
  private static Map<String, Map<String, Outcome>> table(String name) throws IOException {
    Map<String, Map<String, Outcome>> table = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file(name))) {
      String[] cells = line.split("\t");
      if (!line.startsWith("#")) {
        Map<String, Outcome> row = table.computeIfAbsent(cells[0], n -> new LinkedHashMap<>());
        Outcome outcome = new Outcome(cells[2], cells[3]);
        if (!cells[1].equals("gradient")) {
          row.put("density", outcome);
        }
        if (!cells[1].equals("density")) {
          row.put("gradient", outcome);
        }
      }
    }
    return table;
  }

  /** The program with some of its branches; the other lines are empty, so that places stay. */
  private static CompiledModel branches(int from, int to) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(file(NAME + ".stan"))) {
      Matcher branch = BRANCH.matcher(line);
      boolean out =
          branch.matches()
              && (Integer.parseInt(branch.group(1)) < from
                  || Integer.parseInt(branch.group(1)) >= to);
      text.append(out ? "" : line).append('\n');
    }
    Path folder = Files.createTempDirectory("branches");
    Path program = folder.resolve(NAME + ".stan");
    Files.writeString(program, text);
    try {
      return TestPrograms.compile(program);
    } finally {
      Files.delete(program);
      Files.delete(folder);
    }
  }

  private static Outcome evaluate(CompiledModel program, int m, boolean gradient) {
    String data = "{\"m\": " + m + ", \"k5\": 5, \"k0\": 0, \"ks\": [1, 5]}";
    Model model = TestPrograms.bindText(program, data);
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    double[] q = new double[1];
    try {
      double value =
          gradient
              ? model.gradient(q, new double[1], Model.JACOBIAN, scratch)
              : model.logDensity(q, Model.JACOBIAN, scratch);
      return new Outcome("value", "" + value);
    } catch (RejectException e) {
      String message = TestPrograms.withoutFolders("Exception: " + e.getMessage());
      String text = POSITION.matcher(message).replaceFirst("").replace("\n", "\\n");
      return new Outcome(kind(e.kind()), text);
    }
  }

  private static String kind(RejectException.Kind kind) {
    return switch (kind) {
      case DOMAIN -> "domain";
      case INDEX -> "range";
      case SIZE -> "size";
      case FATAL -> "other";
    };
  }
}
