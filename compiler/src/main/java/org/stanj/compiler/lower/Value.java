package org.stanj.compiler.lower;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.typed.StanType;

/**
 * The value of an expression while it is lowered: a scalar, a stored container, or a delayed
 * container whose elements are expressions of their indices.
 *
 * <p>Asking for an element may emit statements (checks, temporaries) where the builder stands.
 */
abstract class Value {
  private final StanType type;
  private final boolean autodiff;

  Value(StanType type, boolean autodiff) {
    this.type = type;
    this.autodiff = autodiff && !type.isInt();
  }

  StanType type() {
    return type;
  }

  /** Level by Stan's typing rules: decides which terms a propto call drops. */
  boolean autodiff() {
    return autodiff;
  }

  Kind kind() {
    return type.isInt() ? Kind.INT : Kind.REAL;
  }

  boolean isScalar() {
    return type.isScalar();
  }

  /** Sizes, one for each index; atoms that do not change while the value lives. */
  abstract List<Expr> sizes();

  /** Element by indices from 0, in their order in the language. */
  abstract Expr at(List<Expr> index);

  /** Whether {@link #flat} can be asked for. */
  abstract boolean hasFlat();

  /** Element by position in storage order, from 0. */
  abstract Expr flat(Expr position);

  /** Whether an element costs no more than a load. */
  abstract boolean cheap();

  /** Containers whose elements it reads when asked. */
  abstract Set<Var> reads();

  /** The variable, if the value is a whole stored container. */
  Optional<Var> stored() {
    return Optional.empty();
  }

  /** The expression of a scalar. */
  Expr scalar() {
    return at(List.of());
  }

  Expr count() {
    return Exprs.product(sizes());
  }

  /** The core type of a container or scalar of a Stan type. */
  static CoreType coreType(StanType type) {
    return new CoreType(
        type.isInt() ? Kind.INT : Kind.REAL, type.rank(), type.base() == StanType.Base.MATRIX);
  }

  /** A scalar expression. */
  static final class Scalar extends Value {
    private final Expr expr;

    Scalar(StanType type, Expr expr, boolean autodiff) {
      super(type, autodiff);
      this.expr = expr;
    }

    static Scalar of(Expr expr, boolean autodiff) {
      return new Scalar(expr.kind() == Kind.INT ? StanType.INT : StanType.REAL, expr, autodiff);
    }

    @Override
    List<Expr> sizes() {
      return List.of();
    }

    @Override
    Expr at(List<Expr> index) {
      return expr;
    }

    @Override
    boolean hasFlat() {
      return true;
    }

    @Override
    Expr flat(Expr position) {
      return expr;
    }

    @Override
    boolean cheap() {
      return Exprs.isAtom(expr);
    }

    @Override
    Set<Var> reads() {
      Set<Var> found = new java.util.HashSet<>();
      expr.walk(
          e -> {
            if (e instanceof Expr.Load load) {
              found.add(load.container());
            } else if (e instanceof Expr.Read read) {
              found.add(read.variable());
            }
          });
      return found;
    }
  }

  /** A container that a variable holds. */
  static final class Stored extends Value {
    private final Var variable;
    private final List<Expr> sizes;

    Stored(StanType type, Var variable, List<Expr> sizes, boolean autodiff) {
      super(type, autodiff);
      this.variable = variable;
      this.sizes = List.copyOf(sizes);
      if (sizes.size() != type.rank() || variable.type().rank() != type.rank()) {
        throw new IllegalArgumentException(variable.type() + " for " + type);
      }
    }

    @Override
    List<Expr> sizes() {
      return sizes;
    }

    @Override
    Expr at(List<Expr> index) {
      return new Expr.Load(variable, index);
    }

    @Override
    boolean hasFlat() {
      return true;
    }

    @Override
    Expr flat(Expr position) {
      return new Expr.Load(variable, List.of(position));
    }

    @Override
    boolean cheap() {
      return true;
    }

    @Override
    Set<Var> reads() {
      return Set.of(variable);
    }

    @Override
    Optional<Var> stored() {
      return Optional.of(variable);
    }
  }

  /** A container whose elements are computed when asked for. */
  static final class Delayed extends Value {
    private final List<Expr> sizes;
    private final Set<Var> reads;
    private final boolean cheap;
    private final Function<List<Expr>, Expr> element;
    private final Optional<Function<Expr, Expr>> flat;

    Delayed(
        StanType type,
        boolean autodiff,
        List<Expr> sizes,
        Set<Var> reads,
        boolean cheap,
        Function<List<Expr>, Expr> element,
        Optional<Function<Expr, Expr>> flat) {
      super(type, autodiff);
      this.sizes = List.copyOf(sizes);
      this.reads = Set.copyOf(reads);
      this.cheap = cheap;
      this.element = element;
      this.flat = type.rank() == 1 ? Optional.of(i -> element.apply(List.of(i))) : flat;
    }

    @Override
    List<Expr> sizes() {
      return sizes;
    }

    @Override
    Expr at(List<Expr> index) {
      return element.apply(index);
    }

    @Override
    boolean hasFlat() {
      return flat.isPresent();
    }

    @Override
    Expr flat(Expr position) {
      return flat.orElseThrow().apply(position);
    }

    @Override
    boolean cheap() {
      return cheap;
    }

    @Override
    Set<Var> reads() {
      return reads;
    }
  }

  /** A contiguous part of a stored container: read by index, or named by a view when stored. */
  static final class Part extends Value {
    private final Delayed elements;
    private final java.util.function.Supplier<Stored> view;

    Part(Delayed elements, java.util.function.Supplier<Stored> view) {
      super(elements.type(), elements.autodiff());
      this.elements = elements;
      this.view = view;
    }

    /** The part under a name of its own. */
    Stored view() {
      return view.get();
    }

    @Override
    List<Expr> sizes() {
      return elements.sizes();
    }

    @Override
    Expr at(List<Expr> index) {
      return elements.at(index);
    }

    @Override
    boolean hasFlat() {
      return elements.hasFlat();
    }

    @Override
    Expr flat(Expr position) {
      return elements.flat(position);
    }

    @Override
    boolean cheap() {
      return true;
    }

    @Override
    Set<Var> reads() {
      return elements.reads();
    }
  }

  /** Components side by side: of a tuple its members, of a complex value its two parts. */
  static final class Composite extends Value {
    private final List<Value> components;

    Composite(StanType type, List<Value> components) {
      super(type, components.stream().anyMatch(Value::autodiff));
      this.components = List.copyOf(components);
    }

    List<Value> components() {
      return components;
    }

    /** The components, each changed by {@code f}. */
    Composite map(java.util.function.UnaryOperator<Value> f) {
      return new Composite(type(), components.stream().map(f).toList());
    }

    @Override
    boolean isScalar() {
      return false;
    }

    /** Those that all components share. */
    @Override
    List<Expr> sizes() {
      return type().rank() == 0 ? List.of() : components.get(0).sizes().subList(0, type().rank());
    }

    @Override
    Expr at(List<Expr> index) {
      throw new IllegalStateException("an element of " + type() + " is no scalar");
    }

    @Override
    boolean hasFlat() {
      return false;
    }

    @Override
    Expr flat(Expr position) {
      throw new IllegalStateException("an element of " + type() + " is no scalar");
    }

    @Override
    boolean cheap() {
      return components.stream().allMatch(Value::cheap);
    }

    @Override
    Set<Var> reads() {
      Set<Var> all = new java.util.HashSet<>();
      components.forEach(c -> all.addAll(c.reads()));
      return all;
    }
  }
}
