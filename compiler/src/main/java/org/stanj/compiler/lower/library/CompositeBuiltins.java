package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/**
 * Builtins with tuples or complex values: what only moves elements is done to each component, and
 * sizes are those that all components share.
 */
final class CompositeBuiltins {
  private final LibraryCalls library;

  CompositeBuiltins(LibraryCalls library) {
    this.library = library;
  }

  static boolean concerns(List<Value> arguments, StanType type) {
    return type.isComposite() || arguments.stream().anyMatch(Value.Composite.class::isInstance);
  }

  Value call(LibraryFunction f, List<Value> a, StanType type, Span span) {
    return switch (f.name()) {
      case "get_real" -> ((Value.Composite) a.get(0)).components().get(0);
      case "get_imag" -> ((Value.Composite) a.get(0)).components().get(1);
      case "to_complex" -> toComplex(a, type);
      case "size", "num_elements", "rows", "cols", "dims" ->
          library.builtins.call(f, a.stream().map(CompositeBuiltins::shape).toList(), type, span);
      default -> byComponents(f, a, type, span);
    };
  }

  private Value toComplex(List<Value> a, StanType type) {
    Value real = a.isEmpty() ? Value.Scalar.of(Exprs.ZERO, false) : a.get(0);
    return real instanceof Value.Composite
        ? real
        : library.complex.joined(real, a.size() < 2 ? DelayedValues.zero(real) : a.get(1), type);
  }

  /** A container of the sizes that all components share. */
  private static Value shape(Value v) {
    if (!(v instanceof Value.Composite c)) {
      return v;
    }
    if (c.type().isComplex()) {
      return shape(c.components().get(0));
    }
    StanType numbers = StanType.arrayOf(StanType.REAL, c.type().arrays());
    return new Value.Delayed(
        numbers, false, c.sizes(), Set.of(), true, i -> Exprs.ZERO, Optional.empty());
  }

  private Value byComponents(LibraryFunction f, List<Value> a, StanType type, Span span) {
    List<Value> components = new ArrayList<>();
    List<StanType> types = Components.types(type);
    for (int i = 0; i < types.size(); i++) {
      List<Value> arguments = new ArrayList<>();
      for (Value v : a) {
        arguments.add(v instanceof Value.Composite c ? c.components().get(i) : v);
      }
      components.add(library.builtins.call(f, arguments, types.get(i), span));
    }
    return new Value.Composite(type, components);
  }
}
