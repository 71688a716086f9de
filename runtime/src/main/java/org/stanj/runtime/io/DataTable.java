package org.stanj.runtime.io;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;

/** Named values read from a file. Members of a tuple {@code t} have the names {@code t.1}, ... */
final class DataTable implements DataContext {
  private final Map<String, Values> values;

  DataTable(Map<String, Values> values) {
    this.values = Map.copyOf(values);
  }

  /** The values of a name that the table {@link #contains}. */
  Values values(String name) {
    return Objects.requireNonNull(values.get(name));
  }

  @Override
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  @Override
  public void readReals(Request request, double[] into, int offset, int[] dims, boolean matrix) {
    Values found = find(request, "double", dims);
    if (found != null) {
      found.check(request, dims);
      found.copy(into, offset, matrix);
    }
  }

  @Override
  public void readInts(Request request, int[] into, int offset, int[] dims) {
    Values found = find(request, "int", dims);
    if (found == null) {
      return;
    }
    if (!found.whole()) {
      throw new DataException(
          "int variable contained non-int values; processing stage="
              + request.stage()
              + "; variable name="
              + request.name()
              + "; base type=int "
              + request.where());
    }
    found.check(request, dims);
    double[] elements = found.elements();
    for (int i = 0; i < elements.length; i++) {
      into[offset + i] = (int) elements[i];
    }
  }

  private @Nullable Values find(Request request, String base, int[] dims) {
    Values found = values.get(request.name());
    if (found == null && Values.product(dims) != 0) {
      throw DataException.absent(request, base, dims);
    }
    return found;
  }
}
