package org.stanj.compiler.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.UnaryOp;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;

/** Types expressions. */
final class Expressions implements Expression.Visitor<TypedExpr> {
  private final Session session;
  private final Indexing indexing = new Indexing(this);
  private final Calls calls;

  Expressions(Session session) {
    this.session = session;
    this.calls = new Calls(session, this);
  }

  Calls calls() {
    return calls;
  }

  Indexing indexing() {
    return indexing;
  }

  /** The expression with its type; it must have a value. */
  TypedExpr check(Expression e) {
    TypedExpr typed = e.accept(this);
    if (typed.type().equals(StanType.VOID)) {
      throw DiagnosticException.of(ErrorCode.CALL_WITHOUT_VALUE, e.span(), Calls.name(typed));
    }
    return typed;
  }

  List<TypedExpr> checkAll(List<Expression> all) {
    List<TypedExpr> typed = new ArrayList<>();
    all.forEach(e -> typed.add(check(e)));
    return typed;
  }

  /**
   * An expression that must be an int.
   *
   * @param what it is, at the start of a sentence
   */
  TypedExpr intValue(Expression e, String what) {
    TypedExpr typed = check(e);
    if (!typed.type().equals(StanType.INT)) {
      throw DiagnosticException.of(ErrorCode.INT_NEEDED, e.span(), what, typed.type().toString());
    }
    return typed;
  }

  @Override
  public TypedExpr intLiteral(Expression.IntLiteral node) {
    return new TypedExpr.IntConstant(node.value(), node.span());
  }

  @Override
  public TypedExpr realLiteral(Expression.RealLiteral node) {
    return new TypedExpr.RealConstant(node.value(), node.span());
  }

  @Override
  public TypedExpr imaginaryLiteral(Expression.ImaginaryLiteral node) {
    return new TypedExpr.ImaginaryConstant(node.value(), node.span());
  }

  @Override
  public TypedExpr variable(Expression.Variable node) {
    Optional<Symbol> symbol = session.scopes().find(node.name());
    if (symbol.isPresent()) {
      return new TypedExpr.Reference(symbol.get(), node.span());
    }
    if (calls.isFunction(node.name())) {
      throw DiagnosticException.of(ErrorCode.FUNCTION_AS_VALUE, node.span(), node.name());
    }
    throw DiagnosticException.of(
        ErrorCode.UNDECLARED_VARIABLE,
        node.span(),
        node.name(),
        Suggestion.hint(node.name(), session.scopes().names()));
  }

  @Override
  public TypedExpr call(Expression.Call node) {
    return calls.call(node);
  }

  @Override
  public TypedExpr conditionalCall(Expression.ConditionalCall node) {
    return calls.conditionalCall(node);
  }

  @Override
  public TypedExpr target(Expression.Target node) {
    if (!session.place().allowsReadingTarget()) {
      throw DiagnosticException.of(ErrorCode.TARGET_PLACE, node.span());
    }
    return new TypedExpr.Target(node.span());
  }

  @Override
  public TypedExpr indexed(Expression.Indexed node) {
    TypedExpr base = check(node.base());
    List<TypedIndex> indices = indexing.indices(node.indices());
    StanType type = Indexing.type(base.type(), indices, node.span());
    return new TypedExpr.Indexed(base, indices, type, node.span());
  }

  @Override
  public TypedExpr projection(Expression.Projection node) {
    TypedExpr base = check(node.tuple());
    StanType type = member(base.type(), node.position(), node.span());
    return new TypedExpr.Projection(base, node.position() - 1, type, node.span());
  }

  /** The type of a member of a tuple, counted from 1. */
  static StanType member(StanType tuple, int position, Span span) {
    if (tuple.isArray() || !tuple.isTuple()) {
      throw DiagnosticException.of(ErrorCode.PROJECTED_TYPE, span, tuple.toString());
    }
    int size = tuple.members().size();
    if (position < 1 || position > size) {
      throw DiagnosticException.of(ErrorCode.TUPLE_MEMBER, span, "" + size, "" + position);
    }
    return tuple.members().get(position - 1);
  }

  @Override
  public TypedExpr tupleLiteral(Expression.TupleLiteral node) {
    List<TypedExpr> members = checkAll(node.elements());
    return new TypedExpr.TupleLiteral(members, StanType.tupleOf(Types.of(members)), node.span());
  }

  @Override
  public TypedExpr arrayLiteral(Expression.ArrayLiteral node) {
    List<TypedExpr> elements = checkAll(node.elements());
    StanType common = elements.get(0).type();
    for (TypedExpr element : elements) {
      StanType known = common;
      common =
          Types.common(known, element.type())
              .orElseThrow(
                  () ->
                      DiagnosticException.of(
                          ErrorCode.ARRAY_ELEMENTS,
                          element.span(),
                          known.toString(),
                          element.type().toString()));
    }
    return new TypedExpr.ArrayLiteral(
        promoted(elements, common), StanType.arrayOf(common, 1), node.span());
  }

  @Override
  public TypedExpr rowVectorLiteral(Expression.RowVectorLiteral node) {
    List<TypedExpr> elements = checkAll(node.elements());
    boolean rows = !elements.isEmpty() && isRow(elements.get(0).type());
    for (TypedExpr element : elements) {
      StanType type = element.type();
      if (rows ? !isRow(type) : !Types.promotes(type, StanType.COMPLEX)) {
        throw DiagnosticException.of(ErrorCode.ROW_ELEMENTS, element.span(), type.toString());
      }
    }
    boolean complex = elements.stream().anyMatch(e -> e.type().isComplex());
    StanType element = rows ? StanType.ROW_VECTOR : StanType.REAL;
    StanType whole = rows ? StanType.MATRIX : StanType.ROW_VECTOR;
    return new TypedExpr.RowLiteral(
        promoted(elements, complex ? element.complexified() : element),
        complex ? whole.complexified() : whole,
        node.span());
  }

  private static boolean isRow(StanType type) {
    return type.realPart().equals(StanType.ROW_VECTOR);
  }

  private static List<TypedExpr> promoted(List<TypedExpr> elements, StanType type) {
    return elements.stream().map(e -> Types.promote(e, type)).toList();
  }

  @Override
  public TypedExpr unary(Expression.Unary node) {
    return unary(node.operator(), check(node.operand()), node.span());
  }

  /** {@code operator operand}; refuses an operand that the operator does not take. */
  TypedExpr unary(UnaryOp operator, TypedExpr operand, Span span) {
    TypedExpr.UnaryOp typed = Operators.typed(operator);
    StanType type =
        Operators.unary(typed, operand.type())
            .orElseThrow(
                () ->
                    DiagnosticException.of(
                        ErrorCode.OPERAND_TYPE,
                        span,
                        operator.symbol(),
                        operand.type().toString()));
    return new TypedExpr.Unary(typed, operand, type, span);
  }

  /** Works along the left side in a loop, since sums of thousands of terms are legal. */
  @Override
  public TypedExpr binary(Expression.Binary node) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression leftmost = node;
    while (leftmost instanceof Expression.Binary inner) {
      chain.push(inner);
      leftmost = inner.left();
    }
    TypedExpr result = check(leftmost);
    for (Expression.Binary step : chain) {
      result = combine(step, result, check(step.right()));
    }
    return result;
  }

  private TypedExpr combine(Expression.Binary node, TypedExpr left, TypedExpr right) {
    if (isComparison(node)
        && node.left() instanceof Expression.Binary first
        && isComparison(first)) {
      session.warn(ErrorCode.COMPARISON_CHAIN, node.span(), SourceText.of(node.span()));
    }
    return binary(node.operator(), left, right, node.span());
  }

  /** {@code left operator right}; refuses operands that the operator does not take. */
  TypedExpr binary(BinaryOp operator, TypedExpr left, TypedExpr right, Span span) {
    StanType type =
        Operators.binary(operator, left.type(), right.type())
            .orElseThrow(
                () ->
                    DiagnosticException.of(
                        ErrorCode.OPERAND_TYPES,
                        span,
                        operator.symbol(),
                        left.type().toString(),
                        right.type().toString()));
    boolean power = operator == BinaryOp.POWER && left.type().equals(StanType.MATRIX);
    if (power && Types.isReal(right.type())) {
      session.warn(ErrorCode.MATRIX_POWER, span, SourceText.of(span));
    }
    if (operator == BinaryOp.DIVIDE && type.isInt()) {
      session.warn(ErrorCode.INT_DIVISION, span, SourceText.of(span));
    }
    return new TypedExpr.Binary(
        Operators.typed(operator),
        operand(left, right.type(), type),
        operand(right, left.type(), type),
        type,
        span);
  }

  /** An operand as the operator wants it beside the other: int, real or complex as both are. */
  private static TypedExpr operand(TypedExpr e, StanType other, StanType result) {
    if (e.type().isComplex() || other.isComplex()) {
      return Types.promote(e, e.type().complexified());
    }
    boolean ints = e.type().isInt() && other.isInt() && result.isInt();
    return ints ? e : Types.promote(e, Types.real(e.type()));
  }

  private static boolean isComparison(Expression.Binary node) {
    return switch (node.operator()) {
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> true;
      default -> false;
    };
  }

  @Override
  public TypedExpr conditional(Expression.Conditional node) {
    TypedExpr test = intValue(node.condition(), "The condition of ?:");
    return conditional(test, check(node.whenTrue()), check(node.whenFalse()), node.span());
  }

  /** {@code test ? yes : no}, whose arms must have a common type. */
  static TypedExpr conditional(TypedExpr test, TypedExpr yes, TypedExpr no, Span span) {
    StanType type =
        Types.common(yes.type(), no.type())
            .orElseThrow(
                () ->
                    DiagnosticException.of(
                        ErrorCode.CONDITIONAL_ARMS,
                        span,
                        yes.type().toString(),
                        no.type().toString()));
    return new TypedExpr.Conditional(
        test, Types.promote(yes, type), Types.promote(no, type), type, span);
  }

  @Override
  public TypedExpr parenthesized(Expression.Parenthesized node) {
    return check(node.inner());
  }
}
