package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.CurvedCallback;

/** A log likelihood with exact derivatives, component by component. */
final class JetLikelihood implements CurvedCallback {
  /** ℓ(θ, η). */
  interface Formula {
    Jet at(Jet[] theta, Jet[] eta);
  }

  private final Formula formula;
  private final double[] eta;
  private int evaluations = 0;

  JetLikelihood(Formula formula, double... eta) {
    this.formula = formula;
    this.eta = eta;
  }

  int evaluations() {
    return evaluations;
  }

  JetLikelihood with(double[] other) {
    return new JetLikelihood(formula, other);
  }

  double[] eta() {
    return eta.clone();
  }

  @Override
  public int activeLength() {
    return eta.length;
  }

  @Override
  public boolean traced() {
    return true;
  }

  @Override
  public void value(double[] lead, double[] out) {
    evaluations++;
    out[0] = jet(lead, null, null, -1).get(0);
  }

  @Override
  public void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeAt) {
    add(lead, null, null, 4, dOut[0], dLead, dActive, activeAt);
  }

  @Override
  public void hessianProduct(
      double[] lead, double[] u, double[] dLead, double @Nullable [] dActive, int activeAt) {
    add(lead, u, null, 5, 1, dLead, dActive, activeAt);
  }

  @Override
  public void thirdProduct(
      double[] lead,
      double[] u,
      double[] v,
      double[] dLead,
      double @Nullable [] dActive,
      int activeAt) {
    add(lead, u, v, 7, 1, dLead, dActive, activeAt);
  }

  private void add(
      double[] lead,
      double @Nullable [] u,
      double @Nullable [] v,
      int bits,
      double weight,
      double[] dLead,
      double @Nullable [] dActive,
      int activeAt) {
    for (int i = 0; i < lead.length; i++) {
      dLead[i] += weight * jet(lead, u, v, i).get(bits);
    }
    for (int i = 0; i < eta.length && dActive != null; i++) {
      dActive[activeAt + i] += weight * jet(lead, u, v, lead.length + i).get(bits);
    }
  }

  /** With the third infinitesimal at one of the positions of θ and η. */
  private Jet jet(double[] lead, double @Nullable [] u, double @Nullable [] v, int third) {
    Jet[] theta = new Jet[lead.length];
    Arrays.setAll(
        theta,
        i -> Jet.of(lead[i], u == null ? 0 : u[i], v == null ? 0 : v[i], i == third ? 1 : 0));
    Jet[] parameters = new Jet[eta.length];
    Arrays.setAll(parameters, i -> Jet.of(eta[i], 0, 0, lead.length + i == third ? 1 : 0));
    return formula.at(theta, parameters);
  }
}
