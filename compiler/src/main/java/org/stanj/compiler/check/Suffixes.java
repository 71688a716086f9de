package org.stanj.compiler.check;

import java.util.List;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;

/** What the suffix of a function's name demands of its types. */
final class Suffixes {
  private Suffixes() {}

  static void check(FunctionDefinition definition, List<StanType> types, StanType result) {
    String name = definition.name().name();
    if (NameRules.conditionalSuffix(name).isEmpty()) {
      return;
    }
    if (!result.equals(StanType.REAL)) {
      throw DiagnosticException.of(
          ErrorCode.SUFFIX_RESULT, definition.span(), name, result.toString());
    }
    boolean mass = name.endsWith("_lpmf");
    boolean density = name.endsWith("_lpdf");
    String found = types.isEmpty() ? "none" : types.get(0).toString();
    boolean isInt = !types.isEmpty() && types.get(0).base() == Base.INT;
    boolean wanted = types.isEmpty() ? !mass && !density : mass ? isInt : !density || !isInt;
    if (!wanted) {
      throw DiagnosticException.of(
          ErrorCode.SUFFIX_ARGUMENT, definition.span(), name, mass ? "int" : "real", found);
    }
  }
}
