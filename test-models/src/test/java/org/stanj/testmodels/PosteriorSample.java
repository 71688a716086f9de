package org.stanj.testmodels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.Meetings;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;

/** Draws of several chains in this process, by column and chain. */
final class PosteriorSample {
  private static final int WARMUP = 1000;

  /** The target acceptance with which the reference posteriors were sampled. */
  private static final double DELTA = 0.95;

  /**
   * Starts closer than CmdStan's 2: from further out about one chain in forty of item_response_2pl
   * is trapped where the multiplier underflows, with real Stan too.
   */
  private static final double INIT_RADIUS = 0.5;

  private PosteriorSample() {}

  /**
   * How the chains learn their metric.
   *
   * @param metric its form
   * @param pooled whether all chains learn one
   */
  record Warmup(MetricForm metric, boolean pooled) {}

  /** Runs four chains; the columns are {@code lp__} and all variables. */
  static Map<String, double[][]> draw(Model model, long seed, int draws) {
    return draw(model, seed, draws, new Warmup(MetricForm.DIAG_E, false));
  }

  /** As the other, with another warmup. */
  static Map<String, double[][]> draw(Model model, long seed, int draws, Warmup warmup) {
    HmcSettings usual = HmcSettings.DEFAULT;
    HmcSettings hmc =
        new HmcSettings(
            usual.integration(), warmup.metric(), usual.stepSize(), usual.stepSizeJitter());
    AdaptSettings d = AdaptSettings.DEFAULT;
    AdaptSettings adapt =
        new AdaptSettings(
            true, d.gamma(), DELTA, d.kappa(), d.t0(), d.initBuffer(), d.termBuffer(), d.window());
    SampleSettings settings =
        new SampleSettings(draws, WARMUP, false, 1, SampleSettings.Algorithm.HMC, hmc, adapt);
    List<Rows> chains = IntStream.range(0, 4).mapToObj(c -> new Rows()).toList();
    List<ChainSpec> specs = new ArrayList<>();
    for (int c = 0; c < chains.size(); c++) {
      Rows rows = chains.get(c);
      specs.add(
          new ChainSpec(c + 1, Inits.uniform(INIT_RADIUS), Optional.empty(), rows, new Silence()));
    }
    int threads = Runtime.getRuntime().availableProcessors();
    Meetings meetings = new Meetings(warmup.pooled(), Optional.empty());
    Chains.Pace pace = new Chains.Pace(threads, () -> false, new Cores(threads), meetings);
    if (!Chains.run(model, settings, seed, specs, pace)) {
      throw new IllegalStateException("a chain failed");
    }
    return columns(model, chains);
  }

  private static Map<String, double[][]> columns(Model model, List<Rows> chains) {
    Columns columns = Columns.of(model.variables());
    Map<String, double[][]> result = new LinkedHashMap<>();
    result.put("lp__", values(chains, 0));
    for (int i = 0; i < columns.names().size(); i++) {
      result.put(columns.names().get(i), values(chains, 1 + columns.storage()[i]));
    }
    return result;
  }

  private static double[][] values(List<Rows> chains, int index) {
    return chains.stream()
        .map(chain -> chain.rows.stream().mapToDouble(row -> row[index]).toArray())
        .toArray(double[][]::new);
  }

  /** Keeps every draw: log density, then the row. */
  private static final class Rows implements DrawSink {
    private final List<double[]> rows = new ArrayList<>();

    @Override
    public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
      double[] copy = new double[row.length + 1];
      copy[0] = logDensity;
      System.arraycopy(row, 0, copy, 1, row.length);
      rows.add(copy);
    }

    @Override
    public void adapted(Adaptation adaptation) {}

    @Override
    public void finished(ElapsedTime time) {}
  }

  private static final class Silence implements ChainLog {
    @Override
    public void info(String line) {}

    @Override
    public void error(String line) {}

    @Override
    public void progress(Progress progress) {}
  }
}
