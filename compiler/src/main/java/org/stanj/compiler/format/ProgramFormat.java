package org.stanj.compiler.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.Statement;

/** Writes the blocks of a program and its functions. */
final class ProgramFormat {
  private final Page page;
  private final LineBreaker layout;
  private final StatementFormat statements;
  private final Predicate<Span> shown;

  ProgramFormat(Page page, Predicate<Span> shown) {
    this.page = page;
    this.layout = page.layout();
    this.statements = new StatementFormat(page, shown);
    this.shown = shown;
  }

  /** Writes all blocks, each with its head. */
  void program(Program program) {
    layout.open(LineBreaker.Box.VERTICAL, 0);
    for (Program.Block block : program.blocks()) {
      if (shown.test(block.span())) {
        TextPosition start = TextPosition.startOf(block.span());
        page.between(Optional.empty(), Optional.of(start), page.comments().before(start));
        block(block);
        layout.newline();
      }
    }
    page.between(Optional.empty(), Optional.empty(), page.comments().rest());
    layout.newline();
    layout.close();
  }

  private void block(Program.Block block) {
    TextPosition end = TextPosition.endOf(block.span());
    layout.text(block.kind().keyword() + " ");
    if (block instanceof Program.Functions functions) {
      statements.braced(() -> functions(functions.definitions(), Optional.of(end)));
    } else if (block instanceof Program.Statements contents) {
      statements.block(contents.statements(), end);
    }
  }

  /** Writes functions without a block around them. */
  void functions(List<FunctionDefinition> definitions) {
    layout.open(LineBreaker.Box.VERTICAL, 0);
    functions(definitions, Optional.empty());
    layout.newline();
    layout.close();
  }

  private void functions(List<FunctionDefinition> definitions, Optional<TextPosition> end) {
    Optional<TextPosition> previous = Optional.empty();
    for (FunctionDefinition definition : definitions) {
      if (shown.test(definition.span())) {
        TextPosition start = TextPosition.startOf(definition.name().span());
        page.between(previous, Optional.of(start), page.comments().before(start));
        layout.open(LineBreaker.Box.VERTICAL, 0);
        function(definition);
        layout.close();
        previous = Optional.of(TextPosition.endOf(definition.span()));
      }
    }
    List<Trivia.Comment> last =
        end.isPresent() ? page.comments().before(end.get()) : page.comments().rest();
    page.between(previous, Optional.empty(), last);
  }

  private void function(FunctionDefinition function) {
    if (function.returnType().isPresent()) {
      function.returnType().get().accept(statements.types());
    } else {
      layout.text("void");
    }
    layout.text(" " + function.name().name() + "(");
    parameters(function);
    Optional<Statement.Block> body = function.body();
    if (body.isEmpty()) {
      layout.text(");");
      return;
    }
    layout.text(") ");
    statements.block(body.get().statements(), TextPosition.endOf(body.get().span()));
  }

  private void parameters(FunctionDefinition function) {
    List<FunctionDefinition.Parameter> parameters = function.parameters();
    layout.open(LineBreaker.Box.STRUCTURE, 0);
    for (int i = 0; i < parameters.size(); i++) {
      FunctionDefinition.Parameter parameter = parameters.get(i);
      page.leading(TextPosition.startOf(parameter.name().span()));
      layout.text(parameter.dataOnly() ? "data " : "");
      parameter.type().accept(statements.types());
      layout.text(" " + parameter.name().name());
      if (i + 1 < parameters.size()) {
        TextPosition next = TextPosition.startOf(parameters.get(i + 1).span());
        page.trailing(page.comments().beforeSeparator(next));
        layout.text(",");
        layout.space();
      }
    }
    TextPosition end =
        function
            .body()
            .map(body -> TextPosition.startOf(body.span()))
            .orElseGet(() -> TextPosition.endOf(function.span()));
    page.trailing(page.comments().before(end));
    layout.close();
  }
}
