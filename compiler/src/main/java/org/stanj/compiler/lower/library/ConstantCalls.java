package org.stanj.compiler.lower.library;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;

/** Evaluates library primitives of constants while compiling: {@code log(2 * pi())}. */
final class ConstantCalls {
  private ConstantCalls() {}

  /** The value if all arguments are literals and the call does not throw, else the call. */
  static Expr folded(Expr.Apply apply) {
    int n = apply.arguments().size();
    Object[] values = new Object[n];
    Class<?>[] types = new Class<?>[n];
    for (int i = 0; i < n; i++) {
      Expr e = apply.arguments().get(i);
      if (e instanceof Expr.RealLiteral r) {
        values[i] = r.value();
        types[i] = double.class;
      } else if (e instanceof Expr.IntLiteral k) {
        values[i] = k.value();
        types[i] = int.class;
      } else {
        return apply;
      }
    }
    return apply.primitive().random() ? apply : invoked(apply, types, values);
  }

  private static Expr invoked(Expr.Apply apply, Class<?>[] types, Object[] values) {
    try {
      Class<?> owner = Class.forName(apply.primitive().owner().replace('/', '.'));
      Method method = owner.getMethod(apply.primitive().method(), types);
      Object value = method.invoke(null, values);
      return apply.primitive().result() == Kind.INT
          ? Exprs.integer((Integer) value)
          : Exprs.real((Double) value);
    } catch (InvocationTargetException e) {
      return apply;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("prelude names a method that is not there", e);
    }
  }
}
