package org.stanj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.syntax.Program;

/** Gives functions their present names, and takes away declarations before the definition. */
final class Deprecations {
  private static final Map<String, String> RENAMED =
      Map.of(
          "fabs", "abs",
          "cov_exp_quad", "gp_exp_quad_cov",
          "multiply_log", "lmultiply",
          "binomial_coefficient_log", "lchoose");

  private Deprecations() {}

  static Expression renamed(Expression expression) {
    if (!(expression instanceof Expression.Call call)) {
      return expression;
    }
    Identifier function = call.function();
    if (function.name().equals("if_else") && call.arguments().size() == 3) {
      List<Expression> parts = call.arguments();
      return new Expression.Parenthesized(
          new Expression.Conditional(parts.get(0), parts.get(1), parts.get(2), call.span()),
          call.span());
    }
    String name = RENAMED.getOrDefault(function.name(), function.name());
    return new Expression.Call(
        new Identifier(name, function.span()), call.arguments(), call.span());
  }

  /** Every function is known in all others, so that declarations are not needed. */
  static Program withoutDeclarations(Program program) {
    List<Program.Block> blocks = new ArrayList<>();
    for (Program.Block block : program.blocks()) {
      blocks.add(
          block instanceof Program.Functions functions ? withoutDeclarations(functions) : block);
    }
    return new Program(program.file(), program.included(), blocks);
  }

  private static Program.Functions withoutDeclarations(Program.Functions block) {
    List<FunctionDefinition> kept =
        block.definitions().stream()
            .filter(f -> f.body().isPresent() || !isDefined(f, block.definitions()))
            .toList();
    return new Program.Functions(kept, block.span());
  }

  private static boolean isDefined(FunctionDefinition declared, List<FunctionDefinition> all) {
    return all.stream()
        .anyMatch(f -> f.body().isPresent() && f.name().name().equals(declared.name().name()));
  }
}
