package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Shapes;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/** Library functions that only move elements: delayed wherever a position can be computed. */
final class ShapeFunctions {
  private static final Expr ONE = Exprs.integer(1);

  /** A call, for messages. */
  private record Site(String name, Span span) {}

  private final Builder builder;

  ShapeFunctions(Builder builder) {
    this.builder = builder;
  }

  Value call(LibraryFunction f, List<Value> a, StanType type, Span span) {
    Value x = a.get(0);
    Site site = new Site(f.name(), span);
    return switch (f.name()) {
      case "rep_vector", "rep_row_vector", "rep_array" -> repeated(x, scalars(a, 1), type, span, f);
      case "rep_matrix" -> repMatrix(x, scalars(a, 1), type, span, f);
      case "to_vector", "to_row_vector", "to_array_1d" -> flattened(x, type);
      case "to_array_2d" -> indexed(cheap(x), type, x.sizes(), index -> index);
      case "to_matrix" -> toMatrix(a, type, span);
      case "append_row" -> append(x, a.get(1), type, 0, site);
      case "append_col" -> append(x, a.get(1), type, type.rank() - 1, site);
      case "append_array" -> append(x, a.get(1), type, 0, site);
      case "head" -> run(x, ONE, a.get(1).scalar(), type, site);
      case "tail" -> tail(x, builder.frozen(a.get(1).scalar()), type, span);
      case "segment" -> run(x, a.get(1).scalar(), a.get(2).scalar(), type, site);
      case "reverse" -> reversed(x, type);
      case "transpose" -> DelayedValues.transpose(cheap(x), type);
      case "diagonal" ->
          indexed(cheap(x), type, List.of(lesser(x)), i -> List.of(i.get(0), i.get(0)));
      case "add_diag" -> addDiagonal(cheap(x), a.get(1), type);
      default -> ofMatrix(f, a, type, span);
    };
  }

  private Value ofMatrix(LibraryFunction f, List<Value> a, StanType type, Span span) {
    Value x = cheap(a.get(0));
    List<Expr> at = scalars(a, 1).stream().map(builder::frozen).toList();
    switch (f.name()) {
      case "col":
        within(at.get(0), x.sizes().get(1), "col", " for columns of j", span);
        return column(x, at.get(0), ONE, x.sizes().get(0), type);
      case "row":
        within(at.get(0), x.sizes().get(0), "row", " for rows of i", span);
        return row(x, at.get(0), ONE, x.sizes().get(1), type);
      case "sub_col":
        span2(
            at.get(0),
            at.get(2),
            x.sizes().get(0),
            " for rows of i+nrows-1",
            new Site("sub_col", span));
        within(at.get(1), x.sizes().get(1), "sub_col", " for columns of j", span);
        return column(x, at.get(1), at.get(0), at.get(2), type);
      case "sub_row":
        within(at.get(0), x.sizes().get(0), "sub_row", " for rows of i", span);
        span2(
            at.get(1),
            at.get(2),
            x.sizes().get(1),
            " for cols of j+ncols-1",
            new Site("sub_row", span));
        return row(x, at.get(0), at.get(1), at.get(2), type);
      case "block":
        side(at.get(0), at.get(2), x.sizes().get(0), List.of("rows of i", "+nrows-1"), span);
        side(at.get(1), at.get(3), x.sizes().get(1), List.of("columns of j", "+ncols-1"), span);
        Expr i0 = Shapes.zeroBased(at.get(0));
        Expr j0 = Shapes.zeroBased(at.get(1));
        return indexed(
            x,
            type,
            List.of(at.get(2), at.get(3)),
            i -> List.of(Exprs.addInt(i0, i.get(0)), Exprs.addInt(j0, i.get(1))));
      default:
        throw new IllegalStateException("no such builtin: " + f.name());
    }
  }

  private Value cheap(Value x) {
    return builder.forced(x);
  }

  private static List<Expr> scalars(List<Value> a, int from) {
    return a.subList(from, a.size()).stream().map(Value::scalar).toList();
  }

  /** A container whose elements are those of another at computed indices. */
  private static Value indexed(
      Value x, StanType type, List<Expr> sizes, UnaryOperator<List<Expr>> index) {
    return new Value.Delayed(
        type, x.autodiff(), sizes, x.reads(), true, i -> x.at(index.apply(i)), Optional.empty());
  }

  private Value column(Value x, Expr j, Expr from, Expr n, StanType type) {
    return indexed(
        x,
        type,
        List.of(n),
        i -> List.of(Exprs.addInt(Shapes.zeroBased(from), i.get(0)), Shapes.zeroBased(j)));
  }

  private Value row(Value x, Expr i, Expr from, Expr n, StanType type) {
    return indexed(
        x,
        type,
        List.of(n),
        j -> List.of(Shapes.zeroBased(i), Exprs.addInt(Shapes.zeroBased(from), j.get(0))));
  }

  private Value flattened(Value x, StanType type) {
    return Shapes.reshaped(builder, x, type, List.of(builder.frozen(x.count())));
  }

  private Value toMatrix(List<Value> a, StanType type, Span span) {
    Value x = a.get(0);
    if (a.size() >= 3) {
      Expr rows = builder.frozen(a.get(1).scalar());
      Expr cols = builder.frozen(a.get(2).scalar());
      boolean byRows = a.size() == 4 && !Exprs.isInt(a.get(3).scalar(), 1);
      sameCount(x, rows, cols, span);
      Value flat = x.hasFlat() ? cheap(x) : builder.stored(x);
      return byRows
          ? chosenOrder(flat, rows, cols, a.get(3).scalar(), type)
          : Shapes.reshaped(builder, flat, type, List.of(rows, cols));
    }
    return switch (x.type().base()) {
      case VECTOR -> Shapes.reshaped(builder, x, type, List.of(x.sizes().get(0), ONE));
      case ROW_VECTOR ->
          x.type().isArray()
              ? indexed(cheap(x), type, x.sizes(), i -> i)
              : Shapes.reshaped(builder, x, type, List.of(ONE, x.sizes().get(0)));
      case MATRIX -> x;
      default -> DelayedValues.map(indexed(cheap(x), type, x.sizes(), i -> i), type, Exprs::toReal);
    };
  }

  private Value chosenOrder(Value x, Expr rows, Expr cols, Expr columnMajor, StanType type) {
    Expr byColumns = builder.frozen(columnMajor);
    return new Value.Delayed(
        type,
        x.autodiff(),
        List.of(rows, cols),
        x.reads(),
        true,
        i -> {
          Expr byRow = Exprs.addInt(Exprs.multiplyInt(i.get(0), cols), i.get(1));
          Expr byColumn = Exprs.addInt(Exprs.multiplyInt(i.get(1), rows), i.get(0));
          Expr at =
              byColumns instanceof Expr.IntLiteral
                  ? byRow
                  : new Expr.Choose(byColumns, byColumn, byRow);
          return Exprs.toReal(x.flat(at));
        },
        Optional.empty());
  }

  private void sameCount(Value x, Expr rows, Expr cols, Span span) {
    Expr wanted = Exprs.multiplyInt(rows, cols);
    if (!LinearIndex.same(x.count(), wanted)) {
      builder.rejectIf(
          Exprs.op(Operator.NOT_EQUAL_INT, x.count(), wanted),
          Stmt.RejectKind.SIZE,
          List.of(
              new Operand.Text(
                  "to_matrix(" + (x.type().isArray() ? "array" : "matrix") + "): rows * columns ("),
              new Operand.Scalar(wanted),
              new Operand.Text(") and vector size ("),
              new Operand.Scalar(x.count()),
              new Operand.Text(") must match in size")),
          builder.where(span));
    }
  }

  /** n (and more) copies of a value. */
  private Value repeated(Value x, List<Expr> counts, StanType type, Span span, LibraryFunction f) {
    Value one = cheap(x);
    List<Expr> sizes = nonNegative(counts, span, f);
    int n = sizes.size();
    sizes.addAll(one.sizes());
    return new Value.Delayed(
        type,
        one.autodiff(),
        sizes,
        one.reads(),
        true,
        i -> promoted(one.at(i.subList(n, i.size())), type),
        one.isScalar() ? Optional.of(i -> promoted(one.scalar(), type)) : Optional.empty());
  }

  private static Expr promoted(Expr e, StanType type) {
    return type.isInt() ? e : Exprs.toReal(e);
  }

  private List<Expr> nonNegative(List<Expr> counts, Span span, LibraryFunction f) {
    List<Expr> sizes = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Expr n = builder.frozen(counts.get(i));
      boolean known = n instanceof Expr.IntLiteral literal && literal.value() >= 0;
      if (!known && !(n instanceof Expr.Dim)) {
        builder.rejectIf(
            Exprs.op(Operator.LESS_INT, n, Exprs.integer(0)),
            Stmt.RejectKind.DOMAIN,
            List.of(
                new Operand.Text(f.name() + ": " + f.parameters().get(i + 1).label() + " is "),
                new Operand.Scalar(n),
                new Operand.Text(", but must be nonnegative!")),
            builder.where(span));
      }
      sizes.add(n);
    }
    return sizes;
  }

  private Value repMatrix(Value x, List<Expr> counts, StanType type, Span span, LibraryFunction f) {
    if (x.isScalar()) {
      return repeated(x, counts, type, span, f);
    }
    Value one = cheap(x);
    Expr n = nonNegative(counts, span, f).get(0);
    boolean column = x.type().base() == StanType.Base.VECTOR;
    return indexed(
        one,
        type,
        column ? List.of(one.sizes().get(0), n) : List.of(n, one.sizes().get(0)),
        i -> List.of(i.get(column ? 0 : 1)));
  }

  private Value reversed(Value x, StanType type) {
    Value from = cheap(x);
    Expr last = Shapes.zeroBased(from.sizes().get(0));
    return indexed(
        from,
        type,
        from.sizes(),
        i -> {
          List<Expr> index = new ArrayList<>(i);
          index.set(0, Exprs.subtractInt(last, i.get(0)));
          return index;
        });
  }

  private Value tail(Value x, Expr n, StanType type, Span span) {
    Expr from = Exprs.addInt(Exprs.subtractInt(x.sizes().get(0), n), ONE);
    return run(x, from, n, type, new Site("tail", span));
  }

  /** {@code n} elements (or rows of an array) from position {@code from} on. */
  private Value run(Value x, Expr from, Expr n, StanType type, Site site) {
    Value of = cheap(x);
    Expr first = builder.frozen(from);
    Expr count = builder.frozen(n);
    if (site.name().equals("segment")) {
      boolean array = of.type().isArray();
      segmentEnd(array ? "i" : "n", first, of.sizes().get(0), site.span());
      Expr last = builder.frozen(Exprs.subtractInt(Exprs.addInt(first, count), ONE));
      builder.branch(
          Exprs.op(Operator.NOT_EQUAL_INT, count, Exprs.integer(0)),
          () -> segmentEnd(array ? "i+n-1" : "n", last, of.sizes().get(0), site.span()));
    } else {
      String suffix = of.type().isArray() ? " for n" : " for size of n";
      runCheck(count, of.sizes().get(0), site.name(), suffix, site.span());
    }
    Expr start = Shapes.zeroBased(first);
    List<Expr> sizes = new ArrayList<>(of.sizes());
    sizes.set(0, count);
    UnaryOperator<List<Expr>> shifted =
        i -> {
          List<Expr> index = new ArrayList<>(i);
          index.set(0, Exprs.addInt(start, i.get(0)));
          return index;
        };
    Value.Delayed elements =
        new Value.Delayed(
            type,
            of.autodiff(),
            sizes,
            of.reads(),
            true,
            i -> of.at(shifted.apply(i)),
            Optional.empty());
    if (of.stored().isEmpty()) {
      return elements;
    }
    return new Value.Part(
        elements,
        () -> {
          List<Expr> zero = new ArrayList<>(sizes.stream().map(s -> Exprs.integer(0)).toList());
          zero.set(0, start);
          Expr offset = Shapes.position(of.type(), of.sizes(), zero);
          return builder.view(of.stored().get(), offset, type, sizes, of.autodiff());
        });
  }

  private void runCheck(Expr n, Expr size, String name, String suffix, Span span) {
    boolean safe =
        LinearIndex.of(n).nonNegative(builder.ranges)
            && LinearIndex.of(size).plus(LinearIndex.of(n), -1).nonNegative(builder.ranges);
    if (!safe) {
      builder.branch(
          Exprs.op(Operator.NOT_EQUAL_INT, n, Exprs.integer(0)),
          () -> within(n, size, name, suffix, span));
    }
  }

  /** A block's first and last row or column, which must exist even where it has none. */
  private void side(Expr from, Expr n, Expr size, List<String> names, Span span) {
    String first = " for " + names.get(0);
    within(from, size, "block", first, span);
    Expr last = builder.frozen(Exprs.subtractInt(Exprs.addInt(from, n), ONE));
    within(last, size, "block", first + names.get(1), span);
  }

  private void segmentEnd(String name, Expr end, Expr size, Span span) {
    if (LinearIndex.inRange(end, size, builder.ranges)) {
      return;
    }
    List<Operand> small =
        List.of(
            new Operand.Text("segment: " + name + " is "),
            new Operand.Scalar(end),
            new Operand.Text(", but must be greater than 0.000000"));
    List<Operand> large =
        List.of(
            new Operand.Text("segment: " + name + " is "),
            new Operand.Scalar(end),
            new Operand.Text(", but must be less than or equal to "),
            new Operand.Fixed(Exprs.toReal(size)));
    Expr below = Exprs.op(Operator.LESS_INT, end, ONE);
    Expr above = Exprs.op(Operator.LESS_INT, size, end);
    builder.rejectIf(below, Stmt.RejectKind.DOMAIN, small, builder.where(span));
    builder.rejectIf(above, Stmt.RejectKind.DOMAIN, large, builder.where(span));
  }

  private void span2(Expr from, Expr n, Expr size, String suffix, Site site) {
    Expr last = Exprs.subtractInt(Exprs.addInt(from, n), ONE);
    boolean safe =
        LinearIndex.of(from).plus(LinearIndex.of(ONE), -1).nonNegative(builder.ranges)
            && LinearIndex.of(n).nonNegative(builder.ranges)
            && LinearIndex.of(size).plus(LinearIndex.of(last), -1).nonNegative(builder.ranges);
    if (!safe) {
      builder.branch(
          Exprs.op(Operator.NOT_EQUAL_INT, n, Exprs.integer(0)),
          () -> {
            within(from, size, site.name(), suffix, site.span());
            within(builder.frozen(last), size, site.name(), suffix, site.span());
          });
    }
  }

  private void within(Expr index, Expr size, String name, String suffix, Span span) {
    if (!LinearIndex.inRange(index, size, builder.ranges)) {
      builder.rejectIf(
          LinearIndex.outOfRange(index, size),
          Stmt.RejectKind.INDEX,
          List.of(
              new Operand.Text(name + ": accessing element out of range. index "),
              new Operand.Scalar(index),
              new Operand.Text(" out of range; expecting index to be between 1 and "),
              new Operand.Scalar(size),
              new Operand.Text(suffix)),
          builder.where(span));
    }
  }

  private Expr lesser(Value x) {
    Expr r = x.sizes().get(0);
    Expr c = x.sizes().get(1);
    return LinearIndex.same(r, c)
        ? r
        : builder.frozen(new Expr.Choose(Exprs.op(Operator.LESS_INT, r, c), r, c));
  }

  private Value addDiagonal(Value x, Value d, StanType type) {
    Value.Stored copy =
        builder.declare("sum", type, x.sizes(), x.autodiff() || d.autodiff(), Stmt.Fill.NONE);
    builder.write(copy, x);
    Value diagonal = builder.forced(d);
    Var target = copy.stored().orElseThrow();
    builder.each(
        lesser(x),
        i -> {
          Expr added = Exprs.toReal(diagonal.at(diagonal.isScalar() ? List.of() : List.of(i)));
          builder.emit(
              new Stmt.Store(
                  target, List.of(i, i), Exprs.add(new Expr.Load(target, List.of(i, i)), added)));
        });
    return copy;
  }

  /** Two values one after the other along an axis of the result. */
  private Value append(Value x, Value y, StanType type, int axis, Site site) {
    Value a = asRank(cheap(x), type, axis);
    Value b = asRank(cheap(y), type, axis);
    List<Expr> sizes = new ArrayList<>(a.sizes());
    Expr first = a.sizes().get(axis);
    sizes.set(axis, builder.frozen(Exprs.addInt(first, b.sizes().get(axis))));
    for (int d = 0; d < sizes.size(); d++) {
      if (d != axis) {
        sameExtent(site.name(), a.sizes().get(d), b.sizes().get(d), site.span());
      }
    }
    Value.Stored result =
        builder.declare("joined", type, sizes, x.autodiff() || y.autodiff(), Stmt.Fill.NONE);
    place(result, a, axis, Exprs.integer(0));
    place(result, b, axis, first);
    return result;
  }

  private void sameExtent(String name, Expr a, Expr b, Span span) {
    if (!LinearIndex.same(a, b)) {
      builder.rejectIf(
          Exprs.op(Operator.NOT_EQUAL_INT, a, b),
          Stmt.RejectKind.SIZE,
          List.of(
              new Operand.Text(name + extentNames(name)[0]),
              new Operand.Scalar(a),
              new Operand.Text(extentNames(name)[1]),
              new Operand.Scalar(b),
              new Operand.Text(") must match in size")),
          builder.where(span));
    }
  }

  private static String[] extentNames(String name) {
    return switch (name) {
      case "append_row" -> new String[] {": columns of A (", ") and columns of B ("};
      case "append_col" -> new String[] {": rows of A (", ") and rows of B ("};
      default -> new String[] {": shape of x (", ") and shape of y ("};
    };
  }

  /** A scalar or vector as a slab of the result's rank. */
  private static Value asRank(Value v, StanType type, int axis) {
    if (v.type().rank() == type.rank()) {
      return v;
    }
    if (v.isScalar()) {
      return new Value.Delayed(
          type, v.autodiff(), List.of(ONE), v.reads(), true, i -> v.scalar(), Optional.empty());
    }
    List<Expr> sizes = new ArrayList<>(v.sizes());
    sizes.add(axis, ONE);
    return indexed(v, type, sizes, i -> List.of(i.get(1 - axis)));
  }

  private void place(Value.Stored result, Value part, int axis, Expr shift) {
    Var target = result.stored().orElseThrow();
    Value whole = DelayedValues.whole(part);
    builder.elements(
        whole,
        (at, e) -> {
          List<Expr> index = new ArrayList<>(at);
          index.set(axis, Exprs.addInt(shift, at.get(axis)));
          builder.emit(new Stmt.Store(target, index, promoted(e, result.type())));
        });
  }
}
