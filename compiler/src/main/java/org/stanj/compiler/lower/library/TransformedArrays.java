package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Setting;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/** A constraint transform called on an array transforms each element. */
final class TransformedArrays {
  private final LibraryCalls library;
  private final Builder builder;

  TransformedArrays(LibraryCalls library, Builder builder) {
    this.library = library;
    this.builder = builder;
  }

  Value call(LibraryFunction f, List<Value> arguments, StanType type, Span span) {
    Value.Stored from = builder.stored(arguments.get(0));
    List<Value> others =
        arguments.subList(1, arguments.size()).stream().map(builder::forced).toList();
    Call call = new Call(f, from, others, StanType.of(type.base()), span);
    int arrays = from.type().arrays();
    List<Expr> sizes = new ArrayList<>(from.sizes().subList(0, arrays));
    Expr count = builder.frozen(Exprs.product(sizes));
    List<Expr> own = sizesOfOne(call, count);
    sizes.addAll(own);
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    Value.Stored result = builder.declare("transformed", type, sizes, autodiff, Stmt.Fill.NONE);
    Var whole = result.stored().orElseThrow();
    Expr part = builder.frozen(Exprs.product(own));
    builder.each(
        count,
        i -> {
          Value one = builder.forced(element(call, i));
          Expr at = Exprs.multiplyInt(i, part);
          builder.write(builder.view(whole, at, call.element(), own, autodiff), one);
        });
    return result;
  }

  /**
   * One call.
   *
   * @param element type of an element of the result
   */
  private record Call(
      LibraryFunction function,
      Value.Stored from,
      List<Value> others,
      StanType element,
      Span span) {}

  private Value element(Call call, Expr i) {
    Value.Stored from = call.from();
    int arrays = from.type().arrays();
    List<Expr> own = from.sizes().subList(arrays, from.sizes().size());
    Expr offset = Exprs.multiplyInt(i, builder.frozen(Exprs.product(own)));
    StanType type = StanType.of(from.type().base());
    Var array = from.stored().orElseThrow();
    List<Value> arguments = new ArrayList<>();
    arguments.add(builder.view(array, offset, type, own, from.autodiff()));
    arguments.addAll(call.others());
    return library.once(call.function(), arguments, call.element(), call.span());
  }

  /** The sizes of an element of the result are those of the first; 0 if there is none. */
  private List<Expr> sizesOfOne(Call call, Expr count) {
    List<Var> sizes = new ArrayList<>();
    for (int d = 0; d < call.element().rank(); d++) {
      Var size = builder.names.local("size", CoreType.INT);
      builder.emit(new Stmt.Assign(size, Exprs.integer(0)));
      sizes.add(size);
    }
    Setting plain = builder.setting().withoutJacobian();
    builder.branch(
        Exprs.op(Operator.LESS_INT, Exprs.integer(0), count),
        () -> {
          Value first = builder.under(plain, () -> element(call, Exprs.integer(0)));
          for (int d = 0; d < sizes.size(); d++) {
            builder.emit(new Stmt.Assign(sizes.get(d), first.sizes().get(d)));
          }
        });
    return sizes.stream().map(Exprs::read).map(builder::frozen).toList();
  }
}
