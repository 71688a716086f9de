package org.stanj.compiler.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Primitive;

/**
 * Primitives that are not said to reject return for all arguments: passes move them to places where
 * the checks of their arguments have not been made.
 */
class TotalPrimitivesTest {
  private static final Library LIBRARY = Library.load();
  private static final Object[] REALS = {
    Double.NaN,
    Double.NEGATIVE_INFINITY,
    -2.5,
    -1.0,
    0.0,
    0.5,
    1.0,
    3.25,
    300.0,
    1e9,
    1e300,
    Double.POSITIVE_INFINITY
  };
  private static final Object[] FEW_REALS = {Double.NaN, -1.5, 0.0, 0.5, 40.0};
  private static final Object[] FEWEST_REALS = {Double.NaN, -1.5, 0.5};
  private static final Object[] INTS = {-1000, -1, 0, 1, 5, 300, 100_000};

  @Test
  void thoseThatDoNotRejectReturn() throws ReflectiveOperationException {
    List<String> thrown = new ArrayList<>();
    for (String name : LIBRARY.names()) {
      for (LibraryFunction function : LIBRARY.functions(name)) {
        if (function.primitive().isPresent()) {
          Primitive p = function.primitive().get();
          if (!p.random() && !p.rejects()) {
            call(p, method(p), new ArrayList<>(), thrown);
          }
        }
      }
    }
    assertEquals(List.of(), thrown);
  }

  private static Method method(Primitive p) throws ReflectiveOperationException {
    Class<?>[] types =
        p.parameters().stream()
            .map(k -> k == Kind.INT ? int.class : double.class)
            .toArray(Class<?>[]::new);
    return Class.forName(p.owner().replace('/', '.')).getMethod(p.method(), types);
  }

  private static void call(Primitive p, Method m, List<Object> arguments, List<String> thrown)
      throws ReflectiveOperationException {
    int n = p.parameters().size();
    if (arguments.size() < n) {
      boolean real = p.parameters().get(arguments.size()) == Kind.REAL;
      for (Object next : real ? n > 3 ? FEWEST_REALS : n > 2 ? FEW_REALS : REALS : INTS) {
        List<Object> more = new ArrayList<>(arguments);
        more.add(next);
        call(p, m, more, thrown);
      }
      return;
    }
    try {
      m.invoke(null, arguments.toArray());
    } catch (InvocationTargetException e) {
      String message = p.entry() + arguments + " " + e.getCause();
      if (thrown.stream().noneMatch(t -> t.startsWith(p.entry()))) {
        thrown.add(message);
      }
    }
  }
}
