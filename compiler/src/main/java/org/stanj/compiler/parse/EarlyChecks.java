package org.stanj.compiler.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.grammar.StanParser.StatementContext;

/**
 * Refuses statements that are nested too deeply, before they exhaust the stack, and looks at
 * statements and, in strict mode, at old forms as soon as they are read, so that the first error of
 * a program is the one that is reported, whether the grammar finds it or the tree builder.
 */
final class EarlyChecks implements ParseTreeListener {
  private static final int MAX_DEPTH = 1000;

  private final ProgramBuilder builder;
  private int depth;

  EarlyChecks(ProgramBuilder builder) {
    this.builder = builder;
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    depth -= context instanceof StatementContext ? 1 : 0;
    builder.checkEarly(context);
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    depth += context instanceof StatementContext ? 1 : 0;
    if (depth > MAX_DEPTH) {
      throw DiagnosticException.of(
          ErrorCode.STATEMENTS_TOO_DEEP, Spans.of(context.getStart()), String.valueOf(MAX_DEPTH));
    }
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
