package org.stanj.compiler.lower.value;

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
public abstract class Value {
  private final StanType type;
  private final boolean autodiff;

  Value(StanType type, boolean autodiff) {
    this.type = type;
    this.autodiff = autodiff && !type.isInt();
  }

  public StanType type() {
    return type;
  }

  /** Level by Stan's typing rules: decides which terms a propto call drops. */
  public boolean autodiff() {
    return autodiff;
  }

  public Kind kind() {
    return type.isInt() ? Kind.INT : Kind.REAL;
  }

  public boolean isScalar() {
    return type.isScalar();
  }

  /** Sizes, one for each index; atoms that do not change while the value lives. */
  public abstract List<Expr> sizes();

  /** Element by indices from 0, in their order in the language. */
  public abstract Expr at(List<Expr> index);

  /** Whether {@link #flat} can be asked for. */
  public abstract boolean hasFlat();

  /** Element by position in storage order, from 0. */
  public abstract Expr flat(Expr position);

  /** Whether an element costs no more than a load. */
  public abstract boolean cheap();

  /** Containers whose elements it reads when asked. */
  public abstract Set<Var> reads();

  /** The variable, if the value is a whole stored container. */
  public Optional<Var> stored() {
    return Optional.empty();
  }

  /** The expression of a scalar. */
  public Expr scalar() {
    return at(List.of());
  }

  public Expr count() {
    return Exprs.product(sizes());
  }

  /** The core type of a container or scalar of a Stan type. */
  public static CoreType coreType(StanType type) {
    return new CoreType(
        type.isInt() ? Kind.INT : Kind.REAL, type.rank(), type.base() == StanType.Base.MATRIX);
  }

  /** A scalar expression. */
  public static final class Scalar extends Value {
    private final Expr expr;

    public Scalar(StanType type, Expr expr, boolean autodiff) {
      super(type, autodiff);
      this.expr = expr;
    }

    public static Scalar of(Expr expr, boolean autodiff) {
      return new Scalar(expr.kind() == Kind.INT ? StanType.INT : StanType.REAL, expr, autodiff);
    }

    @Override
    public List<Expr> sizes() {
      return List.of();
    }

    @Override
    public Expr at(List<Expr> index) {
      return expr;
    }

    @Override
    public boolean hasFlat() {
      return true;
    }

    @Override
    public Expr flat(Expr position) {
      return expr;
    }

    @Override
    public boolean cheap() {
      return Exprs.isAtom(expr);
    }

    @Override
    public Set<Var> reads() {
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
  public static final class Stored extends Value {
    private final Var variable;
    private final List<Expr> sizes;

    public Stored(StanType type, Var variable, List<Expr> sizes, boolean autodiff) {
      super(type, autodiff);
      this.variable = variable;
      this.sizes = List.copyOf(sizes);
      if (sizes.size() != type.rank() || variable.type().rank() != type.rank()) {
        throw new IllegalArgumentException(variable.type() + " for " + type);
      }
    }

    @Override
    public List<Expr> sizes() {
      return sizes;
    }

    @Override
    public Expr at(List<Expr> index) {
      return new Expr.Load(variable, index);
    }

    @Override
    public boolean hasFlat() {
      return true;
    }

    @Override
    public Expr flat(Expr position) {
      return new Expr.Load(variable, List.of(position));
    }

    @Override
    public boolean cheap() {
      return true;
    }

    @Override
    public Set<Var> reads() {
      return Set.of(variable);
    }

    @Override
    public Optional<Var> stored() {
      return Optional.of(variable);
    }
  }

  /** A container whose elements are computed when asked for. */
  public static final class Delayed extends Value {
    private final List<Expr> sizes;
    private final Set<Var> reads;
    private final boolean cheap;
    private final Function<List<Expr>, Expr> element;
    private final Optional<Function<Expr, Expr>> flat;

    public Delayed(
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
    public List<Expr> sizes() {
      return sizes;
    }

    @Override
    public Expr at(List<Expr> index) {
      return element.apply(index);
    }

    @Override
    public boolean hasFlat() {
      return flat.isPresent();
    }

    @Override
    public Expr flat(Expr position) {
      return flat.orElseThrow().apply(position);
    }

    @Override
    public boolean cheap() {
      return cheap;
    }

    @Override
    public Set<Var> reads() {
      return reads;
    }
  }

  /** A contiguous part of a stored container: read by index, or named by a view when stored. */
  public static final class Part extends Value {
    private final Delayed elements;
    private final java.util.function.Supplier<Stored> view;

    public Part(Delayed elements, java.util.function.Supplier<Stored> view) {
      super(elements.type(), elements.autodiff());
      this.elements = elements;
      this.view = view;
    }

    /** The part under a name of its own. */
    public Stored view() {
      return view.get();
    }

    @Override
    public List<Expr> sizes() {
      return elements.sizes();
    }

    @Override
    public Expr at(List<Expr> index) {
      return elements.at(index);
    }

    @Override
    public boolean hasFlat() {
      return elements.hasFlat();
    }

    @Override
    public Expr flat(Expr position) {
      return elements.flat(position);
    }

    @Override
    public boolean cheap() {
      return true;
    }

    @Override
    public Set<Var> reads() {
      return elements.reads();
    }
  }

  /** Components side by side: of a tuple its members, of a complex value its two parts. */
  public static final class Composite extends Value {
    private final List<Value> components;

    public Composite(StanType type, List<Value> components) {
      super(type, components.stream().anyMatch(Value::autodiff));
      this.components = List.copyOf(components);
    }

    public List<Value> components() {
      return components;
    }

    /** The components, each changed by {@code f}. */
    public Composite map(java.util.function.UnaryOperator<Value> f) {
      return new Composite(type(), components.stream().map(f).toList());
    }

    @Override
    public boolean isScalar() {
      return false;
    }

    /** Those that all components share. */
    @Override
    public List<Expr> sizes() {
      return type().rank() == 0 ? List.of() : components.get(0).sizes().subList(0, type().rank());
    }

    @Override
    public Expr at(List<Expr> index) {
      throw new IllegalStateException("an element of " + type() + " is no scalar");
    }

    @Override
    public boolean hasFlat() {
      return false;
    }

    @Override
    public Expr flat(Expr position) {
      throw new IllegalStateException("an element of " + type() + " is no scalar");
    }

    @Override
    public boolean cheap() {
      return components.stream().allMatch(Value::cheap);
    }

    @Override
    public Set<Var> reads() {
      Set<Var> all = new java.util.HashSet<>();
      components.forEach(c -> all.addAll(c.reads()));
      return all;
    }
  }
}
