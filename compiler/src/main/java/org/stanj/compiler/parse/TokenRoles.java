package org.stanj.compiler.parse;

import static org.stanj.grammar.StanLexer.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.diagnostic.ErrorCode;

/**
 * Settles what a token means from its neighbours, so that the grammar can decide by one token:
 *
 * <ul>
 *   <li>an opening brace starts an array where an operand may stand, else a block;
 *   <li>{@code <-} assigns after an lvalue at the start of a statement, else it is {@code <} and a
 *       minus;
 *   <li>{@code target} and {@code jacobian} before {@code +=} start a statement;
 *   <li>{@code array} and {@code jacobian} are plain names in old programs where no type or
 *       increment can be meant.
 * </ul>
 */
final class TokenRoles {
  private static final Set<Integer> OPERATORS =
      Set.of(
          ASSIGN,
          ARROW,
          PLUS_ASSIGN,
          MINUS_ASSIGN,
          TIMES_ASSIGN,
          DIVIDE_ASSIGN,
          ELEMENT_TIMES_ASSIGN,
          ELEMENT_DIVIDE_ASSIGN,
          OR,
          AND,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_EQUAL,
          GREATER,
          GREATER_EQUAL,
          PLUS,
          MINUS,
          TIMES,
          DIVIDE,
          MODULO,
          ELEMENT_TIMES,
          ELEMENT_DIVIDE,
          LEFT_DIVIDE,
          INTEGER_DIVIDE,
          POWER,
          ELEMENT_POWER,
          COMMA,
          BAR,
          QUESTION,
          COLON,
          TILDE,
          LBRACKET);

  /**
   * After these, the operators and nothing at all an operand follows, so that a brace opens an
   * array.
   */
  private static final Set<Integer> BEFORE_OPERAND =
      Set.of(NOT, ARRAY_OPEN, LPAREN, IN, RETURN, EOF);

  /** After these a statement can start. */
  private static final Set<Integer> BEFORE_STATEMENT =
      Set.of(SEMICOLON, LBRACE, RBRACE, RPAREN, ELSE);

  /** After {@code array[...]} these and the operators show that it was an element. */
  private static final Set<Integer> AFTER_ELEMENT =
      Set.of(TRANSPOSE, RPAREN, RBRACKET, RBRACE, SEMICOLON);

  private final List<StanToken> in;
  private final LegacyForms legacy;
  private final List<StanToken> out = new ArrayList<>();

  private TokenRoles(List<StanToken> in, LegacyForms legacy) {
    this.in = in;
    this.legacy = legacy;
  }

  /** The same tokens with their types settled. */
  static List<StanToken> settle(List<StanToken> tokens, LegacyForms legacy) {
    TokenRoles roles = new TokenRoles(tokens, legacy);
    for (int i = 0; i < tokens.size(); i++) {
      roles.settle(i);
    }
    return roles.out;
  }

  private void settle(int i) {
    StanToken token = in.get(i);
    switch (token.getType()) {
      case LBRACE -> openBrace(i);
      case ARROW -> arrow(token);
      case TARGET -> add(token, next(i) == PLUS_ASSIGN ? TARGET_INCREMENT : TARGET);
      case JACOBIAN -> add(token, jacobian(i));
      case ARRAY -> add(token, !legacy.strict() && isOldName(i) ? IDENTIFIER : ARRAY);
      default -> out.add(token);
    }
  }

  private void add(StanToken token, int type) {
    token.setType(type);
    out.add(token);
  }

  private int jacobian(int i) {
    if (next(i) == PLUS_ASSIGN) {
      return JACOBIAN_INCREMENT;
    }
    return legacy.strict() ? JACOBIAN : IDENTIFIER;
  }

  private void openBrace(int i) {
    int before = previous();
    boolean operand = BEFORE_OPERAND.contains(before) || OPERATORS.contains(before);
    add(in.get(i), operand || opensOutcome(i) ? ARRAY_OPEN : LBRACE);
  }

  /** Whether a brace opens an array literal before a tilde; a block has a semicolon inside. */
  private boolean opensOutcome(int i) {
    int depth = 0;
    for (int k = i; k < in.size() && in.get(k).getType() != SEMICOLON; k++) {
      int type = in.get(k).getType();
      depth += type == LBRACE ? 1 : type == RBRACE ? -1 : 0;
      if (depth == 0) {
        return next(k) == TILDE;
      }
    }
    return false;
  }

  private void arrow(StanToken token) {
    if (!legacy.strict() && endsLvalue()) {
      legacy.met(ErrorCode.OLD_ASSIGNMENT, token.span());
      out.add(token);
      return;
    }
    out.add(token.part(LESS, 0, "<"));
    out.add(token.part(MINUS, 1, "-"));
  }

  /** Whether what is before the arrow is a name, perhaps with indexes, that starts a statement. */
  private boolean endsLvalue() {
    int i = out.size() - 1;
    while (i > 0 && out.get(i).getType() == RBRACKET) {
      i = opening(i) - 1;
    }
    boolean name = i >= 0 && isName(out.get(i).getType());
    return name && i > 0 && BEFORE_STATEMENT.contains(out.get(i - 1).getType());
  }

  private int opening(int closing) {
    int depth = 0;
    for (int i = closing; i > 0; i--) {
      int type = out.get(i).getType();
      depth += type == RBRACKET ? 1 : type == LBRACKET ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isName(int type) {
    return switch (type) {
      case IDENTIFIER, TRUNCATE, LOWER, UPPER, OFFSET, MULTIPLIER -> true;
      default -> false;
    };
  }

  private boolean isOldName(int i) {
    if (next(i) != LBRACKET) {
      return true;
    }
    int depth = 0;
    for (int k = i + 1; k < in.size(); k++) {
      int type = in.get(k).getType();
      depth += type == LBRACKET ? 1 : type == RBRACKET ? -1 : 0;
      if (depth == 0) {
        return AFTER_ELEMENT.contains(next(k)) || OPERATORS.contains(next(k));
      }
    }
    return false;
  }

  private int previous() {
    return out.isEmpty() ? EOF : out.get(out.size() - 1).getType();
  }

  private int next(int i) {
    return i + 1 < in.size() ? in.get(i + 1).getType() : EOF;
  }
}
