package org.stanj.compiler.parse;

import static org.stanj.grammar.StanLexer.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.stanj.grammar.StanLexer;

/** Says in plain words which tokens could have stood at a place. */
final class ExpectedTokens {
  private static final Set<Integer> NAMES =
      Set.of(IDENTIFIER, TRUNCATE, LOWER, UPPER, OFFSET, MULTIPLIER);
  private static final Set<Integer> EXPRESSION =
      Set.of(
          INT_LITERAL,
          REAL_LITERAL,
          DOT_NUMERAL,
          IMAGINARY_LITERAL,
          TARGET,
          LPAREN,
          LBRACKET,
          ARRAY_OPEN,
          PLUS,
          MINUS,
          NOT);
  private static final Set<Integer> OPERATORS =
      Set.of(
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
          QUESTION,
          TRANSPOSE,
          DOT_NUMERAL,
          LBRACKET,
          LPAREN);
  private static final Set<Integer> ASSIGNMENTS =
      Set.of(
          ASSIGN,
          ARROW,
          PLUS_ASSIGN,
          MINUS_ASSIGN,
          TIMES_ASSIGN,
          DIVIDE_ASSIGN,
          ELEMENT_TIMES_ASSIGN,
          ELEMENT_DIVIDE_ASSIGN);
  private static final Set<Integer> STATEMENTS =
      Set.of(
          LBRACE,
          FOR,
          WHILE,
          IF,
          BREAK,
          CONTINUE,
          RETURN,
          PRINT,
          REJECT,
          FATAL_ERROR,
          PROFILE,
          SEMICOLON,
          TARGET_INCREMENT,
          JACOBIAN_INCREMENT);

  private ExpectedTokens() {}

  /** For example "`;`, `,` or an operator". */
  static String describe(IntervalSet expected) {
    Set<Integer> rest = new LinkedHashSet<>(expected.toList());
    List<String> groups = groups(rest);
    List<String> words = new ArrayList<>();
    if (rest.remove(SEMICOLON)) {
      words.add("`;`");
    }
    rest.stream().sorted().filter(type -> type != EOF).forEach(type -> words.add(name(type)));
    words.addAll(groups);
    if (rest.contains(EOF)) {
      words.add("the end of the file");
    }
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** Takes whole groups of tokens out of a set and gives their names. */
  private static List<String> groups(Set<Integer> rest) {
    List<String> groups = new ArrayList<>();
    if (rest.contains(TIMES)) {
      take(rest, groups, "an operator", OPERATORS);
    }
    if (rest.contains(PLUS_ASSIGN)) {
      take(rest, groups, "an assignment", ASSIGNMENTS);
    }
    if (rest.contains(REAL)) {
      take(rest, groups, rest.contains(DATA) ? "an argument" : "a type", types());
    }
    if (rest.contains(IF)) {
      take(rest, groups, "a statement", STATEMENTS);
      rest.removeAll(EXPRESSION);
      rest.removeAll(NAMES);
    }
    if (rest.contains(INT_LITERAL)) {
      take(rest, groups, "an expression", EXPRESSION);
      rest.removeAll(NAMES);
    }
    if (rest.contains(IDENTIFIER)) {
      take(rest, groups, "a name", NAMES);
    }
    return groups;
  }

  private static void take(
      Set<Integer> rest, List<String> groups, String name, Set<Integer> members) {
    rest.removeAll(members);
    groups.add(name);
  }

  private static Set<Integer> types() {
    Set<Integer> types = new LinkedHashSet<>();
    for (int type = VOID; type <= TUPLE; type++) {
      types.add(type);
    }
    return types;
  }

  /** How a token type is written, in backquotes; for those that vary, what they are. */
  static String name(int type) {
    return switch (type) {
      case STRING -> "a string";
      case TRANSFORMED_DATA -> "`transformed data`";
      case TRANSFORMED_PARAMETERS -> "`transformed parameters`";
      case GENERATED_QUANTITIES -> "`generated quantities`";
      case TARGET_INCREMENT -> "`target`";
      case JACOBIAN_INCREMENT -> "`jacobian`";
      case ARRAY_OPEN -> "`{`";
      case EOF -> "the end of the file";
      default -> {
        String literal = StanLexer.VOCABULARY.getDisplayName(type);
        yield "`" + literal.substring(1, literal.length() - 1).replace("\\\\", "\\") + "`";
      }
    };
  }

  /** Whether a token type is a word that cannot be a name. */
  static boolean isKeyword(int type) {
    return type >= FUNCTIONS && type <= TUPLE;
  }

  /** Whether a token type is the head of a block. */
  static boolean isBlockHead(int type) {
    return type >= FUNCTIONS && type <= GENERATED_QUANTITIES;
  }

  /** Whether a token type is a type that a constraint can follow. */
  static boolean isBasicType(int type) {
    return type >= INT && type <= COMPLEX_MATRIX;
  }

  /** Whether a token type is a type whose name is a constraint. */
  static boolean isConstrainedType(int type) {
    return type >= SIMPLEX && type <= COLUMN_STOCHASTIC_MATRIX;
  }
}
