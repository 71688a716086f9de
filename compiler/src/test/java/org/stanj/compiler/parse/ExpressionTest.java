package org.stanj.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Index;
import org.stanj.compiler.syntax.SyntaxPrinter;

/** Precedence, associativity and the forms of operands. */
class ExpressionTest {
  static Expression parse(String text) {
    return Parser.parseExpression(SourceFile.of("expression", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a + b * c; (a + (b * c))",
        "a - b - c; ((a - b) - c)",
        "a / b * c; ((a / b) * c)",
        "a * b %/% c; (a * (b %/% c))",
        "a * b \\ c; (a * (b \\ c))",
        "a \\ b \\ c; ((a \\ b) \\ c)",
        "-a ^ 2; (-(a ^ 2))",
        "2 ^ -a; (2 ^ (-a))",
        "2 ^ -a ^ b; (2 ^ (-(a ^ b)))",
        "2 ^ -a * b; ((2 ^ (-a)) * b)",
        "a ^ b ^ c; (a ^ (b ^ c))",
        "a .^ b ^ c; (a .^ (b ^ c))",
        "-a * b; ((-a) * b)",
        "- - a; (-(-a))",
        "!a == b; ((!a) == b)",
        "!a && b || c; (((!a) && b) || c)",
        "a || b && c; (a || (b && c))",
        "a < b == c > d; ((a < b) == (c > d))",
        "1 < 2 < 3; ((1 < 2) < 3)",
        "a ? b : c ? d : e; (a ? b : (c ? d : e))",
        "a ? b ? c : d : e; (a ? (b ? c : d) : e)",
        "a > b ? c : d; ((a > b) ? c : d)",
        "a' * b; ((a') * b)",
        "a ^ b'; (a ^ (b'))",
        "-a'; (-(a'))",
        "x.1.2 + .5; (x.1.2 + .5)",
        "a.*b; (a .* b)",
        "1./a; (1. / a)",
        "a<-1; (a < (-1))",
        "a % b + c; ((a % b) + c)"
      })
  void bindsAsInStan(String text, String grouped) {
    assertEquals(grouped, parse(text).accept(new Grouping()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f()",
        "f(a, b)",
        "foo_lpdf(y | )",
        "foo_lcdf(y | a, b)",
        "target()",
        "m[1, :, 2:, :3, i:j]",
        "m[:, 1][2]",
        "(a, b)",
        "(a,)",
        "(a)",
        "{a, {b}}",
        "[]",
        "[[1, 2], [3, 4]]'",
        "3i",
        "1.5e-3i",
        "f(g, x)[1].2",
        "T[1]",
        "T",
        "a[{1, 2}]",
        "a[i == 1 ? 2 : 3]"
      })
  void printsAsWritten(String text) {
    assertEquals(text, SyntaxPrinter.print(parse(text)));
  }

  @Test
  void omittedIndexIsAll() {
    Expression.Indexed indexed = assertInstanceOf(Expression.Indexed.class, parse("m[, 1]"));
    Index.All all = assertInstanceOf(Index.All.class, indexed.indices().get(0));
    assertEquals(2, all.span().startColumn());
    assertEquals(2, all.span().endColumn());
  }

  @Test
  void digitSeparatorsAreDropped() {
    assertEquals(1_000_000, ((Expression.IntLiteral) parse("1_000_000")).value());
    assertEquals(1000.5, ((Expression.RealLiteral) parse("1_000.5")).value());
    assertEquals(2147483647, ((Expression.IntLiteral) parse("2147483647")).value());
  }

  @Test
  void densityWithOneArgumentIsConditional() {
    assertInstanceOf(Expression.ConditionalCall.class, parse("std_normal_lpdf(x)"));
    assertInstanceOf(Expression.Call.class, parse("exp(x)"));
  }

  @Test
  void spansCoverTheWholeExpression() {
    SourceFile file = SourceFile.of("expression", "a +\n  f(b)[1] * -c");
    Expression sum = Parser.parseExpression(file);
    assertEquals(new Span(file, 1, 0, 2, 14), sum.span());
    Expression product = ((Expression.Binary) sum).right();
    assertEquals(new Span(file, 2, 2, 2, 14), product.span());
    assertEquals(new Span(file, 2, 12, 2, 14), ((Expression.Binary) product).right().span());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "t.1e3",
        "{}",
        "f(a | b | c)",
        "f(a, b | c)",
        "(a,, b)",
        "(a, b,)",
        "a[1",
        "1__0",
        "a = b",
        "_a",
        "target",
        "array",
        "2147483648",
        "t.99999999999",
        "a <",
        "real",
        "\"s\""
      })
  void refuses(String text) {
    assertThrows(DiagnosticException.class, () -> parse(text));
  }
}
