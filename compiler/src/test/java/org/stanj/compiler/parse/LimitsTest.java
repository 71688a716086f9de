package org.stanj.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.BlockKind;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.SyntaxPrinter;

/** Programs that are very large or very deep. */
class LimitsTest {
  private static Program parse(String text) {
    return Parser.parseProgram(
        SourceFile.of("limits.stan", text), ParseOptions.lenient(), warning -> {});
  }

  private static ErrorCode refusal(String text) {
    return assertThrows(DiagnosticException.class, () -> parse(text)).diagnostic().code();
  }

  private static <T> T withStack(long bytes, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "parser", bytes);
    thread.start();
    return task.get();
  }

  @Test
  void longChainsNeedNoStack() {
    String sum = "x" + " + x * 2".repeat(10_000);
    String text = "model {\n  target += " + sum + ";\n}\n";
    assertEquals(text, SyntaxPrinter.print(parse(text)));
  }

  @Test
  void longProgramsNeedNoStack() {
    Program program = parse("model {" + "x ~ normal(0, 1);".repeat(10_000) + "}");
    assertEquals(10_000, program.statements(BlockKind.MODEL).size());
  }

  @Test
  void manyPrefixOperatorsNeedNoStackInTheParser() {
    Program program = parse("model { x = " + "-".repeat(10_000) + "1; }");
    assertEquals(1, program.statements(BlockKind.MODEL).size());
  }

  @Test
  void thousandBracketsAreReadOnALargeStack() throws Exception {
    String text = "model { x = " + "(".repeat(999) + "1" + ")".repeat(999) + "; }";
    assertEquals(1, withStack(1L << 26, () -> parse(text)).statements(BlockKind.MODEL).size());
  }

  @Test
  void moreBracketsAreRefused() {
    assertEquals(ErrorCode.NESTING_TOO_DEEP, refusal("model { x = " + "(".repeat(1_000) + "1; }"));
    assertEquals(ErrorCode.NESTING_TOO_DEEP, refusal("model " + "{".repeat(100_000)));
  }

  @Test
  void deepStatementsAreRefused() {
    for (String nested : List.of("if (1) ", "while (1) ", "for (i in 1:2) ")) {
      assertEquals(
          ErrorCode.STATEMENTS_TOO_DEEP, refusal("model { " + nested.repeat(10_000) + "; }"));
    }
    String chain = "if (1) ; " + "else if (2) ; ".repeat(10_000);
    assertEquals(ErrorCode.STATEMENTS_TOO_DEEP, refusal("model { " + chain + "}"));
  }

  @Test
  void longNamesAreRefused() {
    assertEquals(ErrorCode.NAME_TOO_LONG, refusal("data { int " + "n".repeat(100_000) + "; }"));
  }

  @Test
  void exhaustedStackIsADiagnostic() throws Exception {
    String text = "model { x = " + "a ? b : ".repeat(100_000) + "c; }";
    assertEquals(ErrorCode.PROGRAM_TOO_DEEP, withStack(1L << 19, () -> refusal(text)));
  }

  @Test
  void hugeFileIsRefused() {
    assertEquals(ErrorCode.FILE_TOO_LARGE, refusal(" ".repeat((10 << 20) + 1)));
  }
}
