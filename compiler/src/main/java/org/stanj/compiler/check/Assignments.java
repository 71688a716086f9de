package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.LValue;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;
import org.stanj.compiler.typed.TypedStmt;

/** Checks assignments. */
final class Assignments {
  private final Session session;
  private final Expressions expressions;

  Assignments(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  /** An lvalue: a variable with all indices in one list. */
  private record Target(Symbol symbol, List<TypedIndex> indices) {}

  TypedStmt check(Statement.Assign node) {
    Target place = node.target().accept(new Resolver());
    StanType type = Indexing.type(place.symbol().type(), place.indices(), node.target().span());
    requireNotInIndex(place, node.target().span());
    TypedExpr value = expressions.check(node.value());
    warnOfSelfAssignment(node, place, value);
    TypedExpr promoted =
        node.operator().isPresent()
            ? operand(node, node.operator().get(), type, value)
            : assigned(node, type, value);
    return new TypedStmt.Assign(
        place.symbol(),
        place.indices(),
        type,
        node.operator().map(Operators::typed),
        promoted,
        node.span());
  }

  private TypedExpr assigned(Statement.Assign node, StanType type, TypedExpr value) {
    if (!Types.promotes(value.type(), type)) {
      throw DiagnosticException.of(
          ErrorCode.ASSIGNED_TYPE,
          node.span(),
          SourceText.of(node.target().span()),
          type.toString(),
          value.type().toString());
    }
    return Types.promote(value, type);
  }

  private TypedExpr operand(
      Statement.Assign node, BinaryOp operator, StanType type, TypedExpr value) {
    Optional<StanType> result = Operators.binary(operator, type, value.type());
    boolean elementwise =
        operator == BinaryOp.ELEMENT_MULTIPLY || operator == BinaryOp.ELEMENT_DIVIDE;
    boolean fits = result.filter(type::equals).isPresent() && !(elementwise && type.isScalar());
    if (!fits) {
      throw DiagnosticException.of(
          ErrorCode.COMPOUND_TYPES,
          node.span(),
          operator.symbol() + "=",
          type.toString(),
          value.type().toString());
    }
    if (operator == BinaryOp.DIVIDE && type.isInt()) {
      session.warn(ErrorCode.INT_DIVISION, node.span(), SourceText.of(node.span()));
    }
    return type.isInt() ? value : Types.promote(value, Types.real(value.type()));
  }

  private void warnOfSelfAssignment(Statement.Assign node, Target place, TypedExpr value) {
    boolean same =
        node.operator().isEmpty()
            && place.indices().isEmpty()
            && value instanceof TypedExpr.Reference r
            && r.symbol() == place.symbol();
    if (same) {
      session.warn(ErrorCode.SELF_ASSIGNMENT, node.span(), place.symbol().name());
    }
  }

  private static void requireNotInIndex(Target place, Span span) {
    TypedExpr read =
        new TypedExpr.Indexed(
            new TypedExpr.IntConstant(0, span), place.indices(), StanType.INT, span);
    if (Levels.mentions(read, place.symbol())) {
      throw DiagnosticException.of(ErrorCode.ASSIGNED_IN_INDEX, span, place.symbol().name());
    }
  }

  private void requireAssignable(Symbol symbol, Span span) {
    boolean assignable =
        symbol.origin() == Symbol.Origin.LOCAL
            || (symbol.origin() == session.place().region().origin()
                && symbol.origin() != Symbol.Origin.DATA
                && symbol.origin() != Symbol.Origin.PARAMETERS
                && symbol.origin() != Symbol.Origin.ARGUMENT);
    if (!assignable) {
      throw DiagnosticException.of(
          ErrorCode.READ_ONLY, span, symbol.name(), description(symbol.origin()));
    }
  }

  private static String description(Symbol.Origin origin) {
    return switch (origin) {
      case DATA -> "data";
      case TRANSFORMED_DATA -> "of the block transformed data";
      case PARAMETERS -> "a parameter";
      case TRANSFORMED_PARAMETERS -> "of the block transformed parameters";
      case GENERATED_QUANTITIES -> "of the block generated quantities";
      case LOCAL -> "a local variable";
      case LOOP -> "the variable of a loop";
      case ARGUMENT -> "an argument of a function";
    };
  }

  /** Finds the variable of an lvalue and collects its indices. */
  private final class Resolver implements LValue.Visitor<Target> {
    @Override
    public Target name(LValue.Name node) {
      Symbol symbol =
          session
              .scopes()
              .find(node.name())
              .orElseThrow(
                  () ->
                      DiagnosticException.of(
                          ErrorCode.UNDECLARED_VARIABLE,
                          node.span(),
                          node.name(),
                          Suggestion.hint(node.name(), session.scopes().names())));
      requireAssignable(symbol, node.span());
      return new Target(symbol, List.of());
    }

    /** {@code x[i][j]} is {@code x[i, j]} where the first index picks one element. */
    @Override
    public Target element(LValue.Element node) {
      Target base = node.base().accept(this);
      if (!base.indices().stream().allMatch(TypedIndex.Single.class::isInstance)) {
        throw DiagnosticException.of(
            ErrorCode.NOT_SUPPORTED, node.span(), "Assigning to an index of a multiple index is");
      }
      List<TypedIndex> indices = new ArrayList<>(base.indices());
      indices.addAll(expressions.indexing().indices(node.indices()));
      return new Target(base.symbol(), indices);
    }

    @Override
    public Target component(LValue.Component node) {
      throw DiagnosticException.of(ErrorCode.NOT_SUPPORTED, node.span(), "Tuples are");
    }

    @Override
    public Target pack(LValue.Pack node) {
      throw DiagnosticException.of(ErrorCode.NOT_SUPPORTED, node.span(), "Tuples are");
    }
  }
}
