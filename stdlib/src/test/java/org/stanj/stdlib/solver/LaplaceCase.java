package org.stanj.stdlib.solver;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.CurvedCallback;
import org.stanj.stdlib.solver.ClosedFormCounts.Kind;

/** A latent Gaussian model of a test, and calls of the kernels for it. */
record LaplaceCase(String name, CurvedCallback likelihood, int n, int blockSize) {
  static final String FUNCTION = "laplace_marginal_density";
  private static final double TOLERANCE = 1e-12;
  private static final int STEPS = 500;
  private static final int LINE_SEARCH = 1000;

  private static final double[] Y = {0.3, -1.2, 2.5, 0.1, 0.9};
  private static final int[] COUNTS = {1, 0, 3, 2, 5};
  private static final int[] OWN_GROUPS = {1, 2, 3, 4, 5};
  private static final int[] SHARED_GROUPS = {2, 1, 3, 5, 5};
  private static final double[] MEANS = {0.1, -0.2, 0.3, 0.0, 0.4};
  private static final double[] PRECISION_AND_MEANS = {1.7, 0.1, -0.2, 0.3, 0.0, 0.4};

  static List<LaplaceCase> all() {
    double[] far = Arrays.stream(Y).map(y -> 3 * y).toArray();
    return List.of(
        of("gauss", 5, 1, Likelihoods.gauss(Y), 0.5, 0.7, 0.4, 1.1, 0.6),
        of("poisson", 5, 1, Likelihoods.poissonLog(COUNTS, OWN_GROUPS), MEANS),
        of("poisson_idr", 5, 1, Likelihoods.poissonLog(COUNTS, SHARED_GROUPS), MEANS),
        of("bernoulli", 5, 1, Likelihoods.bernoulliLogit(COUNTS, new int[] {2, 1, 4, 3, 6}), MEANS),
        of("negbin", 5, 1, Likelihoods.negBinomial2Log(COUNTS, OWN_GROUPS), PRECISION_AND_MEANS),
        of(
            "negbin_idr",
            5,
            1,
            Likelihoods.negBinomial2Log(COUNTS, SHARED_GROUPS),
            PRECISION_AND_MEANS),
        of("pair", 6, 2, Likelihoods.pairs(new int[] {2, 0, 4}, new int[] {1, 0, 1}), 0.6, 0.4),
        of("het", 6, 2, Likelihoods.heteroscedastic(0.4, -0.9, 1.7), -0.2),
        of("cat", 5, 5, Likelihoods.categories(2, 1, 0, 4, 3), 1.2),
        of("student", 5, 1, Likelihoods.student(far), 0.5));
  }

  static LaplaceCase named(String name) {
    return all().stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
  }

  private static LaplaceCase of(
      String name, int n, int blockSize, JetLikelihood.Formula formula, double... eta) {
    return new LaplaceCase(name, new JetLikelihood(formula, eta), n, blockSize);
  }

  /** Squared exponential in the distance of positions, 0.8² at 0, with 0.1 on the diagonal. */
  static double[] covariance(int n) {
    double[] k = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double r = (i - j) / 1.3;
        k[j * n + i] = 0.64 * Math.exp(-0.5 * r * r) + (i == j ? 0.1 : 0);
      }
    }
    return k;
  }

  JetLikelihood jets() {
    return (JetLikelihood) likelihood;
  }

  /** Three of the cases with derivatives that are written out. */
  static List<LaplaceCase> closedForms() {
    int[] trials = {2, 1, 4, 3, 6};
    return List.of(
        new LaplaceCase(
            "poisson", new ClosedFormCounts(Kind.POISSON_LOG, COUNTS, trials, MEANS), 5, 1),
        new LaplaceCase(
            "bernoulli", new ClosedFormCounts(Kind.BERNOULLI_LOGIT, COUNTS, trials, MEANS), 5, 1),
        new LaplaceCase(
            "negbin",
            new ClosedFormCounts(Kind.NEG_BINOMIAL_2_LOG, COUNTS, trials, PRECISION_AND_MEANS),
            5,
            1));
  }

  double[] covariance() {
    return covariance(n);
  }

  /** What the approximation is for K and η, with its trace. */
  record Result(double value, double[] trace) {
    int solver() {
      return (int) trace[LaplaceMarginal.SOLVER];
    }

    boolean converged() {
      return trace[LaplaceMarginal.CONVERGED] == 1;
    }

    double[] mode(int n) {
      return Arrays.copyOfRange(trace, 3, 3 + n);
    }
  }

  Result marginal(double[] k, int solver) {
    return marginal(k, new double[n], TOLERANCE, STEPS, solver, LINE_SEARCH, 1);
  }

  Result marginal(
      double[] k,
      double[] start,
      double tolerance,
      int steps,
      int solver,
      int lineSearch,
      int fallthrough) {
    double[] out = {Double.NaN, Double.NaN};
    double[] trace =
        LaplaceMarginal.marginal(
            likelihood,
            k,
            0,
            n,
            n,
            start,
            0,
            start.length,
            tolerance,
            steps,
            blockSize,
            solver,
            lineSearch,
            fallthrough,
            FUNCTION,
            out,
            1,
            1);
    return new Result(out[1], trace);
  }

  /** The adjoints of K and η, with offsets, on top of what is there. */
  void adjoint(
      double[] k,
      int solver,
      double[] trace,
      double weight,
      double @Nullable [] dK,
      double @Nullable [] dActive) {
    LaplaceMarginal.marginalAdjoint(
        likelihood,
        k,
        0,
        n,
        n,
        new double[n],
        0,
        n,
        TOLERANCE,
        STEPS,
        blockSize,
        solver,
        LINE_SEARCH,
        1,
        FUNCTION,
        new double[1],
        0,
        1,
        trace,
        0,
        trace.length,
        dK,
        0,
        null,
        0,
        new double[] {weight},
        0,
        dActive,
        0);
  }
}
