package org.stanj;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.JavaData;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.DataContext;

/**
 * Named values: the data of a program, or values of its parameters. Immutable; arrays are copied.
 *
 * <p>Java values stand for Stan's as follows. Shapes are checked when a model is bound.
 *
 * <table>
 * <caption>Types</caption>
 * <tr><th>Stan</th><th>Java</th></tr>
 * <tr><td>{@code int}</td><td>{@code int}, {@code long}, {@code short}, {@code byte}, within 32
 *     bits</td></tr>
 * <tr><td>{@code real}</td><td>{@code double}, {@code float}, or those of {@code int}</td></tr>
 * <tr><td>{@code vector[n]}, {@code array[n] real}</td><td>{@code double[n]}, a {@code List} of n
 *     </td></tr>
 * <tr><td>{@code matrix[r, c]}</td><td>{@code double[r][c]}: rows outermost</td></tr>
 * <tr><td>{@code array[m] T}</td><td>an array or list of m values of T</td></tr>
 * <tr><td>{@code complex}</td><td>{@code double[2]}: real part, imaginary part</td></tr>
 * <tr><td>{@code tuple(S, T)}</td><td>a {@code Map} with keys {@code "1"}, {@code "2"}</td></tr>
 * </table>
 */
public final class Data {
  /** No values. */
  public static final Data NONE = new Data(DataContext.EMPTY);

  private final DataContext context;

  private Data(DataContext context) {
    this.context = context;
  }

  /**
   * Values by name.
   *
   * @throws InputException if one is neither a number nor an array, list or map of numbers, or not
   *     rectangular
   */
  public static Data of(Map<String, ?> values) {
    return new Data(Failures.input(() -> JavaData.of(values)));
  }

  /** One value; see {@link #with} for more. */
  public static Data of(String name, Object value) {
    return of(Map.of(name, value));
  }

  /**
   * A JSON object, as in CmdStan's data files.
   *
   * @throws InputException if it is not JSON, or not an object of numbers and rectangular lists of
   *     them; the message has line and column
   */
  public static Data json(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Data(
        Failures.input(
            () -> {
              try {
                return JsonData.read(new ByteArrayInputStream(bytes));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }

  /**
   * A file of CmdStan's: {@code .json}, or R dump in {@code .R}.
   *
   * @throws InputException if it cannot be read or is ill-formed
   */
  public static Data read(Path file) {
    return new Data(Failures.input(() -> DataFiles.read(file.toString(), warning -> {})));
  }

  /** These values and another one, which hides one of the same name. */
  public Data with(String name, Object value) {
    return new Data(new Overlay(of(name, value).context, context));
  }

  DataContext context() {
    return context;
  }

  /** Values before others. */
  private record Overlay(DataContext first, DataContext rest) implements DataContext {
    @Override
    public boolean contains(String name) {
      return first.contains(name) || rest.contains(name);
    }

    private DataContext holder(Request request) {
      return first.contains(request.name()) ? first : rest;
    }

    @Override
    public void readReals(Request request, double[] into, int offset, int[] dims, boolean matrix) {
      holder(request).readReals(request, into, offset, dims, matrix);
    }

    @Override
    public void readInts(Request request, int[] into, int offset, int[] dims) {
      holder(request).readInts(request, into, offset, dims);
    }
  }
}
