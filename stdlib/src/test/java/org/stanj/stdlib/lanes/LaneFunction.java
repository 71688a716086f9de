package org.stanj.stdlib.lanes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A function over blocks and its twin. */
record LaneFunction(Method block, Method twin) {
  private static final List<Class<?>> FAMILIES =
      List.of(
          Blocks.class,
          GammaBlocks.class,
          NormalBlocks.class,
          PowerBlocks.class,
          CircleBlocks.class);

  static Stream<LaneFunction> all() {
    return FAMILIES.stream()
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.getName().startsWith("sum"))
        .map(LaneFunction::of);
  }

  static LaneFunction named(String name) {
    return all().filter(f -> f.block().getName().equals(name)).findAny().orElseThrow();
  }

  private static LaneFunction of(Method block) {
    String twins = block.getDeclaringClass().getName().replace("Blocks", "Twins");
    Class<?>[] reals = new Class<?>[block.getParameterCount() / 3 - 1];
    Arrays.fill(reals, double.class);
    try {
      return new LaneFunction(block, Class.forName(twins).getMethod(block.getName(), reals));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  int arguments() {
    return twin.getParameterCount();
  }

  double twin(double... x) {
    return (Double) call(twin, Arrays.stream(x).boxed().toArray());
  }

  /**
   * Fills the last array from the others, from the element at a place on.
   *
   * @return whether the block says that a twin would throw
   */
  boolean block(double[][] arrays, int at, int length) {
    Object[] all = new Object[3 * arrays.length];
    for (int k = 0; k < arrays.length; k++) {
      all[3 * k] = arrays[k];
      all[3 * k + 1] = at;
      all[3 * k + 2] = length;
    }
    return call(block, all) instanceof Integer thrown && thrown != 0;
  }

  private static Object call(Method m, Object[] arguments) {
    try {
      return m.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return block.getName();
  }
}
