package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.compiler.library.Constraint;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.ConstrainedType;
import org.stanj.compiler.typed.StanType;
import org.stanj.stdlib.check.Checks;

/** The prelude says of each constrained type what the compiler needs. */
class ConstraintTest {
  @ParameterizedTest
  @EnumSource
  void preludeDeclares(ConstrainedType type) {
    Constraint constraint = Checking.LIBRARY.constraint(type.keyword());
    String shape = type.shape().keyword();
    LibraryFunction jacobian = constraint.jacobian();
    String free = jacobian.parameters().get(0).type();
    assertEquals(type.keyword(), constraint.type());
    assertEquals(shape, jacobian.result());
    assertEquals(shape, constraint.unconstrain().parameters().get(0).type());
    assertEquals(free, constraint.unconstrain().result());
    assertEquals(free.equals("matrix") ? 2 : 1, constraint.free().size());
    for (LibraryFunction.Parameter size : jacobian.parameters().subList(1, count(jacobian))) {
      assertTrue(constraint.sizes().contains(size.name()), size.name());
    }
  }

  private static int count(LibraryFunction f) {
    return f.parameters().size();
  }

  @ParameterizedTest
  @EnumSource
  void freeSizesAreIntsOverTheDeclaredOnes(ConstrainedType type) {
    Constraint constraint = Checking.LIBRARY.constraint(type.keyword());
    for (String size : constraint.free()) {
      SourceFile file = SourceFile.of("prelude", size);
      assertEquals(
          StanType.INT,
          Checker.checkSize(constraint, Parser.parseExpression(file), Checking.LIBRARY).type());
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkIsAMethod(ConstrainedType type) {
    Set<String> methods = new TreeSet<>();
    for (Method method : Checks.class.getMethods()) {
      methods.add(method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
    String check = Checking.LIBRARY.constraint(type.keyword()).check();
    assertTrue(methods.contains(check), check);
  }

  @Test
  void aTypeThatNoEntryDeclaresIsAnError() {
    assertThrows(IllegalStateException.class, () -> Checking.LIBRARY.constraint("simple"));
  }
}
