package org.stanj.compiler.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.stanj.compiler.source.Span;

/** Where tokens and pieces of the parse tree stand. */
final class Spans {
  private Spans() {}

  static Span of(Token token) {
    return ((StanToken) token).span();
  }

  static Span of(TerminalNode node) {
    return of(node.getSymbol());
  }

  /** From the first to the last token; a context without tokens has an empty span. */
  static Span of(ParserRuleContext context) {
    Span start = of(context.getStart());
    Token stop = context.getStop();
    if (stop == null || stop.getTokenIndex() < context.getStart().getTokenIndex()) {
      return new Span(
          start.file(),
          start.startLine(),
          start.startColumn(),
          start.startLine(),
          start.startColumn());
    }
    return start.to(of(stop));
  }
}
