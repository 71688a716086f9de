package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedIndex;

/** Indexed reads and the positions of indexed assignments, with their range checks. */
final class Indexing {
  private final Lowerer lowerer;
  private final Builder builder;

  Indexing(Lowerer lowerer) {
    this.lowerer = lowerer;
    this.builder = lowerer.builder;
  }

  /**
   * One dimension of the base under an index.
   *
   * @param single the position from 0, if the dimension is dropped
   * @param size of what is kept
   * @param position from 0 in the base for a position from 0 in what is kept
   * @param start of a contiguous run, if it is one
   * @param whole whether all of the dimension is kept in order
   */
  private record Axis(
      Optional<Expr> single,
      Expr size,
      UnaryOperator<Expr> position,
      Optional<Expr> start,
      boolean whole) {}

  /** Positions that an index list selects in a container. */
  record Selection(List<Expr> sizes, UnaryOperator<List<Expr>> positions) {}

  /**
   * Where an index stands, for messages.
   *
   * @param variable what is indexed, empty if it has no name
   * @param before number of indices that the variable has before these
   */
  record Subject(String variable, int before, Span span) {}

  /** An index in a list of them. */
  private record Spot(IndexTexts texts, Subject subject, int dimension) {
    String check(IndexTexts.End end) {
      return texts.check(dimension, end);
    }

    /** What follows the message: which index of which variable. */
    String about() {
      String position = "; index position = " + (subject.before() + dimension + 1);
      return subject.variable().isEmpty()
          ? position
          : position + ", variable = " + subject.variable();
    }
  }

  Value read(Value base, List<TypedIndex> indices, StanType type, Subject subject) {
    Value from = base.cheap() ? base : builder.stored(base);
    IndexTexts texts = new IndexTexts(base.type(), indices, false);
    List<Axis> axes = axes(from.sizes(), indices, texts, subject);
    if (type.isScalar()) {
      return new Value.Scalar(type, from.at(full(axes, List.of())), from.autodiff());
    }
    List<Expr> sizes = keptSizes(axes);
    Set<Var> reads = from.reads();
    Value.Delayed elements =
        new Value.Delayed(
            type,
            from.autodiff(),
            sizes,
            reads,
            true,
            index -> from.at(full(axes, index)),
            Optional.empty());
    return from.stored().isPresent() && contiguous(from, axes)
        ? new Value.Part(elements, () -> part(from, axes, type, sizes))
        : elements;
  }

  /** What an assignment to {@code base[indices]} changes. */
  Selection select(Value base, List<TypedIndex> indices, Subject subject) {
    IndexTexts texts = new IndexTexts(base.type(), indices, true);
    List<Axis> axes = axes(base.sizes(), indices, texts, subject);
    return new Selection(keptSizes(axes), index -> full(axes, index));
  }

  private List<Axis> axes(
      List<Expr> sizes, List<TypedIndex> indices, IndexTexts texts, Subject subject) {
    List<Axis> axes = new ArrayList<>();
    for (int d = 0; d < sizes.size(); d++) {
      TypedIndex index = d < indices.size() ? indices.get(d) : new TypedIndex.All();
      axes.add(axis(index, sizes.get(d), new Spot(texts, subject, d)));
    }
    return axes;
  }

  private Axis axis(TypedIndex index, Expr size, Spot spot) {
    if (index instanceof TypedIndex.Single s) {
      Expr at = lowerer.expressions.scalar(s.at());
      Expr checked = checked(at, size, spot);
      return new Axis(
          Optional.of(zeroBased(checked)), Exprs.integer(1), i -> i, Optional.empty(), false);
    }
    if (index instanceof TypedIndex.Multi m) {
      return multi(builder.forced(lowerer.expressions.lower(m.at())), size, spot);
    }
    if (index instanceof TypedIndex.Range r && (r.from().isPresent() || r.to().isPresent())) {
      return range(r, size, spot);
    }
    return new Axis(Optional.empty(), size, i -> i, Optional.of(Exprs.integer(0)), true);
  }

  static Expr zeroBased(Expr index) {
    return Exprs.subtractInt(index, Exprs.integer(1));
  }

  private Axis multi(Value at, Expr size, Spot spot) {
    boolean once =
        at.stored().isPresent()
            && at.stored().get().storage() == Var.Storage.FIELD
            && !builder.binding
            && bindTime(size);
    if (once) {
      List<Stmt> checks =
          builder.collect(
              () -> builder.elements(at, (i, e) -> single(builder.atom(e), size, spot)));
      builder.emit(new Stmt.Once(builder.shared.flag(), checks));
      return new Axis(
          Optional.empty(), at.sizes().get(0), i -> zeroBased(at.flat(i)), Optional.empty(), false);
    }
    return new Axis(
        Optional.empty(),
        at.sizes().get(0),
        i -> zeroBased(checked(at.flat(i), size, spot)),
        Optional.empty(),
        false);
  }

  /** Whether an int is the same at every evaluation of a bound model. */
  private static boolean bindTime(Expr e) {
    boolean[] constant = {true};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            constant[0] &= r.variable().storage() == Var.Storage.FIELD;
          } else if (x instanceof Expr.Dim d) {
            constant[0] &= d.container().storage() == Var.Storage.FIELD;
          }
        });
    return constant[0];
  }

  private Axis range(TypedIndex.Range r, Expr size, Spot spot) {
    Expr from =
        r.from().map(e -> builder.frozen(lowerer.expressions.scalar(e))).orElse(Exprs.integer(1));
    Expr to = r.to().map(e -> builder.frozen(lowerer.expressions.scalar(e))).orElse(size);
    Linear length = Linear.of(Exprs.addInt(Exprs.subtractInt(to, from), Exprs.integer(1)));
    boolean never = length.nonNegative(builder.ranges);
    boolean safe =
        Linear.of(from).plus(Linear.of(Exprs.integer(1)), -1).nonNegative(builder.ranges)
            && Linear.of(size).plus(Linear.of(to), -1).nonNegative(builder.ranges);
    if (!safe) {
      checkRange(r, from, to, size, spot);
    }
    Expr count = Exprs.addInt(Exprs.subtractInt(to, from), Exprs.integer(1));
    Expr kept = builder.frozen(never ? count : Shapes.atLeastZero(builder, count));
    Expr start = zeroBased(from);
    return new Axis(Optional.empty(), kept, i -> Exprs.addInt(start, i), Optional.of(start), false);
  }

  /** Stan takes arrays element by element, and refuses no start just after their end. */
  private void checkRange(TypedIndex.Range r, Expr from, Expr to, Expr size, Spot spot) {
    boolean array = spot.texts().inArray(spot.dimension());
    boolean both = r.from().isPresent() && r.to().isPresent();
    if (r.to().isEmpty() && !array) {
      check(from, from, size, IndexTexts.End.ONLY, spot);
      return;
    }
    Expr past = Exprs.addInt(size, Exprs.integer(1));
    if (r.to().isEmpty()) {
      startsInside(from, past, spot);
    }
    builder.branch(
        Exprs.op(Operator.LESS_EQUAL_INT, from, to),
        () -> {
          check(from, from, size, both ? IndexTexts.End.MIN : IndexTexts.End.ONLY, spot);
          Expr bad = array ? past : to;
          check(to, bad, size, both ? IndexTexts.End.MAX : IndexTexts.End.ONLY, spot);
        });
  }

  private void startsInside(Expr from, Expr past, Spot spot) {
    builder.rejectIf(
        Exprs.op(Operator.LESS_INT, past, from),
        Stmt.RejectKind.DOMAIN,
        List.of(
            new Operand.Text("array[..., ...] indexing: size is "),
            new Operand.Scalar(Exprs.subtractInt(past, from)),
            new Operand.Text(", but must be greater than or equal to 0")),
        builder.where(spot.subject().span()));
  }

  /** The index in an atom, after its check. */
  private Expr checked(Expr index, Expr size, Spot spot) {
    if (Linear.inRange(index, size, builder.ranges)) {
      return index;
    }
    Expr at = builder.atom(index);
    single(at, size, spot);
    return at;
  }

  private void single(Expr index, Expr size, Spot spot) {
    check(index, index, size, IndexTexts.End.ONLY, spot);
  }

  /**
   * Rejects where the index is out of range.
   *
   * @param told the index that the message names
   */
  private void check(Expr index, Expr told, Expr size, IndexTexts.End end, Spot spot) {
    if (Linear.inRange(index, size, builder.ranges)) {
      return;
    }
    builder.rejectIf(
        Linear.outOfRange(index, size),
        Stmt.RejectKind.INDEX,
        List.of(
            new Operand.Text(spot.check(end) + ": accessing element out of range. index "),
            new Operand.Scalar(told),
            new Operand.Text(" out of range; "),
            new Operand.Limit(size),
            new Operand.Text(spot.about())),
        builder.where(spot.subject().span()));
  }

  private static List<Expr> keptSizes(List<Axis> axes) {
    return axes.stream().filter(a -> a.single().isEmpty()).map(Axis::size).toList();
  }

  private static List<Expr> full(List<Axis> axes, List<Expr> kept) {
    List<Expr> at = new ArrayList<>();
    int next = 0;
    for (Axis axis : axes) {
      at.add(
          axis.single().isPresent()
              ? axis.single().get()
              : axis.position().apply(kept.get(next++)));
    }
    return at;
  }

  /** Whether what is kept lies together in storage: singles, at most one run, then whole axes. */
  private static boolean contiguous(Value base, List<Axis> axes) {
    List<Axis> inStorage = storageOrder(base, axes);
    int i = 0;
    while (i < inStorage.size() && inStorage.get(i).single().isPresent()) {
      i++;
    }
    if (i < inStorage.size() && inStorage.get(i).start().isPresent()) {
      i++;
    }
    while (i < inStorage.size() && inStorage.get(i).whole()) {
      i++;
    }
    return i == inStorage.size();
  }

  /** Slowest axis first: a matrix is stored by columns. */
  private static List<Axis> storageOrder(Value base, List<Axis> axes) {
    List<Axis> order = new ArrayList<>(axes);
    if (base.type().base() == StanType.Base.MATRIX) {
      int n = order.size();
      order.add(n - 2, order.remove(n - 1));
    }
    return order;
  }

  private Value.Stored part(Value base, List<Axis> axes, StanType type, List<Expr> sizes) {
    List<Expr> first = new ArrayList<>();
    for (Axis axis : axes) {
      first.add(axis.single().orElseGet(() -> axis.start().orElse(Exprs.integer(0))));
    }
    Expr offset = Shapes.position(base.type(), base.sizes(), first);
    return builder.view(base.stored().orElseThrow(), offset, type, sizes, base.autodiff());
  }

  /** The elements of a container one after the other, for {@code foreach}. */
  Value element(Value base, Expr index, StanType type) {
    List<Axis> axes = new ArrayList<>();
    axes.add(new Axis(Optional.of(index), Exprs.integer(1), i -> i, Optional.empty(), false));
    for (Expr size : base.sizes().subList(1, base.sizes().size())) {
      axes.add(new Axis(Optional.empty(), size, i -> i, Optional.of(Exprs.integer(0)), true));
    }
    List<Expr> sizes = keptSizes(axes);
    if (type.isScalar()) {
      return new Value.Scalar(type, base.at(full(axes, List.of())), base.autodiff());
    }
    Value.Delayed elements =
        new Value.Delayed(
            type,
            base.autodiff(),
            sizes,
            base.reads(),
            base.cheap(),
            at -> base.at(full(axes, at)),
            Optional.empty());
    return base.stored().isPresent() && contiguous(base, axes)
        ? new Value.Part(elements, () -> part(base, axes, type, sizes))
        : elements;
  }
}
