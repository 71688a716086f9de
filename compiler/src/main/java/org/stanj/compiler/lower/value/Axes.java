package org.stanj.compiler.lower.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.typed.StanType;

/** Containers under an index for each of their dimensions. */
public final class Axes {
  private Axes() {}

  /** What the indices select, without copying. */
  public static Value read(Builder builder, Value base, List<Axis> axes, StanType type) {
    if (base instanceof Value.Composite composite) {
      List<StanType> types = Components.types(type);
      List<Value> components = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        Value c = composite.components().get(i);
        components.add(read(builder, c, widened(axes, c.sizes()), types.get(i)));
      }
      return new Value.Composite(type, components);
    }
    Value from = builder.cheap(base);
    if (type.isScalar()) {
      return new Value.Scalar(type, from.at(full(axes, List.of())), from.autodiff());
    }
    List<Expr> sizes = keptSizes(axes);
    Value.Delayed elements =
        new Value.Delayed(
            type,
            from.autodiff(),
            sizes,
            from.reads(),
            from.cheap(),
            index -> from.at(full(axes, index)),
            Optional.empty());
    return from.stored().isPresent() && contiguous(from, axes)
        ? new Value.Part(elements, () -> part(builder, from, axes, type, sizes))
        : elements;
  }

  /** An element of a container by its position in the first dimension. */
  public static Value element(Builder builder, Value base, Expr index, StanType type) {
    Axis first = new Axis(Optional.of(index), Exprs.integer(1), i -> i, Optional.empty(), false);
    return read(builder, base, widened(List.of(first), base.sizes()), type);
  }

  /** The axes of the first dimensions, and all of those that follow. */
  private static List<Axis> widened(List<Axis> axes, List<Expr> sizes) {
    List<Axis> all = new ArrayList<>(axes);
    sizes.subList(axes.size(), sizes.size()).forEach(size -> all.add(Axis.whole(size)));
    return all;
  }

  /** Sizes of what is selected. */
  public static List<Expr> keptSizes(List<Axis> axes) {
    return axes.stream().filter(a -> a.single().isEmpty()).map(Axis::size).toList();
  }

  /** Positions in all dimensions for an index in what is selected. */
  public static List<Expr> full(List<Axis> axes, List<Expr> kept) {
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

  private static Value.Stored part(
      Builder builder, Value base, List<Axis> axes, StanType type, List<Expr> sizes) {
    List<Expr> first = new ArrayList<>();
    for (Axis axis : axes) {
      first.add(axis.single().orElseGet(() -> axis.start().orElse(Exprs.integer(0))));
    }
    Expr offset = Shapes.position(base.type(), base.sizes(), first);
    return builder.view(base.stored().orElseThrow(), offset, type, sizes, base.autodiff());
  }
}
