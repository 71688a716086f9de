package org.stanj.compiler.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.syntax.ConstrainedType;
import org.stanj.grammar.StanLexer;
import org.stanj.grammar.StanParser;

/**
 * Ends parsing at the first token that does not fit.
 *
 * <p>The generated parser may leave several optional parts behind before it notices, so the first
 * decision after the last token is remembered: what was possible there is what was expected.
 */
final class SyntaxErrors extends DefaultErrorStrategy {
  private int decisionIndex = -1;
  private int decisionState;
  private @Nullable ParserRuleContext decisionContext;

  @Override
  public void sync(Parser parser) {
    int index = parser.getInputStream().index();
    if (index != decisionIndex) {
      decisionIndex = index;
      decisionState = parser.getState();
      decisionContext = parser.getContext();
    }
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    throw new DiagnosticException(diagnose(parser));
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new DiagnosticException(diagnose(parser));
  }

  private Diagnostic diagnose(Parser parser) {
    StanToken found = (StanToken) parser.getCurrentToken();
    StanToken before = (StanToken) parser.getTokenStream().LT(-1);
    IntervalSet expected = expected(parser);
    Diagnostic special = special(parser, found, before, expected);
    if (special != null) {
      return special;
    }
    return general(parser, found, before, describe(before, expected));
  }

  /** After a bare {@code target} both of its uses are offered; tokens tell them apart earlier. */
  private static String describe(@Nullable StanToken before, IntervalSet expected) {
    boolean target = before != null && before.getType() == StanLexer.TARGET;
    return target ? "`+=` or `()`" : ExpectedTokens.describe(expected);
  }

  private Diagnostic general(
      Parser parser, StanToken found, @Nullable StanToken before, String description) {
    IntervalSet expected = expected(parser);
    if (before != null && missesSemicolon(found, before, expected)) {
      return Diagnostic.of(
          ErrorCode.MISSING_SEMICOLON,
          found.span(),
          quote(found),
          quote(before),
          String.valueOf(before.getLine()),
          description);
    }
    TerminalNode brace = openBrace(parser.getContext());
    if (found.getType() == Token.EOF && expected.contains(StanLexer.RBRACE) && brace != null) {
      String line = String.valueOf(brace.getSymbol().getLine());
      return Diagnostic.of(ErrorCode.UNCLOSED_BRACE, found.span(), line, description);
    }
    boolean afterConstraint =
        before != null
            && before.getType() == StanLexer.GREATER
            && !expected.contains(StanLexer.INT_LITERAL);
    ErrorCode code = afterConstraint ? ErrorCode.AFTER_CONSTRAINT : ErrorCode.UNEXPECTED_TOKEN;
    return Diagnostic.of(code, found.span(), quote(found), description);
  }

  /** The innermost opening brace of the constructs that are not complete. */
  private static @Nullable TerminalNode openBrace(@Nullable ParserRuleContext innermost) {
    for (ParserRuleContext c = innermost; c != null; c = c.getParent()) {
      TerminalNode brace = c.getToken(StanLexer.LBRACE, 0);
      if (brace != null) {
        return brace;
      }
    }
    return null;
  }

  private IntervalSet expected(Parser parser) {
    boolean decided = decisionIndex == parser.getInputStream().index();
    int state = decided ? decisionState : parser.getState();
    RuleContext context = decided ? decisionContext : parser.getContext();
    return parser.getATN().getExpectedTokens(state, context);
  }

  private static @Nullable Diagnostic special(
      Parser parser, StanToken found, @Nullable StanToken before, IntervalSet expected) {
    int type = found.getType();
    if (ExpectedTokens.isBlockHead(type) && expected.contains(Token.EOF)) {
      return Diagnostic.of(
          ErrorCode.BLOCK_ORDER, found.span(), quote(found), ExpectedTokens.describe(expected));
    }
    if (type == StanLexer.LESS && before != null && ExpectedTokens.isBasicType(before.getType())) {
      return Diagnostic.of(ErrorCode.CONSTRAINT_NOT_ALLOWED, found.span());
    }
    if (ExpectedTokens.isConstrainedType(type) && expected.contains(StanLexer.REAL)) {
      return constrainedType(found);
    }
    if (parser.getContext() instanceof StanParser.IntTransformContext
        && (type == StanLexer.OFFSET || type == StanLexer.MULTIPLIER)) {
      return Diagnostic.of(ErrorCode.AFFINE_INT, found.span());
    }
    if (isBoundOperator(type) && inTransform(parser)) {
      return Diagnostic.of(ErrorCode.OPERATOR_IN_BOUND, found.span(), quote(found));
    }
    if (type == StanLexer.ASSIGN
        && parser.getContext() instanceof StanParser.InputDeclarationContext) {
      boolean data = parser.getRuleInvocationStack().contains("dataBlock");
      return Diagnostic.of(ErrorCode.VALUE_NOT_ALLOWED, found.span(), data ? "data" : "parameters");
    }
    if (ExpectedTokens.isKeyword(type) && isNameOnly(expected)) {
      return Diagnostic.of(ErrorCode.KEYWORD_AS_NAME, found.span(), quote(found));
    }
    return null;
  }

  private static boolean inTransform(Parser parser) {
    return parser.getContext() instanceof StanParser.TransformContext
        || parser.getContext() instanceof StanParser.IntTransformContext;
  }

  private static Diagnostic constrainedType(StanToken found) {
    ConstrainedType type = TypeBuilder.constrainedType(found.getText());
    return Diagnostic.of(
        ErrorCode.CONSTRAINED_TYPE_NOT_ALLOWED,
        found.span(),
        quote(found),
        "`" + type.shape().keyword() + "`");
  }

  private static boolean isBoundOperator(int type) {
    return switch (type) {
      case StanLexer.OR,
          StanLexer.AND,
          StanLexer.EQUAL,
          StanLexer.NOT_EQUAL,
          StanLexer.LESS,
          StanLexer.LESS_EQUAL,
          StanLexer.GREATER_EQUAL,
          StanLexer.QUESTION ->
          true;
      default -> false;
    };
  }

  private static boolean isNameOnly(IntervalSet expected) {
    return expected.contains(StanLexer.IDENTIFIER) && !expected.contains(StanLexer.INT_LITERAL);
  }

  /** Whether the statement before should have ended: a new one, or a brace, or a new line. */
  private static boolean missesSemicolon(StanToken found, StanToken before, IntervalSet expected) {
    return expected.contains(StanLexer.SEMICOLON)
        && !expected.contains(StanLexer.IF)
        && (found.getLine() > before.getLine()
            || found.getType() == StanLexer.RBRACE
            || ExpectedTokens.isKeyword(found.getType()));
  }

  private static String quote(StanToken token) {
    return token.getType() == Token.EOF ? "the end of the file" : "`" + token.getText() + "`";
  }
}
