package org.stanj.compiler.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stanj.stdlib.abi.BoundCallback.Method;

/**
 * The core language as text, one statement a line: what {@code --dump} shows. Equal programs give
 * equal text.
 */
public final class Printer {
  private Printer() {}

  /** The whole program: fields, kernels, output variables, then functions in their order. */
  public static String program(CoreProgram program) {
    StringBuilder out = new StringBuilder("program " + program.name() + "\n");
    for (Var field : program.fields()) {
      out.append("field ").append(field.type()).append(' ').append(field.name()).append('\n');
    }
    for (int id = 0; id < program.kernels().size(); id++) {
      CoreProgram.SliceKernel kernel = program.kernels().get(id);
      out.append("kernel ").append(id).append(" value ").append(kernel.value());
      kernel.gradient().ifPresent(gradient -> out.append(" gradient ").append(gradient));
      out.append('\n');
    }
    for (int id = 0; id < program.callbacks().size(); id++) {
      CoreProgram.Callback callback = program.callbacks().get(id);
      out.append("callback ").append(id).append(' ').append(callback.function());
      for (Method method : Method.values()) {
        String name = callback.methods().get(method);
        out.append(name == null ? "" : " " + method + " " + name);
      }
      out.append('\n');
    }
    for (CoreProgram.OutputVariable v : program.variables()) {
      out.append("output ").append(v.block()).append(' ').append(v.form()).append(' ');
      out.append(v.name()).append(" rank ").append(v.rank());
      out.append(" unconstrained ").append(v.unconstrainedRank()).append('\n');
    }
    for (Map.Entry<String, CoreFunction> function : program.functions().entrySet()) {
      out.append('\n').append(function(function.getValue()));
    }
    return out.toString();
  }

  /** One function with its body. */
  public static String function(CoreFunction function) {
    String result = function.result().map(CoreType::toString).orElse("void");
    String parameters =
        function.parameters().stream()
            .map(p -> p.type() + " " + p.name())
            .collect(Collectors.joining(", "));
    StringBuilder out = new StringBuilder();
    out.append(result).append(' ').append(function.name());
    out.append('(').append(parameters).append(") {\n");
    new StatementPrinter(out, 1).body(function.body());
    return out.append("}\n").toString();
  }

  /** Statements, each ended by a line end. */
  public static String statements(List<Stmt> statements) {
    StringBuilder out = new StringBuilder();
    new StatementPrinter(out, 0).body(statements);
    return out.toString();
  }

  /** One statement, ended by a line end; those in its bodies are indented below it. */
  public static String statement(Stmt statement) {
    return statements(List.of(statement));
  }

  /** An expression on one line. */
  public static String expression(Expr expression) {
    return expression.accept(new ExpressionPrinter(new StringBuilder())).toString();
  }

  static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
