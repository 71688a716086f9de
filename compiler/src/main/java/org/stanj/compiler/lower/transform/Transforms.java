package org.stanj.compiler.lower.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.Constraint;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.statement.Declarations;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;

/**
 * Constraining transforms of parameters, and their inverses; the maps themselves are the prelude's.
 */
public final class Transforms {
  private final Language language;
  private final LibraryCalls library;
  private final Declarations declarations;
  private final Builder builder;

  Transforms(Language language, LibraryCalls library, Declarations declarations) {
    this.language = language;
    this.library = library;
    this.declarations = declarations;
    this.builder = language.builder();
  }

  /** The prelude's name of an elementwise transform and its arguments after the value. */
  private record Elementwise(String name, List<Value> arguments) {}

  /** Sizes on the unconstrained scale: array sizes, then the free elements. */
  List<Expr> unconstrainedSizes(Declaration d, List<Expr> sizes) {
    if (!(d.transform() instanceof Transform.Named named)) {
      return sizes;
    }
    int arrays = d.symbol().type().arrays();
    List<Expr> free = new ArrayList<>(sizes.subList(0, arrays));
    free.addAll(freeSizes(constraint(named), sizes.subList(arrays, sizes.size())));
    return free;
  }

  private Constraint constraint(Transform.Named named) {
    return builder.gathered.library.constraint(named.type());
  }

  /** Sizes of one element on the unconstrained scale: a vector's or a matrix's. */
  private List<Expr> freeSizes(Constraint constraint, List<Expr> own) {
    List<Expr> free = new ArrayList<>();
    for (TypedExpr size : builder.gathered.library.freeSizes(constraint)) {
      for (TypedExpr.Reference r : Subexpressions.references(size)) {
        Expr given = own.get(constraint.sizes().indexOf(r.symbol().name()));
        builder.values.put(r.symbol(), Value.Scalar.of(given, false));
      }
      free.add(builder.frozen(language.scalar(size)));
    }
    return free;
  }

  /**
   * Makes the parameter from its unconstrained elements, which start at {@code offset} of {@code
   * q}; adds log Jacobians where the builder has a flag for them.
   */
  Value constrained(Declaration d, Var q, Expr offset, boolean autodiff) {
    StanType type = d.symbol().type();
    List<Expr> sizes = declarations.sizes(d);
    if (d.transform() instanceof Transform.None) {
      if (type.isScalar()) {
        Expr x = builder.temporary(d.symbol().name(), Exprs.load(q, offset));
        return new Value.Scalar(type, x, autodiff);
      }
      return named(d, q, offset, sizes, autodiff);
    }
    if (d.transform() instanceof Transform.Named) {
      return whole(d, q, offset, sizes, autodiff);
    }
    return elementwise(d, q, offset, sizes, autodiff);
  }

  private Value.Stored named(
      Declaration d, Var q, Expr offset, List<Expr> sizes, boolean autodiff) {
    StanType type = d.symbol().type();
    Var view = builder.names.local(d.symbol().name(), Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(builder::frozen).toList();
    builder.emit(new Stmt.View(view, q, builder.frozen(offset), fixed));
    builder.readOnly.add(view);
    return new Value.Stored(type, view, fixed, autodiff);
  }

  private Elementwise elementwiseOf(Transform transform) {
    List<Value> arguments = new ArrayList<>();
    if (transform instanceof Transform.Bounds b) {
      b.lower().ifPresent(e -> arguments.add(builder.forced(language.value(e))));
      b.upper().ifPresent(e -> arguments.add(builder.forced(language.value(e))));
      String name =
          arguments.size() == 2
              ? "lower_upper_bound"
              : b.lower().isPresent() ? "lower_bound" : "upper_bound";
      return new Elementwise(name, arguments);
    }
    Transform.OffsetMultiplier o = (Transform.OffsetMultiplier) transform;
    arguments.add(
        o.offset()
            .map(e -> builder.forced(language.value(e)))
            .orElse(Value.Scalar.of(Exprs.ZERO, false)));
    arguments.add(
        o.multiplier()
            .map(e -> builder.forced(language.value(e)))
            .orElse(Value.Scalar.of(Exprs.ONE, false)));
    return new Elementwise("offset_multiplier", arguments);
  }

  private Value elementwise(Declaration d, Var q, Expr offset, List<Expr> sizes, boolean autodiff) {
    StanType type = d.symbol().type();
    Elementwise map = elementwiseOf(d.transform());
    LibraryFunction f = function(map.name() + "_jacobian");
    if (type.isScalar()) {
      Value x = Value.Scalar.of(builder.atom(Exprs.load(q, offset)), autodiff);
      Expr y = builder.temporary(d.symbol().name(), apply(f, x, map, List.of(), d.span()));
      return new Value.Scalar(type, y, autodiff);
    }
    Value free = builder.view(q, offset, type, sizes, autodiff);
    Var v = builder.names.local(d.symbol().name(), Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(builder::frozen).toList();
    builder.emit(new Stmt.Declare(v, fixed, Stmt.Fill.NONE));
    builder.readOnly.add(v);
    boolean flat = map.arguments().stream().allMatch(a -> a.isScalar() || a.hasFlat());
    builder.elements(
        flat ? free : DelayedValues.whole(free),
        (at, e) -> {
          Value x = Value.Scalar.of(builder.atom(e), autodiff);
          builder.emit(new Stmt.Store(v, at, apply(f, x, map, at, d.span())));
        });
    return new Value.Stored(type, v, fixed, autodiff);
  }

  private Expr apply(LibraryFunction f, Value x, Elementwise map, List<Expr> at, Span span) {
    List<Value> arguments = new ArrayList<>(List.of(x));
    for (Value a : map.arguments()) {
      Expr e = a.isScalar() ? a.scalar() : at.size() == 1 ? a.flat(at.get(0)) : a.at(at);
      arguments.add(Value.Scalar.of(builder.atom(Exprs.toReal(e)), a.autodiff()));
    }
    return builder.at(span, () -> library.once(f, arguments, StanType.REAL, span)).scalar();
  }

  private LibraryFunction function(String name) {
    return builder.gathered.library.named(name).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the prelude has no " + name));
  }

  private static StanType freeType(List<Expr> sizes) {
    return sizes.size() == 2 ? StanType.MATRIX : StanType.VECTOR;
  }

  /** A transform of whole vectors or matrices, for each element of an array of them. */
  private Value whole(Declaration d, Var q, Expr offset, List<Expr> sizes, boolean autodiff) {
    Constraint constraint = constraint((Transform.Named) d.transform());
    StanType type = d.symbol().type();
    LibraryFunction f = constraint.jacobian();
    int arrays = type.arrays();
    List<Expr> own = sizes.subList(arrays, sizes.size());
    StanType one = new StanType(type.base(), 0, List.of());
    List<Expr> free = freeSizes(constraint, own);
    Var v = builder.names.local(d.symbol().name(), Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(builder::frozen).toList();
    builder.emit(new Stmt.Declare(v, fixed, Stmt.Fill.NONE));
    builder.readOnly.add(v);
    Value.Stored all = new Value.Stored(type, v, fixed, autodiff);
    Expr count = Exprs.product(fixed.subList(0, arrays));
    Expr size = Exprs.product(own);
    each(
        arrays,
        count,
        i -> {
          Expr from = Exprs.addInt(offset, Exprs.multiplyInt(i, Exprs.product(free)));
          Value x = builder.view(q, from, freeType(free), free, autodiff);
          Value y =
              builder.at(
                  d.span(), () -> library.once(f, withSizes(f, x, constraint, own), one, d.span()));
          Value.Stored part =
              arrays == 0 ? all : builder.view(v, Exprs.multiplyInt(i, size), one, own, autodiff);
          builder.write(part, y);
        });
    return all;
  }

  private void each(int arrays, Expr count, java.util.function.Consumer<Expr> body) {
    if (arrays == 0) {
      body.accept(Exprs.integer(0));
    } else {
      builder.each(count, body);
    }
  }

  /** The arguments of a transform: what it maps, and the sizes that its header names. */
  private static List<Value> withSizes(
      LibraryFunction f, Value x, Constraint constraint, List<Expr> own) {
    List<Value> arguments = new ArrayList<>(List.of(x));
    for (LibraryFunction.Parameter p : f.parameters().subList(1, f.parameters().size())) {
      arguments.add(Value.Scalar.of(own.get(constraint.sizes().indexOf(p.name())), false));
    }
    return arguments;
  }

  /** Writes the unconstrained elements of a given value to {@code q} from {@code offset} on. */
  void unconstrain(Declaration d, Value given, Var q, Expr offset) {
    StanType type = d.symbol().type();
    if (d.transform() instanceof Transform.None) {
      store(given, q, offset);
    } else if (d.transform() instanceof Transform.Named named) {
      unconstrainWhole(d, constraint(named), given, q, offset);
    } else {
      Elementwise map = elementwiseOf(d.transform());
      LibraryFunction f = function(map.name() + "_unconstrain");
      Value free =
          type.isScalar()
              ? Value.Scalar.of(apply(f, builder.forced(given), map, List.of(), d.span()), false)
              : new Value.Delayed(
                  type,
                  false,
                  given.sizes(),
                  given.reads(),
                  false,
                  at ->
                      apply(
                          f, Value.Scalar.of(builder.atom(given.at(at)), false), map, at, d.span()),
                  Optional.empty());
      store(type.rank() < 2 ? free : builder.stored(free), q, offset);
    }
  }

  private void store(Value free, Var q, Expr offset) {
    if (free.isScalar()) {
      builder.emit(new Stmt.Store(q, List.of(offset), free.scalar()));
      return;
    }
    Value.Stored part = builder.view(q, offset, free.type(), free.sizes(), false);
    builder.write(part, free);
  }

  private void unconstrainWhole(
      Declaration d, Constraint constraint, Value given, Var q, Expr offset) {
    StanType type = d.symbol().type();
    LibraryFunction f = constraint.unconstrain();
    int arrays = type.arrays();
    List<Expr> own = given.sizes().subList(arrays, given.sizes().size());
    StanType one = new StanType(type.base(), 0, List.of());
    List<Expr> free = freeSizes(constraint, own);
    Var stored = builder.stored(given).stored().orElseThrow();
    Expr size = Exprs.product(own);
    each(
        arrays,
        Exprs.product(given.sizes().subList(0, arrays)),
        i -> {
          Value y = builder.view(stored, Exprs.multiplyInt(i, size), one, own, false);
          Value x =
              builder.at(
                  d.span(),
                  () ->
                      library.once(f, withSizes(f, y, constraint, own), freeType(free), d.span()));
          Expr from = Exprs.addInt(offset, Exprs.multiplyInt(i, Exprs.product(free)));
          builder.write(builder.view(q, from, freeType(free), free, false), x);
        });
  }
}
