package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.HmcSettings.Integration;
import org.stanj.runtime.hmc.MetricForm;

/**
 * A run of chains by the No-U-Turn sampler, being configured: CmdStan's defaults, but four chains
 * on all processors. One thread configures it; {@link #run} may be called again.
 *
 * <p>For a seed and an id the draws are those of a compiled model on the command line, however many
 * threads there are.
 */
public final class Sampling {
  private final Posterior posterior;
  private int chains = 4;
  private int samples = 1000;
  private int warmup = 1000;
  private boolean savesWarmup;
  private int thin = 1;
  private boolean adapts = true;
  private double delta = AdaptSettings.DEFAULT.delta();
  private int maxDepth = HmcSettings.DEFAULT.maxDepth();
  private MetricForm metric = HmcSettings.DEFAULT.metric();
  private StartingMetric startingMetric = StartingMetric.UNIT;
  private double stepSize = HmcSettings.DEFAULT.stepSize();
  private Algorithm algorithm = Algorithm.HMC;
  private OptionalLong seed = OptionalLong.empty();
  private int id = 1;
  private double radius = Inits.DEFAULT.radius();
  private List<Data> inits = List.of(Data.NONE);
  private int threads = Runtime.getRuntime().availableProcessors();
  private boolean keepsDraws = true;
  private SampleListener listener = SampleListener.NONE;
  private BooleanSupplier cancelled = () -> false;

  Sampling(Posterior posterior) {
    this.posterior = posterior;
  }

  /** Number of chains, at least 1. */
  public Sampling chains(int number) {
    chains = atLeast("chains", number, 1);
    return this;
  }

  /** Iterations of each chain after warmup, at least 0. */
  public Sampling samples(int number) {
    samples = atLeast("samples", number, 0);
    return this;
  }

  /** Iterations of warmup, at least 1, or 0 without adaptation. */
  public Sampling warmup(int number) {
    warmup = atLeast("warmup", number, 0);
    return this;
  }

  /** Keeps draws of warmup as well; they stand before the others. */
  public Sampling saveWarmup() {
    savesWarmup = true;
    return this;
  }

  /** Keeps each n-th draw, n at least 1. */
  public Sampling thin(int n) {
    thin = atLeast("thin", n, 1);
    return this;
  }

  /** Keeps step size and metric as they are given. */
  public Sampling withoutAdaptation() {
    adapts = false;
    return this;
  }

  /** Target mean acceptance probability δ of adaptation, in (0, 1). */
  public Sampling delta(double target) {
    delta = within("delta", target, target > 0 && target < 1);
    return this;
  }

  /** Most doublings of a trajectory, at least 1. */
  public Sampling maxDepth(int doublings) {
    maxDepth = atLeast("maxDepth", doublings, 1);
    return this;
  }

  /** Form of the metric. */
  public Sampling metric(MetricForm form) {
    metric = form;
    return this;
  }

  /**
   * The initial inverse metric: its diagonal, for each unconstrained parameter about the variance
   * of its draws. The metric keeps its form, which must be one of a diagonal.
   *
   * @param diagonal as many as dimensions, all positive; copied
   */
  public Sampling inverseMetric(double[] diagonal) {
    startingMetric = StartingMetric.diagonal(diagonal);
    return this;
  }

  /**
   * The initial inverse metric: a matrix, about the covariance of the draws on the unconstrained
   * scale. It needs {@link MetricForm#DENSE_E}.
   *
   * @param matrix symmetric and positive definite, with as many rows as dimensions; copied
   */
  public Sampling inverseMetric(double[][] matrix) {
    startingMetric = StartingMetric.matrix(matrix);
    return this;
  }

  /**
   * Starts with the step size and the metric that another run has found, in its form; {@link
   * #withoutAdaptation} keeps them.
   */
  public Sampling startFrom(Adaptation found) {
    metric = found.metric();
    stepSize(found.stepSize());
    startingMetric = StartingMetric.of(found);
    return this;
  }

  /** Initial step size, positive. */
  public Sampling stepSize(double initial) {
    stepSize = within("stepSize", initial, initial > 0 && initial < Double.POSITIVE_INFINITY);
    return this;
  }

  /** Parameters stay where they start: only generated quantities vary. There is no warmup. */
  public Sampling fixedParam() {
    algorithm = Algorithm.FIXED_PARAM;
    return this;
  }

  /**
   * The seed, in [0, 2³²). Transformed data take it too, as on the command line: for another seed
   * than the posterior's the data are bound anew for this run.
   */
  public Sampling seed(long number) {
    seed = OptionalLong.of(number);
    return this;
  }

  /** The id of the first chain, at least 0; the others follow. It keys random numbers. */
  public Sampling id(int first) {
    id = atLeast("id", first, 0);
    return this;
  }

  /** Parameters without an initial value start uniformly in (−r, r), unconstrained; r ≥ 0. */
  public Sampling initRadius(double r) {
    radius = within("initRadius", r, r >= 0 && r < Double.POSITIVE_INFINITY);
    return this;
  }

  /** Initial values of all chains on the constrained scale; parameters may be missing. */
  public Sampling init(Data values) {
    inits = List.of(values);
    return this;
  }

  /** Initial values of each chain, as many as chains. */
  public Sampling inits(List<Data> values) {
    inits = List.copyOf(values);
    return this;
  }

  /** Most threads that compute at once, at least 1; what chains do not need helps with sums. */
  public Sampling threads(int number) {
    threads = atLeast("threads", number, 1);
    return this;
  }

  /** Keeps no draws: the listener gets them all, and the result has none. */
  public Sampling withoutDraws() {
    keepsDraws = false;
    return this;
  }

  /** Who follows the run. */
  public Sampling listener(SampleListener follower) {
    listener = follower;
    return this;
  }

  /**
   * Asked before each gradient, by all chains at once; true ends the run, whose draws so far are
   * the result. It must be quick.
   */
  public Sampling cancelledWhen(BooleanSupplier condition) {
    cancelled = condition;
    return this;
  }

  /**
   * Runs the chains and waits for them.
   *
   * @throws IllegalArgumentException if settings do not go together
   * @throws InputException if initial values or the initial metric have another shape than
   *     declared, or that is not positive definite
   * @throws RunException if a chain finds no starting point or ends with an error, or if the
   *     calling thread is interrupted
   */
  public Draws run() {
    if (inits.size() != 1 && inits.size() != chains) {
      throw new IllegalArgumentException(
          "inits: " + inits.size() + " for " + chains + " chains; one each, or one for all");
    }
    if (algorithm == Algorithm.HMC && adapts && warmup == 0) {
      throw new IllegalArgumentException("warmup: 0, must be at least 1 with adaptation");
    }
    inits.forEach(posterior::requireShape);
    startingMetric.require(algorithm == Algorithm.HMC, metric, posterior.unconstrainedNames());
    long number = seed.orElse(posterior.seed());
    return new ChainRunner(posterior.withSeed(number), this, number).run();
  }

  SampleSettings settings() {
    AdaptSettings d = AdaptSettings.DEFAULT;
    AdaptSettings adapt =
        new AdaptSettings(
            adapts,
            d.gamma(),
            delta,
            d.kappa(),
            d.t0(),
            d.initBuffer(),
            d.termBuffer(),
            d.window());
    HmcSettings hmc = new HmcSettings(new Integration.Nuts(maxDepth), metric, stepSize, 0);
    return new SampleSettings(samples, warmup, savesWarmup, thin, algorithm, hmc, adapt);
  }

  /** Ids of the chains. */
  List<Integer> ids() {
    List<Integer> ids = new ArrayList<>();
    for (int c = 0; c < chains; c++) {
      ids.add(id + c);
    }
    return ids;
  }

  Inits start(int chain) {
    return new Inits(inits.get(inits.size() == 1 ? 0 : chain).context(), radius);
  }

  /** Elements of the initial inverse metric; none for the unit metric. */
  Optional<double[]> inverseMetric() {
    return startingMetric.elements();
  }

  int threads() {
    return threads;
  }

  boolean keepsDraws() {
    return keepsDraws;
  }

  SampleListener listener() {
    return listener;
  }

  BooleanSupplier cancelled() {
    return cancelled;
  }

  static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": " + value + ", must be at least " + least);
    }
    return value;
  }

  static double within(String name, double value, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(name + ": " + value + " is out of range");
    }
    return value;
  }
}
