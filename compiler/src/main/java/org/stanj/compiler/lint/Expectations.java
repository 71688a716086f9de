package org.stanj.compiler.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What distributions expect of their arguments, from the resource {@code distributions.tsv}. It is
 * a table of its own, since the checks of the prelude are those of run time: they let pass edges
 * such as a rate of zero, which no program means.
 */
final class Expectations {
  private static final Expectations TABLE = read();

  /**
   * One argument.
   *
   * @param role what it is, with its article
   */
  record Expectation(Domain domain, String role) {}

  private record Argument(String distribution, int index) {}

  private final Map<Argument, Expectation> rows;

  private Expectations(Map<Argument, Expectation> rows) {
    this.rows = Map.copyOf(rows);
  }

  /**
   * @param index 0 for the random variable
   */
  static Optional<Expectation> of(String distribution, int index) {
    return Optional.ofNullable(TABLE.rows.get(new Argument(distribution, index)));
  }

  private static Expectations read() {
    Map<Argument, Expectation> rows = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(Expectations.class.getResourceAsStream("distributions.tsv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              row ->
                  rows.put(
                      new Argument(row[0], Integer.parseInt(row[1])),
                      new Expectation(Domain.valueOf(row[2]), row[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Expectations(rows);
  }
}
