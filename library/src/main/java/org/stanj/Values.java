package org.stanj;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a program at one point, on the constrained scale. Immutable and thread-safe;
 * arrays that are handed out are the caller's own.
 *
 * <p>A member of a tuple {@code t} is called {@code t.1}, with the sizes of the arrays of tuples
 * around it before its own. Complex values have (real, imaginary) as a last dimension of 2. Ints
 * are whole numbers as {@code double}.
 *
 * <p>All methods that take a name throw {@link java.util.NoSuchElementException} if the program has
 * no such variable.
 */
public final class Values {
  private final Layout layout;
  private final double[] row;

  /**
   * @param row in storage order; kept
   */
  Values(Layout layout, double[] row) {
    this.layout = layout;
    this.row = row;
  }

  /** Names, in the order of their declaration. */
  public List<String> names() {
    return layout.names();
  }

  /** Sizes of a variable; none for a scalar. */
  public int[] dims(String name) {
    return layout.dims(name);
  }

  /**
   * A scalar.
   *
   * @throws IllegalArgumentException if the variable is none
   */
  public double real(String name) {
    return requireRank(name, 0)[0];
  }

  /**
   * A vector, row vector or one-dimensional array.
   *
   * @throws IllegalArgumentException if the variable has another number of dimensions
   */
  public double[] vector(String name) {
    return requireRank(name, 1);
  }

  /**
   * A matrix {@code [row][column]}, or another variable of two dimensions, the first one outermost.
   *
   * @throws IllegalArgumentException if the variable has another number of dimensions
   */
  public double[][] matrix(String name) {
    double[] values = requireRank(name, 2);
    return (double[][]) nested(values, double.class, dims(name), 0);
  }

  /**
   * A variable of any shape: {@code Double} for a scalar, otherwise {@code double[]}, {@code
   * double[][]}, ..., the first dimension outermost.
   */
  public Object get(String name) {
    double[] values = layout.rowMajor(name, row);
    int[] dims = dims(name);
    return dims.length == 0 ? (Object) values[0] : nested(values, double.class, dims, 0);
  }

  /**
   * A variable of ints of any shape: {@code Integer} for a scalar, otherwise {@code int[]}, {@code
   * int[][]}, ..., the first dimension outermost.
   *
   * @throws IllegalArgumentException if a value is no int
   */
  public Object ints(String name) {
    double[] values = layout.rowMajor(name, row);
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
      if (ints[i] != values[i]) {
        throw new IllegalArgumentException(name + " has the value " + values[i] + ", no int");
      }
    }
    int[] dims = dims(name);
    return dims.length == 0 ? (Object) ints[0] : nested(ints, int.class, dims, 0);
  }

  /** A variable of any shape as one array, the last index fastest. */
  public double[] flat(String name) {
    return layout.rowMajor(name, row);
  }

  /** All variables, each as {@link #get} has it. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    names().forEach(name -> map.put(name, get(name)));
    return map;
  }

  /** These values as initial values, or to be unconstrained. */
  public Data toData() {
    return Data.of(toMap());
  }

  private double[] requireRank(String name, int rank) {
    int[] dims = dims(name);
    if (dims.length != rank) {
      throw new IllegalArgumentException(
          name + " has " + dims.length + " dimensions " + Arrays.toString(dims) + ", not " + rank);
    }
    return layout.rowMajor(name, row);
  }

  /**
   * Nested arrays of what begins at a place of a flat one.
   *
   * @param dims of the nested arrays
   */
  private static Object nested(Object flat, Class<?> element, int[] dims, int from) {
    if (dims.length == 1) {
      Object part = Array.newInstance(element, dims[0]);
      System.arraycopy(flat, from, part, 0, dims[0]);
      return part;
    }
    int[] inner = Arrays.copyOfRange(dims, 1, dims.length);
    int stride = Arrays.stream(inner).reduce(1, (a, b) -> a * b);
    Object[] array = (Object[]) Array.newInstance(component(element, inner.length), dims[0]);
    for (int i = 0; i < array.length; i++) {
      array[i] = nested(flat, element, inner, from + i * stride);
    }
    return array;
  }

  /** The class of arrays of that rank. */
  private static Class<?> component(Class<?> element, int rank) {
    Class<?> component = element;
    for (int i = 0; i < rank; i++) {
      component = component.arrayType();
    }
    return component;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String name : names()) {
      double[] flat = flat(name);
      text.append(text.isEmpty() ? "" : ", ").append(name).append(" = ");
      text.append(dims(name).length == 0 ? "" + flat[0] : Arrays.toString(flat));
    }
    return text.toString();
  }
}
