package org.stanj.runtime.command;

import java.util.Optional;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.files.ColumnChoice;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.HmcSettings.Integration;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.stopping.StopWhenPrecise;

/**
 * The arguments of {@code sample} in a configuration.
 *
 * @param configuration of the run
 */
record SampleArguments(Configuration configuration) {
  private static final String SAMPLE = "sample.";
  private static final String ADAPT = SAMPLE + "adapt.";
  private static final String HMC = SAMPLE + "algorithm.hmc.";
  static final String CHAINS = SAMPLE + "num_chains";
  static final String CHECKPOINT = "output.checkpoint";
  static final String INTERVAL = "output.checkpoint_interval";
  private static final String STOP_ESS = SAMPLE + "stop_ess";
  private static final String STOP_R_HAT = SAMPLE + "stop_rhat";
  private static final String STOP_VARIABLES = SAMPLE + "stop_variables";
  private static final String CROSS_CHAIN = ADAPT + "cross_chain";

  /** Numbers of a checkpoint of 512 MB. */
  private static final long MOST_JUDGED = 1 << 26;

  static final String ALGORITHM = SAMPLE + "algorithm";

  int chains() {
    return configuration.integer(CHAINS);
  }

  boolean isHmc() {
    return configuration.text(ALGORITHM).equals("hmc");
  }

  private boolean isStatic() {
    return isHmc() && configuration.text(HMC + "engine").equals("static");
  }

  boolean savesMetric() {
    return configuration.flag(ADAPT + "save_metric");
  }

  MetricForm metric() {
    return switch (configuration.text(HMC + "metric")) {
      case "unit_e" -> MetricForm.UNIT_E;
      case "dense_e" -> MetricForm.DENSE_E;
      case "fisher_diag" -> MetricForm.FISHER_DIAG;
      case "low_rank" -> MetricForm.LOW_RANK;
      default -> MetricForm.DIAG_E;
    };
  }

  /** The file of the initial metric; empty if there is none. */
  String metricFile() {
    return isHmc() ? configuration.text(HMC + "metric_file") : "";
  }

  /** Refuses what does not go together before anything is shown. */
  void refuseStaticChains() {
    if (isStatic() && chains() > 1) {
      throw new CommandFailure("Argument 'num_chains' is unavailable for the 'static' HMC engine.");
    }
  }

  /** Whether the chains learn one metric. */
  boolean poolsWarmup() {
    return isHmc() && configuration.flag(CROSS_CHAIN);
  }

  /** When to stop early, if the run is to. */
  Optional<StopWhenPrecise> stop(Model model) {
    if (!isGiven(STOP_ESS) && !isGiven(STOP_R_HAT)) {
      return Optional.empty();
    }
    double rHat = isGiven(STOP_R_HAT) ? configuration.real(STOP_R_HAT) : Double.POSITIVE_INFINITY;
    String names = configuration.text(STOP_VARIABLES);
    StopWhenPrecise rule =
        new StopWhenPrecise(
            new StopWhenPrecise.Wanted(configuration.real(STOP_ESS), rHat),
            ColumnChoice.named("stop_variables", names, model.variables()),
            names.isEmpty(),
            chains(),
            configuration.integer(SAMPLE + "thin"));
    refuseLargeCheckpoint(rule.columns());
    return Optional.of(rule);
  }

  /** The draws that are judged are in the checkpoint, whose file is written anew each time. */
  private void refuseLargeCheckpoint(int columns) {
    long draws =
        configuration.integer(SAMPLE + "num_samples") / configuration.integer(SAMPLE + "thin");
    if (!configuration.text(CHECKPOINT).isEmpty() && draws * columns * chains() > MOST_JUDGED) {
      throw new CommandFailure(
          "stop_ess and stop_rhat with checkpoint keep up to "
              + draws * columns * chains()
              + " numbers in each checkpoint, more than "
              + MOST_JUDGED
              + ": choose fewer with stop_variables or num_samples");
    }
  }

  private boolean isGiven(String path) {
    return configuration.isGiven(path);
  }

  /** Refuses chains that are to meet where they cannot. */
  void refuseMeetings() {
    if (isGiven(STOP_VARIABLES) && !isGiven(STOP_ESS) && !isGiven(STOP_R_HAT)) {
      throw new CommandFailure("stop_variables means nothing without stop_ess or stop_rhat");
    }
    if (!configuration.flag(CROSS_CHAIN)) {
      return;
    }
    String missing =
        !isHmc()
            ? "algorithm=hmc"
            : !adapts()
                ? "engaged=1"
                : metric() == MetricForm.UNIT_E
                    ? "another metric than unit_e"
                    : chains() == 1 ? "several chains (num_chains)" : "";
    if (!missing.isEmpty()) {
      throw new CommandFailure("adapt cross_chain=1 needs " + missing);
    }
  }

  private boolean adapts() {
    return configuration.flag(ADAPT + "engaged");
  }

  /** Refuses adaptation without iterations in which to adapt. */
  void check() {
    if (configuration.isGiven(INTERVAL) && configuration.text(CHECKPOINT).isEmpty()) {
      throw new CommandFailure("output checkpoint_interval means nothing without checkpoint");
    }
    if (isHmc() && adapts() && configuration.integer(SAMPLE + "num_warmup") == 0) {
      throw new CommandFailure(
          "The number of warmup samples (num_warmup) must be greater than zero if adaptation is"
              + " enabled.");
    }
  }

  /** Whether a metric is to be saved that nothing adapts. */
  boolean savesInVain() {
    return isHmc() && !adapts() && savesMetric();
  }

  /** Refuses to save a metric that nothing adapts. */
  void refuseUselessMetric() {
    if (savesInVain()) {
      throw new CommandFailure(
          "Saving the adapted metric (save_metric=1) can only be enabled when adaptation is engaged"
              + " (adapt engaged=1)");
    }
  }

  SampleSettings settings() {
    return new SampleSettings(
        configuration.integer(SAMPLE + "num_samples"),
        configuration.integer(SAMPLE + "num_warmup"),
        configuration.flag(SAMPLE + "save_warmup"),
        configuration.integer(SAMPLE + "thin"),
        isHmc() ? Algorithm.HMC : Algorithm.FIXED_PARAM,
        isHmc() ? hmc() : HmcSettings.DEFAULT,
        adapt());
  }

  private HmcSettings hmc() {
    Integration integration =
        isStatic()
            ? new Integration.Static(configuration.real(HMC + "engine.static.int_time"))
            : new Integration.Nuts(configuration.integer(HMC + "engine.nuts.max_depth"));
    return new HmcSettings(
        integration,
        metric(),
        configuration.real(HMC + "stepsize"),
        configuration.real(HMC + "stepsize_jitter"));
  }

  private AdaptSettings adapt() {
    return new AdaptSettings(
        configuration.flag(ADAPT + "engaged"),
        configuration.real(ADAPT + "gamma"),
        configuration.real(ADAPT + "delta"),
        configuration.real(ADAPT + "kappa"),
        configuration.real(ADAPT + "t0"),
        configuration.integer(ADAPT + "init_buffer"),
        configuration.integer(ADAPT + "term_buffer"),
        configuration.integer(ADAPT + "window"));
  }
}
