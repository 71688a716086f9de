package org.stanj.compiler.lower.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Axes;
import org.stanj.compiler.lower.value.Axis;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Shapes;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedIndex;

/** Indexed reads and the positions of indexed assignments, with their range checks. */
final class Indexing {
  private final Language language;
  private final Builder builder;

  Indexing(Language language) {
    this.language = language;
    this.builder = language.builder();
  }

  /**
   * Positions that index lists select in a container.
   *
   * @param sizes of what is selected
   * @param positions in the container's first dimensions, for an index in what is selected
   * @param covered how many of the container's dimensions these are
   */
  record Selection(List<Expr> sizes, UnaryOperator<List<Expr>> positions, int covered) {
    /** All of a container, none of whose dimensions are indexed. */
    static final Selection ALL = new Selection(List.of(), index -> index, 0);

    /** The same selection with all of the container's further dimensions. */
    Selection widened(List<Expr> all) {
      List<Expr> more = all.subList(covered, all.size());
      if (more.isEmpty()) {
        return this;
      }
      List<Expr> kept = new ArrayList<>(sizes);
      kept.addAll(more);
      return new Selection(kept, this::positionsOfWidened, all.size());
    }

    private List<Expr> positionsOfWidened(List<Expr> index) {
      List<Expr> at = new ArrayList<>(positions.apply(index.subList(0, sizes.size())));
      at.addAll(index.subList(sizes.size(), index.size()));
      return at;
    }
  }

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
    Value from = builder.cheap(base);
    IndexTexts texts = new IndexTexts(base.type(), indices, false);
    return Axes.read(builder, from, axes(from.sizes(), indices, texts, subject), type);
  }

  /** What an assignment to {@code base[indices]} changes, of which {@code of} is selected. */
  Selection select(
      Selection of, Value base, StanType type, List<TypedIndex> indices, Subject subject) {
    Selection whole = of.widened(base.sizes());
    IndexTexts texts = new IndexTexts(type, indices, true);
    List<Axis> axes = axes(whole.sizes(), indices, texts, subject);
    return new Selection(
        Axes.keptSizes(axes),
        index -> whole.positions().apply(Axes.full(axes, index)),
        whole.covered());
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
      Expr at = language.scalar(s.at());
      Expr checked = checked(at, size, spot);
      return new Axis(
          Optional.of(Shapes.zeroBased(checked)),
          Exprs.integer(1),
          i -> i,
          Optional.empty(),
          false);
    }
    if (index instanceof TypedIndex.Multi m) {
      return multi(builder.forced(language.value(m.at())), size, spot);
    }
    if (index instanceof TypedIndex.Range r && (r.from().isPresent() || r.to().isPresent())) {
      return range(r, size, spot);
    }
    return Axis.whole(size);
  }

  private Axis multi(Value at, Expr size, Spot spot) {
    boolean once =
        at.stored().isPresent()
            && at.stored().get().storage() == Var.Storage.FIELD
            && !builder.setting().binding()
            && bindTime(size);
    if (once) {
      List<Stmt> checks =
          builder.collect(
              () -> builder.elements(at, (i, e) -> single(builder.atom(e), size, spot)));
      builder.emit(new Compound.Once(builder.gathered.flag(), checks));
      return new Axis(
          Optional.empty(),
          at.sizes().get(0),
          i -> Shapes.zeroBased(at.flat(i)),
          Optional.empty(),
          false);
    }
    return new Axis(
        Optional.empty(),
        at.sizes().get(0),
        i -> Shapes.zeroBased(checked(at.flat(i), size, spot)),
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
    Expr from = r.from().map(e -> builder.frozen(language.scalar(e))).orElse(Exprs.integer(1));
    Expr to = r.to().map(e -> builder.frozen(language.scalar(e))).orElse(size);
    LinearIndex length =
        LinearIndex.of(Exprs.addInt(Exprs.subtractInt(to, from), Exprs.integer(1)));
    boolean never = length.nonNegative(builder.ranges);
    boolean safe =
        LinearIndex.of(from).plus(LinearIndex.of(Exprs.integer(1)), -1).nonNegative(builder.ranges)
            && LinearIndex.of(size).plus(LinearIndex.of(to), -1).nonNegative(builder.ranges);
    if (!safe) {
      checkRange(r, from, to, size, spot);
    }
    Expr count = Exprs.addInt(Exprs.subtractInt(to, from), Exprs.integer(1));
    Expr kept = builder.frozen(never ? count : Shapes.atLeastZero(builder, count));
    Expr start = Shapes.zeroBased(from);
    return new Axis(Optional.empty(), kept, i -> Exprs.addInt(start, i), Optional.of(start), false);
  }

  /** Stan takes arrays element by element, and refuses no start just after their end. */
  private void checkRange(TypedIndex.Range r, Expr from, Expr to, Expr size, Spot spot) {
    boolean array = spot.texts().inArray(spot.dimension());
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
          check(from, from, size, IndexTexts.End.MIN, spot);
          check(to, array ? past : to, size, IndexTexts.End.MAX, spot);
        });
  }

  private void startsInside(Expr from, Expr past, Spot spot) {
    builder.rejectIf(
        Exprs.op(Operator.LESS_INT, past, from),
        Stmt.RejectKind.DOMAIN,
        List.of(
            new Operand.Text("array[..., ...] indexing: size is "),
            new Operand.Scalar(Exprs.subtractInt(past, from)),
            new Operand.Text(", but must be greater than or equal to 0.000000")),
        builder.where(spot.subject().span()));
  }

  /** The index in an atom, after its check. */
  private Expr checked(Expr index, Expr size, Spot spot) {
    if (LinearIndex.inRange(index, size, builder.ranges)) {
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
    if (LinearIndex.inRange(index, size, builder.ranges)) {
      return;
    }
    builder.rejectIf(
        LinearIndex.outOfRange(index, size),
        Stmt.RejectKind.INDEX,
        List.of(
            new Operand.Text(spot.check(end) + ": accessing element out of range. index "),
            new Operand.Scalar(told),
            new Operand.Text(" out of range; "),
            new Operand.Limit(size),
            new Operand.Text(spot.about())),
        builder.where(spot.subject().span()));
  }
}
