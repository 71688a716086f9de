package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/** A function given by its value and its matrix of derivatives, which counts its calls. */
abstract class MatrixCallback implements Callback {
  final double[] theta;
  final int outputs;
  private final boolean traced;
  private double[][] matrix = {};
  int values;
  int products;

  MatrixCallback(int outputs, boolean traced, double... theta) {
    this.outputs = outputs;
    this.traced = traced;
    this.theta = theta;
  }

  /** Derivatives of each output by lead, then by theta; all 0 before. */
  abstract void derivatives(double[] lead, double[][] d);

  abstract void evaluate(double[] lead, double[] out);

  @Override
  public final int activeLength() {
    return theta.length;
  }

  @Override
  public final boolean traced() {
    return traced;
  }

  @Override
  public final void value(double[] lead, double[] out) {
    values++;
    evaluate(lead, out);
  }

  @Override
  public final void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeOffset) {
    products++;
    if (matrix.length == 0) {
      matrix = new double[outputs][lead.length + theta.length];
    }
    for (double[] row : matrix) {
      Arrays.fill(row, 0);
    }
    derivatives(lead, matrix);
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < lead.length; j++) {
        dLead[j] += dOut[i] * matrix[i][j];
      }
      for (int j = 0; dActive != null && j < theta.length; j++) {
        dActive[activeOffset + j] += dOut[i] * matrix[i][lead.length + j];
      }
    }
  }
}
