package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.SameSizes;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/** Random number generators: one draw for each element of broadcast arguments, in order. */
final class Generators {
  private final LibraryCalls library;
  private final Builder builder;

  Generators(LibraryCalls library) {
    this.library = library;
    this.builder = library.builder;
  }

  Value call(LibraryFunction f, List<Value> given, StanType type, Span span) {
    List<Value> arguments = given.stream().map(builder::forced).toList();
    Optional<Value> shape =
        arguments.stream()
            .filter(a -> !a.isScalar() && f.parameters().get(arguments.indexOf(a)).broadcast())
            .findFirst();
    if (shape.isEmpty()) {
      Value value = library.once(f, arguments, type, span);
      return value.isScalar()
          ? Value.Scalar.of(builder.temporary("draw", value.scalar()), false)
          : value;
    }
    for (Value a : arguments) {
      if (!a.isScalar() && a != shape.get()) {
        SameSizes.check(builder, SameSizes.Sides.operator(f.name()), shape.get(), a, span);
      }
    }
    List<Expr> n = List.of(shape.get().sizes().get(0));
    Value.Stored draws = builder.declare("draws", type, n, false, Stmt.Fill.NONE);
    Var target = draws.stored().orElseThrow();
    builder.each(
        n.get(0),
        i -> {
          List<Value> one = new ArrayList<>();
          for (Value a : arguments) {
            one.add(a.isScalar() ? a : Value.Scalar.of(builder.atom(a.flat(i)), false));
          }
          StanType element = type.element();
          Expr draw = library.once(f, one, element, span).scalar();
          builder.emit(
              new Stmt.Store(target, List.of(i), element.isInt() ? draw : Exprs.toReal(draw)));
        });
    return draws;
  }
}
