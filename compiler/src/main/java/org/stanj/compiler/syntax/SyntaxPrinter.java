package org.stanj.compiler.syntax;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes syntax as canonical Stan: today's notation, two blanks of indent, one statement a line, no
 * comments. Parsing the text gives the same tree again.
 */
public final class SyntaxPrinter {
  private SyntaxPrinter() {}

  /** The text of a program, ending in a line break unless it is empty. */
  public static String print(Program program) {
    StatementPrinter printer = new StatementPrinter();
    for (Program.Block block : program.blocks()) {
      if (block instanceof Program.Functions functions) {
        printer.open(block.kind().keyword());
        functions.definitions().forEach(definition -> function(definition, printer));
        printer.close();
      } else if (block instanceof Program.Statements statements) {
        printer.open(block.kind().keyword());
        statements.statements().forEach(statement -> statement.accept(printer));
        printer.close();
      }
    }
    return printer.text();
  }

  /** The text of one function. */
  public static String print(FunctionDefinition function) {
    StatementPrinter printer = new StatementPrinter();
    function(function, printer);
    return printer.text();
  }

  /** The text of one expression, on one line. */
  public static String print(Expression expression) {
    return expression.accept(ExpressionPrinter.INSTANCE);
  }

  /** The text of a type with sizes. */
  public static String print(TypeSyntax type) {
    return type.accept(TypePrinter.SIZED);
  }

  /** The text of a type without sizes. */
  public static String print(UnsizedType type) {
    return type.accept(TypePrinter.UNSIZED);
  }

  private static void function(FunctionDefinition function, StatementPrinter printer) {
    String parameters =
        function.parameters().stream()
            .map(SyntaxPrinter::parameter)
            .collect(Collectors.joining(", ", "(", ")"));
    String head =
        function.returnType().map(SyntaxPrinter::print).orElse("void")
            + " "
            + function.name().name()
            + parameters;
    Optional<Statement.Block> body = function.body();
    if (body.isEmpty()) {
      printer.line(head + ";");
      return;
    }
    printer.open(head);
    body.get().statements().forEach(statement -> statement.accept(printer));
    printer.close();
  }

  private static String parameter(FunctionDefinition.Parameter parameter) {
    return (parameter.dataOnly() ? "data " : "")
        + print(parameter.type())
        + " "
        + parameter.name().name();
  }
}
