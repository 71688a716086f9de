package org.stanj.cli.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns are what the rows had, over several blocks and pieces. */
final class TransposedFileTest {
  @ParameterizedTest
  @CsvSource({"1,3", "3,1", "300000,15", "2,1500000", "1000,4196"})
  void columnsHaveTheValuesOfTheRows(int columns, int rows) throws IOException {
    try (TransposedFile file = new TransposedFile(columns)) {
      double[] row = new double[columns];
      file.add(row);
      file.clear();
      for (int i = 0; i < rows; i++) {
        for (int c = 0; c < columns; c++) {
          row[c] = value(i, c);
        }
        file.add(row);
      }
      file.finish();
      assertEquals(rows, file.rows());
      for (int c : new int[] {0, columns / 2, columns - 1}) {
        int wanted = rows - rows / 3;
        double[] column = file.column(c, wanted);
        assertEquals(wanted, column.length);
        for (int i = 0; i < wanted; i++) {
          assertEquals(value(i, c), column[i]);
        }
      }
    }
  }

  private static double value(int row, int column) {
    return row * 1e6 + column;
  }
}
