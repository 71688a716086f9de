package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Packing;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.StanType;

/**
 * Results of recursive functions that add to the target: a tuple of what the function adds and its
 * value. What other functions add is known where their bodies are written out; these are never
 * written out.
 */
public final class PackedResults {
  private final Builder builder;

  public PackedResults(Builder builder) {
    this.builder = builder;
  }

  private static StanType tuple(StanType result) {
    List<StanType> members = new ArrayList<>(List.of(StanType.REAL));
    if (!result.equals(StanType.VOID)) {
      members.add(result);
    }
    return StanType.tupleOf(members);
  }

  /**
   * The result of a function with the value.
   *
   * @param amount what it adds to the target
   */
  public Operand pack(Var amount, Optional<Value> value) {
    List<Value> members = new ArrayList<>();
    members.add(Value.Scalar.of(Exprs.read(amount), true));
    value.ifPresent(members::add);
    StanType type = tuple(value.map(Value::type).orElse(StanType.VOID));
    Value.Stored packed = Packing.packed(builder, new Value.Composite(type, members));
    return new Operand.Container(packed.stored().orElseThrow());
  }

  /** Adds what the function adds, and gives its value. */
  Value unpack(Var packed, StanType type, boolean autodiff) {
    Value.Composite members =
        (Value.Composite) Packing.unpacked(builder, packed, tuple(type), autodiff);
    builder.emit(new Stmt.AddTarget(members.components().get(0).scalar()));
    return type.equals(StanType.VOID)
        ? Value.Scalar.of(Exprs.integer(0), false)
        : members.components().get(1);
  }
}
