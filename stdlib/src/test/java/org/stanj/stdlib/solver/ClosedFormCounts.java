package org.stanj.stdlib.solver;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.CurvedCallback;

/**
 * Poisson, binomial and negative binomial log likelihoods of one count for each latent element, the
 * derivatives written out. The active frame holds offsets, behind the precision φ where there is
 * one.
 */
final class ClosedFormCounts implements CurvedCallback {
  enum Kind {
    POISSON_LOG,
    BERNOULLI_LOGIT,
    NEG_BINOMIAL_2_LOG
  }

  private final Kind kind;
  private final int[] y;
  private final int[] trials;
  private final double[] eta;

  ClosedFormCounts(Kind kind, int[] y, int[] trials, double... eta) {
    this.kind = kind;
    this.y = y;
    this.trials = trials;
    this.eta = eta;
  }

  /** f(x), its derivatives by x, and by φ of f, f′ and f″. */
  private record Term(
      double f, double f1, double f2, double f3, double byPhi, double f1ByPhi, double f2ByPhi) {}

  private int offsets() {
    return kind == Kind.NEG_BINOMIAL_2_LOG ? 1 : 0;
  }

  private Term term(double[] theta, int i) {
    double x = theta[i] + eta[offsets() + i];
    return switch (kind) {
      case POISSON_LOG -> poisson(x, y[i]);
      case BERNOULLI_LOGIT -> bernoulli(x, y[i], trials[i]);
      case NEG_BINOMIAL_2_LOG -> negBinomial(x, y[i], eta[0]);
    };
  }

  private static double logFactorial(int c) {
    return IntStream.rangeClosed(1, c).mapToDouble(Math::log).sum();
  }

  private static Term poisson(double x, int c) {
    double e = Math.exp(x);
    return new Term(c * x - e - logFactorial(c), c - e, -e, -e, 0, 0, 0);
  }

  private static Term bernoulli(double x, int c, int t) {
    double p = 1 / (1 + Math.exp(-x));
    double q = t * p * (1 - p);
    return new Term(c * x - t * Math.log1p(Math.exp(x)), c - t * p, -q, -q * (1 - 2 * p), 0, 0, 0);
  }

  private static Term negBinomial(double x, int c, double phi) {
    double sum = phi + Math.exp(x);
    double r = Math.exp(x) / sum;
    double variance = r * (1 - r);
    double rByPhi = -variance / phi;
    double rising = IntStream.range(0, c).mapToDouble(k -> Math.log(phi + k)).sum();
    double risingByPhi = IntStream.range(0, c).mapToDouble(k -> 1 / (phi + k)).sum();
    double n = c + phi;
    return new Term(
        rising - logFactorial(c) + c * x + phi * Math.log(phi) - n * Math.log(sum),
        c - n * r,
        -n * variance,
        -n * variance * (1 - 2 * r),
        risingByPhi + Math.log(phi) + 1 - Math.log(sum) - n / sum,
        -r - n * rByPhi,
        -variance - n * (1 - 2 * r) * rByPhi);
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
    out[0] = IntStream.range(0, y.length).mapToDouble(i -> term(lead, i).f).sum();
  }

  @Override
  public void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeAt) {
    for (int i = 0; i < y.length; i++) {
      Term t = term(lead, i);
      add(i, dOut[0] * t.f1, dOut[0] * t.byPhi, dLead, dActive, activeAt);
    }
  }

  @Override
  public void hessianProduct(
      double[] lead, double[] u, double[] dLead, double @Nullable [] dActive, int activeAt) {
    for (int i = 0; i < y.length; i++) {
      Term t = term(lead, i);
      add(i, t.f2 * u[i], t.f1ByPhi * u[i], dLead, dActive, activeAt);
    }
  }

  @Override
  public void thirdProduct(
      double[] lead,
      double[] u,
      double[] v,
      double[] dLead,
      double @Nullable [] dActive,
      int activeAt) {
    for (int i = 0; i < y.length; i++) {
      Term t = term(lead, i);
      add(i, t.f3 * u[i] * v[i], t.f2ByPhi * u[i] * v[i], dLead, dActive, activeAt);
    }
  }

  private void add(
      int i, double byX, double byPhi, double[] dLead, double @Nullable [] dActive, int activeAt) {
    dLead[i] += byX;
    if (dActive != null) {
      dActive[activeAt + offsets() + i] += byX;
      dActive[activeAt] += offsets() * byPhi;
    }
  }
}
