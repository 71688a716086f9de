package org.stanj.cli;

import org.jspecify.annotations.Nullable;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.Reads;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.Stretch;

/**
 * Stands in for an emitted class: {@code x ~ normal(mu, 1)} for a vector of two, with {@code mu}
 * from the data.
 */
public final class TwoNormals extends GeneratedModel {
  private double mu;

  @Override
  protected String[] variableTable() {
    return new String[] {"x\tPARAMETERS\tVECTOR\t1\t1\t0"};
  }

  @Override
  protected int frameSize() {
    return 0;
  }

  @Override
  protected int flagCount() {
    return 0;
  }

  @Override
  protected void bindData(Scratch scratch) {
    mu = Reads.real(scratch, new DataContext.Request("data initialization", "mu", ""));
  }

  @Override
  protected void sizes(int[] out, Scratch scratch) {
    out[0] = 2;
    out[1] = 2;
  }

  @Override
  protected double density(double[] q, int propto, int jacobian, Scratch scratch) {
    return densityGradient(q, new double[2], propto, jacobian, scratch);
  }

  @Override
  protected double densityGradient(
      double[] q, double[] adjoint, int propto, int jacobian, Scratch scratch) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      sum -= 0.5 * (q[i] - mu) * (q[i] - mu);
      adjoint[i] -= q[i] - mu;
    }
    return sum;
  }

  @Override
  protected void constrained(
      double[] q, double[] out, int transformed, int generated, Scratch scratch) {
    System.arraycopy(q, 0, out, 0, 2);
  }

  @Override
  protected void unconstrained(double[] q, Scratch scratch) {}

  @Override
  protected void generated(double[] parameters, double[] out, Scratch scratch) {}

  @Override
  protected double sliceKernel(
      int kernel,
      Frames frames,
      int lo,
      int hi,
      double @Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch) {
    throw new AssertionError("no slices");
  }

  @Override
  protected double callbackMethod(int which, Stretch[] containers, Frames frames, Scratch scratch) {
    throw new AssertionError("no callbacks");
  }
}
