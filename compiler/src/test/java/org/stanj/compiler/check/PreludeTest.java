package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** Every header, body and derivative of the prelude is right Stan. */
class PreludeTest {
  private final List<String> errors = new ArrayList<>();

  @Test
  void everyTextIsRight() {
    for (String name : new TreeSet<>(Checking.LIBRARY.names())) {
      for (LibraryFunction function : Checking.LIBRARY.functions(name)) {
        if (!function.functional()) {
          tryTo(name, () -> Header.of(function).signature());
        }
        if (function.form() == LibraryFunction.Form.BODY) {
          tryTo(name, () -> body(function));
        }
        function.derivatives().forEach((x, text) -> tryTo(name, () -> derivative(function, text)));
      }
    }
    assertEquals("", String.join("\n", errors));
  }

  private void tryTo(String name, Runnable check) {
    try {
      check.run();
    } catch (DiagnosticException e) {
      errors.add(name + ": " + e.diagnostic().span() + ": " + e.getMessage());
    } catch (IllegalStateException e) {
      errors.add(name + ": " + e.getMessage());
    }
  }

  private static void body(LibraryFunction function) {
    SourceFile file = SourceFile.of("prelude", function.text());
    UserFunction typed =
        Checker.checkLibraryBody(function, Parser.parseFunction(file), Checking.LIBRARY);
    assertEquals(function.withoutFunction().parameters().size(), typed.parameters().size());
  }

  private static void derivative(LibraryFunction function, String text) {
    SourceFile file = SourceFile.of("prelude", text);
    TypedExpr typed =
        Checker.checkDerivative(function, Parser.parseExpression(file), Checking.LIBRARY);
    assertEquals(StanType.REAL, typed.type());
  }
}
