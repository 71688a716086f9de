package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/** A callback from a formula, all of whose bound arguments are active; it counts its calls. */
final class FormulaCallback implements Callback {
  /** A formula. */
  interface Formula {
    Dual[] of(Dual[] lead, Dual[] active);
  }

  private final double[] active;
  private final Formula formula;
  private int calls;

  FormulaCallback(Formula formula, double... active) {
    this.formula = formula;
    this.active = active;
  }

  int calls() {
    return calls;
  }

  @Override
  public int activeLength() {
    return active.length;
  }

  @Override
  public boolean traced() {
    return true;
  }

  @Override
  public void value(double[] lead, double[] out) {
    Dual[] result = evaluate(lead);
    for (int i = 0; i < out.length; i++) {
      out[i] = result[i].value();
    }
  }

  @Override
  public void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeOffset) {
    Dual[] result = evaluate(lead);
    for (int k = 0; k < result.length; k++) {
      for (int i = 0; i < lead.length; i++) {
        dLead[i] += dOut[k] * result[k].slopes()[i];
      }
      for (int i = 0; dActive != null && i < active.length; i++) {
        dActive[activeOffset + i] += dOut[k] * result[k].slopes()[lead.length + i];
      }
    }
  }

  private Dual[] evaluate(double[] lead) {
    calls++;
    int n = lead.length + active.length;
    Dual[] x = new Dual[lead.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Dual.variable(lead[i], n, i);
    }
    Dual[] theta = new Dual[active.length];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = Dual.variable(active[i], n, lead.length + i);
    }
    return formula.of(x, theta);
  }
}
