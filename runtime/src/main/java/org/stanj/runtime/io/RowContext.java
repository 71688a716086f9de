package org.stanj.runtime.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Variable;

/** Gives the parameters in a row of a CSV file as named values. */
public final class RowContext {
  private RowContext() {}

  /**
   * The parameters of a row; those that the header lacks are absent.
   *
   * @param header names of the columns
   * @param row their values
   * @param variables of the model; only parameters are taken
   */
  public static DataContext of(List<String> header, double[] row, List<Variable> variables) {
    Map<String, Values> values = new HashMap<>();
    for (Variable variable : variables) {
      if (variable.block() != Variable.Block.PARAMETERS || variable.size() == 0) {
        continue;
      }
      String first = Columns.of(List.of(variable)).names().get(0);
      int start = header.indexOf(first);
      if (start >= 0 && start + variable.size() <= row.length) {
        double[] columns = Arrays.copyOfRange(row, start, start + variable.size());
        int[] dims = variable.dims().stream().mapToInt(Integer::intValue).toArray();
        values.put(variable.name(), Values.ofColumnMajor(columns, false, dims));
      }
    }
    return new DataTable(values);
  }
}
