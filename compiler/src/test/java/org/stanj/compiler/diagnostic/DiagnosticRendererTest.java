package org.stanj.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/** The form of messages: header, excerpt with caret, text. */
class DiagnosticRendererTest {
  private static final SourceFile FILE =
      SourceFile.of("m.stan", "one\ntwo\r\nthree\nfour\nfive\nsix");

  @Test
  void errorShowsTwoLinesOnEachSide() {
    Diagnostic diagnostic =
        Diagnostic.of(ErrorCode.UNEXPECTED_TOKEN, new Span(FILE, 3, 2, 3, 5), "a", "b");
    assertEquals(
        """
        Syntax error in 'm.stan', line 3, column 2 to column 5, parsing error:
           -------------------------------------------------
             1:  one
             2:  two
             3:  three
                   ^
             4:  four
             5:  five
           -------------------------------------------------

        Found a but expected b.
        """,
        DiagnosticRenderer.render(diagnostic));
  }

  @Test
  void spanOverLinesAndEmptySpan() {
    assertEquals(
        "Semantic error in 'm.stan', line 5, column 0 to line 6, column 3:",
        header(new Span(FILE, 5, 0, 6, 3), ErrorCode.RETURN_OUTSIDE_FUNCTION));
    assertEquals(
        "Semantic error in 'm.stan', line 6, column 3:",
        header(new Span(FILE, 6, 3, 6, 3), ErrorCode.RETURN_OUTSIDE_FUNCTION));
  }

  private static String header(Span span, ErrorCode code) {
    String text = DiagnosticRenderer.render(Diagnostic.of(code, span));
    return text.substring(0, text.indexOf('\n'));
  }

  @Test
  void warningIsOneLineWithIndentedContinuation() {
    Diagnostic diagnostic =
        Diagnostic.of(ErrorCode.OLD_ARRAY_SYNTAX, new Span(FILE, 2, 1, 2, 3), "x\ny");
    assertEquals(
        "Warning in 'm.stan', line 2, column 1: Sizes of an array after its name or type are old"
            + " syntax. Write x\n    y.\n",
        DiagnosticRenderer.render(diagnostic));
  }

  @Test
  void numberOfArgumentsIsChecked() {
    Span span = new Span(FILE, 1, 0, 1, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> Diagnostic.of(ErrorCode.UNEXPECTED_TOKEN, span, "one"));
  }
}
