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
      if (variable.block() == Variable.Block.PARAMETERS && variable.size() > 0) {
        Columns columns = Columns.of(List.of(variable));
        int start = header.indexOf(columns.names().get(0));
        if (start >= 0 && start + variable.size() <= row.length) {
          add(variable, columns, Arrays.copyOfRange(row, start, start + variable.size()), values);
        }
      }
    }
    return new DataTable(values);
  }

  private static void add(
      Variable variable, Columns columns, double[] row, Map<String, Values> into) {
    double[] stored = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      stored[columns.storage()[i]] = row[i];
    }
    int from = 0;
    for (Variable leaf : variable.leaves()) {
      into.put(
          leaf.name(),
          new Values(LeafValues.rowMajor(leaf, stored, from), false, LeafValues.dims(leaf)));
      from += leaf.size();
    }
  }
}
