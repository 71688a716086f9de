package org.stanj.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that are written and read, and their numbers. */
final class SourceLinesTest {
  private static final SourceLines LINES =
      new SourceLines(
          List.of(
              new SourceLines.File("a b.stan", List.of("data {", "", "} // 3 x")),
              new SourceLines.File("empty.stan", List.of()),
              new SourceLines.File("i.stan", List.of("real x;"))));

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(LINES, SourceLines.read(LINES.written()));
    assertEquals(SourceLines.NONE, SourceLines.read(SourceLines.NONE.written()));
  }

  @Test
  void numbersGoOnFromFileToFile() {
    assertEquals(new SourceLines.Place("", 3, "} // 3 x"), LINES.place(3));
    assertEquals(new SourceLines.Place("i.stan", 1, "real x;"), LINES.place(4));
    assertEquals(new SourceLines.Place("", 0, ""), LINES.place(0));
    assertEquals(new SourceLines.Place("", 0, ""), LINES.place(5));
  }
}
