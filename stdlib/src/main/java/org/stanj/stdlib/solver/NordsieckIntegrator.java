package org.stanj.stdlib.solver;

/**
 * Integrates by a multistep method of variable order and step size on a history z in Nordsieck
 * form, {@code z_j = h^j y^(j) / j!}.
 *
 * <p>A step predicts z by a Taylor shift, solves its equation for the correction e, and adds {@code
 * l_j e} to z_j. The local error, a multiple of e, must not exceed 1 in the weighted norm; after
 * {@code q + 1} steps of an order q the orders beside it are compared, and the one that permits the
 * largest step is taken. Sources: Byrne & Hindmarsh 1975, doi:10.1145/355626.355636; Brown, Byrne &
 * Hindmarsh 1989, doi:10.1137/0910062, for what follows failures and for the figures.
 */
final class NordsieckIntegrator {
  private static final int FAILURES_OF_ORDER = 3;
  private static final int STATIONARY_STEPS = 100;
  private static final double FIRST_GROWTH = 1e4;
  private static final double GROWTH = 10;
  private static final double WORTHWHILE = 1.5;
  private static final double SHRINK_AFTER_CONVERGENCE = 0.25;
  private static final double SHRINK_LEAST = 0.1;
  private static final double SHRINK_AGAIN = 0.2;
  private static final int WAIT_AFTER_RESTART = 10;

  private final StepEquation equation;
  private final StepFormula formula;
  private final ErrorWeights weights;
  private final NewtonIteration newton;
  private final MultistepTrace trace;
  private final StepLimits limits;
  private final int n;

  private final double[] z;
  private final double[] p;
  private final double[] e;
  private final double[] earlier;
  private final double[] past;
  private final double[] d;

  private double t;
  private double h;
  private int q;
  private int wait;
  private int steps;
  private int stationary;
  private double largestGrowth = FIRST_GROWTH;
  private double growth = 1;
  private int nextOrder;
  private double earlierScale;

  NordsieckIntegrator(
      StepEquation equation,
      StepFormula formula,
      ErrorWeights weights,
      NewtonIteration newton,
      MultistepTrace trace,
      StepLimits limits) {
    this.equation = equation;
    this.formula = formula;
    this.weights = weights;
    this.newton = newton;
    this.trace = trace;
    this.limits = limits;
    n = equation.n;
    int columns = formula.maxOrder() + 1;
    z = new double[columns * n];
    p = new double[columns * n];
    e = new double[n];
    earlier = new double[n];
    past = new double[columns + 2];
    d = new double[columns + 1];
  }

  /** Begins with order 1 at (t, y) with slope y′ and a first step h. */
  void start(double time, double[] y, int at, double[] slope, double step) {
    t = time;
    h = step;
    q = 1;
    nextOrder = 1;
    wait = 2;
    for (int i = 0; i < n; i++) {
      z[i] = y[at + i];
      z[n + i] = h * slope[i];
    }
    if (trace.wanted()) {
      trace.add(h);
      trace.end(MultistepTrace.START, 1);
    }
  }

  /** Steps until a time is reached or passed. */
  void advance(double until) {
    int taken = 0;
    while (t < until) {
      if (taken++ >= limits.steps()) {
        throw SolverFailure.TOO_MUCH_WORK.in(limits.call());
      }
      step();
    }
  }

  /** Writes y at a time of the last step; {@code k} is the index of the output. */
  void output(int k, double time, double[] out, int at) {
    double s = (time - t) / h;
    for (int i = 0; i < n; i++) {
      double sum = z[q * n + i];
      for (int j = q - 1; j >= 0; j--) {
        sum = sum * s + z[j * n + i];
      }
      out[at + i] = sum;
    }
    if (trace.wanted()) {
      for (int i = 0; i < n; i++) {
        trace.add(slope(s, i));
      }
      trace.add(k);
      trace.add(s);
      trace.end(MultistepTrace.OUTPUT, q);
    }
  }

  /** y′ at a time of the last step. */
  private double slope(double s, int i) {
    double sum = q * z[q * n + i];
    for (int j = q - 1; j >= 1; j--) {
      sum = sum * s + j * z[j * n + i];
    }
    return sum / h;
  }

  private void step() {
    weights.set(z);
    if (Math.ulp(1.0) * weights.norm(z, 0) > 1) {
      throw SolverFailure.TOO_MUCH_ACCURACY.in(limits.call());
    }
    if (growth != 1 || nextOrder != q) {
      changeOrder(nextOrder);
      rescale(growth);
    }
    double error = attempt();
    accept();
    choose(error);
    largestGrowth = GROWTH;
  }

  /** Attempts a step with ever smaller sizes; the result is its local error. */
  private double attempt() {
    int errorFailures = 0;
    int convergenceFailures = 0;
    NewtonIteration.After after = NewtonIteration.After.STEP;
    while (true) {
      predict();
      formula.set(q, h, past, wait == 1);
      equation.step(t + h, h, formula.l[1]);
      if (!newton.solve(p, e, 1 / formula.errorFactor, steps, after)) {
        if (++convergenceFailures == limits.convergenceFailures()) {
          throw SolverFailure.CONVERGENCE.in(limits.call());
        }
        after = NewtonIteration.After.CONVERGENCE_FAILURE;
        largestGrowth = 1;
        rescale(SHRINK_AFTER_CONVERGENCE);
        continue;
      }
      double error = newton.norm() * formula.errorFactor;
      if (error <= 1) {
        return error;
      }
      if (++errorFailures == limits.errorFailures()) {
        throw SolverFailure.ERROR_TEST.in(limits.call());
      }
      after = NewtonIteration.After.ERROR_FAILURE;
      largestGrowth = 1;
      shrink(error, errorFailures);
    }
  }

  /** After an error that is too large: a smaller step, then a lower order, then a new start. */
  private void shrink(double error, int failures) {
    if (failures <= FAILURES_OF_ORDER) {
      double ratio = Math.max(SHRINK_LEAST, ratio(6 * error, q + 1));
      rescale(failures >= 2 ? Math.min(SHRINK_AGAIN, ratio) : Math.min(0.9, ratio));
    } else if (q > 1) {
      changeOrder(q - 1);
      rescale(SHRINK_LEAST);
    } else {
      rescale(SHRINK_LEAST);
      wait = WAIT_AFTER_RESTART;
      restart();
    }
  }

  private void restart() {
    if (!(equation instanceof OdeEquation ode)) {
      return;
    }
    double[] slope = ode.value;
    ode.slope(t, z, 0, slope);
    for (int i = 0; i < n; i++) {
      z[n + i] = h * slope[i];
    }
    if (trace.wanted()) {
      trace.add(t);
      trace.add(h);
      trace.addAll(z, 0, n);
      trace.end(MultistepTrace.RESTART, 1);
    }
  }

  /** The Taylor shift by a step: p_k = Σ_{j≥k} (j choose k) z_j. */
  private void predict() {
    System.arraycopy(z, 0, p, 0, (q + 1) * n);
    for (int k = 1; k <= q; k++) {
      for (int i = (q - 1) * n; i >= (k - 1) * n; i -= n) {
        addNext(i);
      }
    }
  }

  private void addNext(int column) {
    for (int i = column; i < column + n; i++) {
      p[i] += p[i + n];
    }
  }

  private void accept() {
    double[] l = formula.l;
    for (int j = 0; j <= q; j++) {
      int column = j * n;
      for (int i = 0; i < n; i++) {
        z[column + i] = p[column + i] + l[j] * e[i];
      }
    }
    if ((t + h == t && ++stationary == STATIONARY_STEPS) || trace.full()) {
      // Any number of such steps leads nowhere; a trace must fit in memory.
      throw SolverFailure.TOO_MUCH_WORK.in(limits.call());
    }
    t += h;
    steps++;
    System.arraycopy(past, 1, past, 2, past.length - 2);
    past[1] = h;
    if (trace.wanted()) {
      record();
    }
  }

  private void record() {
    trace.addAll(formula.l, 1, q);
    trace.add(t);
    trace.add(h);
    trace.addAll(z, 0, n);
    if (equation instanceof DaeEquation) {
      for (int i = 0; i < n; i++) {
        trace.add(z[n + i] / h);
      }
    }
    trace.end(MultistepTrace.STEP, q);
  }

  /** Chooses order and size of the next step. */
  private void choose(double error) {
    growth = 1;
    nextOrder = q;
    wait--;
    if (wait == 1 && q < formula.maxOrder()) {
      System.arraycopy(e, 0, earlier, 0, n);
      earlierScale = formula.raiseScale;
    }
    if (largestGrowth == 1) {
      wait = Math.max(wait, 2);
      return;
    }
    double same = ratio(6 * error, q + 1);
    double best = same;
    if (wait == 0) {
      wait = 2;
      double lower = q == 1 ? 0 : ratio(6 * weights.norm(z, q * n) * formula.lowerFactor, q);
      double higher = q == formula.maxOrder() ? 0 : higherRatio();
      best = Math.max(same, Math.max(lower, higher));
      if (best < WORTHWHILE) {
        return;
      }
      nextOrder = best == same ? q : best == lower ? q - 1 : q + 1;
    }
    growth = best < WORTHWHILE ? 1 : Math.min(best, largestGrowth);
  }

  /** The ratio that the order above permits, from the change of e over the last two steps. */
  private double higherRatio() {
    if (earlierScale == 0) {
      return 0;
    }
    double scale = formula.raiseScale / earlierScale * Math.pow(past[1] / past[2], q + 1);
    for (int i = 0; i < n; i++) {
      p[i] = e[i] - scale * earlier[i];
    }
    return ratio(10 * weights.norm(p, 0) * formula.raiseFactor, q + 2);
  }

  private static double ratio(double biased, int root) {
    return 1 / (Math.pow(biased, 1.0 / root) + 1e-6);
  }

  private void rescale(double r) {
    growth = 1;
    h *= r;
    double power = 1;
    for (int j = 1; j <= q; j++) {
      power *= r;
      for (int i = j * n; i < (j + 1) * n; i++) {
        z[i] *= power;
      }
    }
    if (trace.wanted()) {
      trace.add(r);
      trace.end(MultistepTrace.RESCALE, q);
    }
  }

  private void changeOrder(int order) {
    if (order > q) {
      raise();
    } else if (order < q) {
      lower();
    }
    if (order != q) {
      q = order;
      wait = q + 1;
    }
    nextOrder = q;
  }

  private void lower() {
    formula.lowering(q, h, past, d);
    for (int j = 2; j < q; j++) {
      addMultiple(-d[j], q * n, j * n);
    }
    if (trace.wanted()) {
      trace.addAll(d, 2, q - 2);
      trace.end(MultistepTrace.LOWER, q);
    }
  }

  private void raise() {
    double c = formula.raising(q, h, past, d);
    int column = (q + 1) * n;
    for (int i = 0; i < n; i++) {
      z[column + i] = c * e[i];
    }
    for (int j = 2; j <= q; j++) {
      addMultiple(d[j], column, j * n);
    }
    if (trace.wanted()) {
      trace.addAll(d, 2, q - 1);
      trace.add(c);
      trace.end(MultistepTrace.RAISE, q);
    }
  }

  private void addMultiple(double a, int from, int to) {
    for (int i = 0; i < n; i++) {
      z[to + i] += a * z[from + i];
    }
  }

  /** Steps made. */
  int steps() {
    return steps;
  }
}
