package org.stanj.compiler.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Looks at statements and, in strict mode, at old forms as soon as they are read, so that the first
 * error of a program is the one that is reported, whether the grammar finds it or the tree builder.
 */
final class EarlyChecks implements ParseTreeListener {
  private final ProgramBuilder builder;

  EarlyChecks(ProgramBuilder builder) {
    this.builder = builder;
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    builder.checkEarly(context);
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {}

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
