package org.stanj.compiler.lower.value;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.StanType;

/**
 * A composite value as one real container, which is how a function of the core language returns it:
 * first all sizes of the leaves in order, then their elements. Ints travel as reals, which hold
 * them exactly.
 */
public final class Packing {
  private Packing() {}

  /** The type of a function's result in the core language. */
  public static CoreType coreType(StanType result) {
    return result.isComposite() ? CoreType.REALS : Value.coreType(result);
  }

  public static Value.Stored packed(Builder builder, Value.Composite value) {
    List<Value> leaves = new ArrayList<>();
    Components.leaves(value).forEach(v -> leaves.add(builder.forced(v)));
    List<Expr> header = new ArrayList<>();
    leaves.forEach(v -> header.addAll(v.sizes()));
    Expr length = Exprs.integer(header.size());
    for (Value v : leaves) {
      length = Exprs.addInt(length, v.count());
    }
    Value.Stored whole =
        builder.declare(
            "packed", StanType.VECTOR, List.of(length), value.autodiff(), Stmt.Fill.NONE);
    Var target = whole.stored().orElseThrow();
    for (int i = 0; i < header.size(); i++) {
      store(builder, target, Exprs.integer(i), header.get(i));
    }
    Expr at = Exprs.integer(header.size());
    for (Value v : leaves) {
      Expr start = at;
      if (v.isScalar()) {
        store(builder, target, start, v.scalar());
      } else {
        Value flat = v.hasFlat() ? v : builder.stored(v);
        builder.each(
            flat.count(), i -> store(builder, target, Exprs.addInt(start, i), flat.flat(i)));
      }
      at = builder.frozen(Exprs.addInt(at, v.count()));
    }
    return whole;
  }

  private static void store(Builder builder, Var target, Expr at, Expr e) {
    builder.emit(new Stmt.Store(target, List.of(at), Exprs.toReal(e)));
  }

  /** What a type looks like in a message: see {@code stdlib.abi.Text}. */
  public static String form(StanType type) {
    String arrays = "a".repeat(type.arrays());
    return arrays
        + switch (type.base()) {
          case INT -> "i";
          case REAL -> "r";
          case VECTOR, ROW_VECTOR -> "v";
          case MATRIX -> "m";
          case COMPLEX -> "R";
          case COMPLEX_VECTOR, COMPLEX_ROW_VECTOR -> "V";
          case COMPLEX_MATRIX -> "M";
          case TUPLE -> type.members().stream().map(Packing::form).collect(joining("", "(", ")"));
          case VOID, FUNCTION -> throw new IllegalArgumentException("no value");
        };
  }

  /** The value that a function packed. */
  public static Value unpacked(Builder builder, Var packed, StanType type, boolean autodiff) {
    return new Unpacking(builder, packed, autodiff).value(type);
  }

  /** Takes a packed value apart. */
  private record Unpacking(Builder builder, Var packed, boolean autodiff) {
    Value value(StanType type) {
      List<StanType> types = Components.leaves(type);
      List<List<Expr>> sizes = new ArrayList<>();
      int next = 0;
      for (StanType leaf : types) {
        List<Expr> own = new ArrayList<>();
        for (int d = 0; d < leaf.rank(); d++) {
          own.add(builder.temporary("n", integer(Exprs.integer(next++))));
        }
        sizes.add(own);
      }
      Expr at = Exprs.integer(next);
      List<Value> leaves = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        boolean ints = types.get(i).isInt();
        leaves.add(
            ints ? ints(at, types.get(i), sizes.get(i)) : reals(at, types.get(i), sizes.get(i)));
        at = builder.frozen(Exprs.addInt(at, Exprs.product(sizes.get(i))));
      }
      return Components.join(type, leaves);
    }

    /** An int that a real holds. */
    private Expr integer(Expr at) {
      LibraryFunction f =
          builder.gathered.library.named("to_int").stream()
              .filter(g -> g.form() == LibraryFunction.Form.PRIMITIVE)
              .findFirst()
              .orElseThrow();
      builder.gathered.library.remember(f);
      return new Expr.Apply(f.primitive().orElseThrow(), List.of(Exprs.load(packed, at)), "");
    }

    private Value reals(Expr at, StanType type, List<Expr> sizes) {
      return type.isScalar()
          ? new Value.Scalar(type, builder.temporary("v", Exprs.load(packed, at)), autodiff)
          : builder.view(packed, at, type, sizes, autodiff);
    }

    private Value ints(Expr at, StanType type, List<Expr> sizes) {
      if (type.isScalar()) {
        return Value.Scalar.of(builder.temporary("v", integer(at)), false);
      }
      Value.Stored copy = builder.declare("ints", type, sizes, false, Stmt.Fill.NONE);
      Var target = copy.stored().orElseThrow();
      builder.each(
          Exprs.product(sizes),
          i -> builder.emit(new Stmt.Store(target, List.of(i), integer(Exprs.addInt(at, i)))));
      return copy;
    }
  }
}
