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
import org.stanj.compiler.typed.TypedPlace;
import org.stanj.compiler.typed.TypedStmt;

/** Checks assignments. */
final class Assignments {
  private final Session session;
  private final Expressions expressions;

  Assignments(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  TypedStmt check(Statement.Assign node) {
    if (node.target() instanceof LValue.Pack pack) {
      return unpack(node, pack);
    }
    TypedPlace place = place(node.target());
    TypedExpr value = expressions.check(node.value());
    warnOfSelfAssignment(node, place, value);
    TypedExpr promoted =
        node.operator().isPresent()
            ? operand(node, node.operator().get(), place.type(), value)
            : assigned(node, place.type(), value);
    return new TypedStmt.Assign(
        place, node.operator().map(Operators::typed), promoted, node.span());
  }

  private TypedPlace place(LValue target) {
    TypedPlace place = target.accept(new Resolver());
    requireNotInIndex(place, target.span());
    return place;
  }

  private TypedStmt unpack(Statement.Assign node, LValue.Pack pack) {
    if (node.operator().isPresent()) {
      throw DiagnosticException.of(
          ErrorCode.COMPOUND_UNPACKING, node.span(), node.operator().get().symbol() + "=");
    }
    List<TypedPlace> places = new ArrayList<>();
    TypedStmt.Targets targets = targets(pack, places);
    requireDistinct(places, pack.span());
    TypedExpr value = expressions.check(node.value());
    TypedExpr promoted = assigned(node, type(targets), value);
    return new TypedStmt.Unpack(targets, promoted, node.span());
  }

  private TypedStmt.Targets targets(LValue.Pack pack, List<TypedPlace> places) {
    List<TypedStmt.Target> members = new ArrayList<>();
    for (LValue element : pack.elements()) {
      if (element instanceof LValue.Pack inner) {
        members.add(targets(inner, places));
      } else {
        TypedPlace place = place(element);
        places.add(place);
        members.add(new TypedStmt.Single(place));
      }
    }
    return new TypedStmt.Targets(members);
  }

  private static StanType type(TypedStmt.Target target) {
    return target instanceof TypedStmt.Single single
        ? single.place().type()
        : StanType.tupleOf(
            ((TypedStmt.Targets) target).members().stream().map(Assignments::type).toList());
  }

  /** No part is written twice, and no variable that is written is read in an index of another. */
  private static void requireDistinct(List<TypedPlace> places, Span span) {
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < places.size(); j++) {
        TypedPlace place = places.get(i);
        boolean same = j < i && overlap(places.get(j), place);
        if (i != j && (same || inIndices(places.get(j), place.symbol()))) {
          throw DiagnosticException.of(ErrorCode.UNPACKED_TWICE, span, place.symbol().name());
        }
      }
    }
  }

  /** Whether one place may be a part of another; all elements count as the same. */
  private static boolean overlap(TypedPlace one, TypedPlace other) {
    int common = Math.min(one.steps().size(), other.steps().size());
    for (int i = 0; i < common; i++) {
      if (one.steps().get(i) instanceof TypedPlace.Member member
          && other.steps().get(i) instanceof TypedPlace.Member twin
          && member.index() != twin.index()) {
        return false;
      }
    }
    return one.symbol() == other.symbol();
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
    if (type.isComplex()) {
      return Types.promote(value, value.type().complexified());
    }
    return type.isInt() ? value : Types.promote(value, Types.real(value.type()));
  }

  private void warnOfSelfAssignment(Statement.Assign node, TypedPlace place, TypedExpr value) {
    boolean variable =
        value instanceof TypedExpr.Reference
            || value instanceof TypedExpr.Indexed
            || value instanceof TypedExpr.Projection;
    if (node.operator().isEmpty()
        && variable
        && withoutBlanks(value.span()).equals(withoutBlanks(node.target().span()))) {
      session.warn(ErrorCode.SELF_ASSIGNMENT, node.span(), place.symbol().name());
    }
  }

  private static String withoutBlanks(Span span) {
    return SourceText.of(span).replaceAll("\\s", "");
  }

  private static void requireNotInIndex(TypedPlace place, Span span) {
    if (inIndices(place, place.symbol())) {
      throw DiagnosticException.of(ErrorCode.ASSIGNED_IN_INDEX, span, place.symbol().name());
    }
  }

  private static boolean inIndices(TypedPlace place, Symbol symbol) {
    for (TypedPlace.Step step : place.steps()) {
      if (step instanceof TypedPlace.At at) {
        TypedExpr read =
            new TypedExpr.Indexed(
                new TypedExpr.IntConstant(0, place.span()),
                at.indices(),
                StanType.INT,
                place.span());
        if (Levels.mentions(read, symbol)) {
          return true;
        }
      }
    }
    return false;
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

  /** Finds the variable of an lvalue and the steps to the part that is written. */
  private final class Resolver implements LValue.Visitor<TypedPlace> {
    @Override
    public TypedPlace name(LValue.Name node) {
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
      return new TypedPlace(symbol, List.of(), symbol.type(), node.span());
    }

    @Override
    public TypedPlace element(LValue.Element node) {
      TypedPlace base = node.base().accept(this);
      List<TypedIndex> indices = expressions.indexing().indices(node.indices());
      StanType type = Indexing.type(base.type(), indices, node.span());
      return with(base, indices, type, node.span());
    }

    /** {@code x[i][j]} is {@code x[i, j]} where the first indices pick one element. */
    private TypedPlace with(TypedPlace base, List<TypedIndex> more, StanType type, Span span) {
      int last = base.steps().size() - 1;
      boolean picked =
          last >= 0
              && base.steps().get(last) instanceof TypedPlace.At at
              && at.indices().stream().allMatch(TypedIndex.Single.class::isInstance);
      if (!picked) {
        return with(base, new TypedPlace.At(more), type, span);
      }
      List<TypedIndex> all = new ArrayList<>(((TypedPlace.At) base.steps().get(last)).indices());
      all.addAll(more);
      List<TypedPlace.Step> steps = new ArrayList<>(base.steps().subList(0, last));
      steps.add(new TypedPlace.At(all));
      return new TypedPlace(base.symbol(), steps, type, span);
    }

    @Override
    public TypedPlace component(LValue.Component node) {
      TypedPlace base = node.base().accept(this);
      StanType type = Expressions.member(base.type(), node.position(), node.span());
      return with(base, new TypedPlace.Member(node.position() - 1), type, node.span());
    }

    private TypedPlace with(TypedPlace base, TypedPlace.Step step, StanType type, Span span) {
      List<TypedPlace.Step> steps = new ArrayList<>(base.steps());
      steps.add(step);
      return new TypedPlace(base.symbol(), steps, type, span);
    }

    /** The grammar has packs only where they are taken apart before. */
    @Override
    public TypedPlace pack(LValue.Pack node) {
      throw new IllegalStateException("a pack inside a place");
    }
  }
}
