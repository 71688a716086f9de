package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.syntax.Index;
import org.stanj.compiler.syntax.UnaryOp;
import org.stanj.grammar.StanParser;
import org.stanj.grammar.StanParser.AccessorContext;
import org.stanj.grammar.StanParser.CallContext;
import org.stanj.grammar.StanParser.ExpressionContext;
import org.stanj.grammar.StanParser.IndexContext;
import org.stanj.grammar.StanParser.NameOrCallContext;
import org.stanj.grammar.StanParser.OperandContext;
import org.stanj.grammar.StanParser.ParenthesizedContext;
import org.stanj.grammar.StanParser.PrimaryContext;

/** Builds expressions from the parse tree. */
final class ExpressionBuilder {
  private static final Set<String> CONDITIONAL_SUFFIXES =
      Set.of("_lpdf", "_lupdf", "_lpmf", "_lupmf", "_lcdf", "_lccdf", "_cdf");

  private final NameBuilder names;
  private final LegacyForms legacy;

  ExpressionBuilder(NameBuilder names, LegacyForms legacy) {
    this.names = names;
    this.legacy = legacy;
  }

  Expression build(ExpressionContext context) {
    Expression first = chain(context.chain());
    if (context.QUESTION() == null) {
      return first;
    }
    Expression whenTrue = build(context.expression(0));
    Expression whenFalse = build(context.expression(1));
    Span span = first.span().to(whenFalse.span());
    return new Expression.Conditional(first, whenTrue, whenFalse, span);
  }

  /** All the expressions directly below a node, in their order. */
  List<Expression> buildAll(@Nullable ParserRuleContext parent) {
    List<Expression> built = new ArrayList<>();
    if (parent != null) {
      for (ParseTree child : parent.children) {
        if (child instanceof ExpressionContext expression) {
          built.add(build(expression));
        }
      }
    }
    return built;
  }

  /** The operands and operators below a {@code chain} or a {@code bound}. */
  Expression chain(ParserRuleContext context) {
    OperatorStack stack = new OperatorStack();
    for (ParseTree child : context.children) {
      if (child instanceof OperandContext operand) {
        operand(operand, stack);
      } else {
        stack.infix(OperatorTable.binary(child.getText()));
      }
    }
    return stack.finish();
  }

  private void operand(OperandContext context, OperatorStack stack) {
    Expression value = null;
    for (ParseTree child : context.children) {
      if (child instanceof TerminalNode sign && value == null) {
        stack.prefix(OperatorTable.prefix(sign.getText()), Spans.of(sign));
      } else if (child instanceof TerminalNode quote && value != null) {
        Span span = value.span().to(Spans.of(quote));
        value = new Expression.Unary(UnaryOp.TRANSPOSE, value, span);
      } else if (child instanceof PrimaryContext primary) {
        value = primary(primary);
      } else if (child instanceof AccessorContext accessor && value != null) {
        value = accessed(value, accessor);
      }
    }
    if (value == null) {
      throw new AssertionError("operand without primary");
    }
    stack.operand(value);
  }

  private Expression accessed(Expression operand, AccessorContext context) {
    Span span = operand.span().to(Spans.of(context));
    if (context.DOT_NUMERAL() != null) {
      return new Expression.Projection(operand, position(context.DOT_NUMERAL()), span);
    }
    return new Expression.Indexed(operand, indices(context), span);
  }

  private static int position(TerminalNode dotNumeral) {
    return integer(dotNumeral.getText().substring(1).replace("_", ""), Spans.of(dotNumeral));
  }

  private static int integer(String digits, Span span) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException tooLarge) {
      throw DiagnosticException.of(ErrorCode.INTEGER_TOO_LARGE, span, digits);
    }
  }

  private List<Index> indices(AccessorContext context) {
    List<Index> indices = new ArrayList<>();
    for (IndexContext index : context.index()) {
      indices.add(index(index));
    }
    return indices;
  }

  private Index index(IndexContext context) {
    Span span = Spans.of(context);
    List<Expression> bounds = context.children == null ? List.of() : buildAll(context);
    if (context.COLON() == null) {
      return bounds.isEmpty() ? new Index.All(span) : new Index.Single(bounds.get(0), span);
    }
    if (bounds.isEmpty()) {
      return new Index.All(span);
    }
    if (bounds.size() == 2) {
      return new Index.Between(bounds.get(0), bounds.get(1), span);
    }
    return context.getChild(0) instanceof ExpressionContext
        ? new Index.From(bounds.get(0), span)
        : new Index.UpTo(bounds.get(0), span);
  }

  private Expression primary(PrimaryContext context) {
    ParseTree first = context.getChild(0);
    if (first instanceof NameOrCallContext nameOrCall) {
      return nameOrCall(nameOrCall);
    }
    if (first instanceof ParenthesizedContext parenthesized) {
      return parenthesized(parenthesized);
    }
    Token token = context.getStart();
    Span span = Spans.of(context);
    String text = token.getText().replace("_", "");
    return switch (token.getType()) {
      case StanParser.INT_LITERAL -> new Expression.IntLiteral(integer(text, span), span);
      case StanParser.REAL_LITERAL, StanParser.DOT_NUMERAL ->
          new Expression.RealLiteral(text, span);
      case StanParser.IMAGINARY_LITERAL ->
          new Expression.ImaginaryLiteral(text.substring(0, text.length() - 1), span);
      case StanParser.TARGET -> new Expression.Target(span);
      case StanParser.ARRAY_OPEN ->
          new Expression.ArrayLiteral(buildAll(context.expressions()), span);
      case StanParser.LBRACKET ->
          new Expression.RowVectorLiteral(buildAll(context.expressions()), span);
      default -> throw new AssertionError("no primary " + token);
    };
  }

  private Expression parenthesized(ParenthesizedContext context) {
    Expression first = build(context.expression());
    Span span = Spans.of(context);
    if (context.COMMA() == null) {
      return new Expression.Parenthesized(first, span);
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    elements.addAll(buildAll(context.expressions()));
    return new Expression.TupleLiteral(elements, span);
  }

  private Expression nameOrCall(NameOrCallContext context) {
    Identifier name = names.build(context.name());
    CallContext call = context.call();
    if (call == null) {
      return new Expression.Variable(name.name(), name.span());
    }
    return call(name, call, Spans.of(context));
  }

  private Expression call(Identifier name, CallContext context, Span span) {
    List<Expression> arguments = buildAll(context);
    if (context.BAR() != null) {
      List<Expression> rest = buildAll(context.expressions());
      return new Expression.ConditionalCall(name, arguments.get(0), rest, span);
    }
    if (name.name().equals("get_lp") && arguments.isEmpty()) {
      legacy.met(ErrorCode.OLD_GET_LP, span);
      return new Expression.Target(span);
    }
    if (isConditional(name.name()) && !arguments.isEmpty()) {
      return withoutBar(name, arguments, span);
    }
    return new Expression.Call(name, arguments, span);
  }

  private static boolean isConditional(String name) {
    return CONDITIONAL_SUFFIXES.stream().anyMatch(name::endsWith);
  }

  /** A comma for the bar is old; in strict mode the call stays as it is for the type checker. */
  private Expression withoutBar(Identifier name, List<Expression> arguments, Span span) {
    if (arguments.size() > 1) {
      if (legacy.strict()) {
        return new Expression.Call(name, arguments, span);
      }
      legacy.met(ErrorCode.OLD_COMMA, span, name.name());
    }
    List<Expression> rest = arguments.subList(1, arguments.size());
    return new Expression.ConditionalCall(name, arguments.get(0), rest, span);
  }
}
