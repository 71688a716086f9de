package org.stanj.runtime.files;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.HmcSettings.Integration;
import org.stanj.runtime.hmc.TransitionStats;

/** The columns with which the rows of a sampler begin. */
public sealed interface SamplerColumns {
  /** Those of the sampler that runs. */
  public static SamplerColumns of(SampleSettings settings) {
    if (settings.algorithm() == Algorithm.FIXED_PARAM) {
      return new Fixed();
    }
    return settings.hmc().integration() instanceof Integration.Static fixed
        ? new Static(fixed.time())
        : new Nuts();
  }

  /** Their names. */
  List<String> names();

  /** Hands on their values, in the order of the names. */
  void write(DoubleConsumer out, double logDensity, TransitionStats stats);

  /** Of fixed_param. */
  record Fixed() implements SamplerColumns {
    @Override
    public List<String> names() {
      return List.of("lp__", "accept_stat__");
    }

    @Override
    public void write(DoubleConsumer out, double logDensity, TransitionStats stats) {
      out.accept(logDensity);
      out.accept(stats.acceptStat());
    }
  }

  /** Of trajectories of a fixed time. */
  record Static(double time) implements SamplerColumns {
    @Override
    public List<String> names() {
      return List.of("lp__", "accept_stat__", "stepsize__", "int_time__", "energy__");
    }

    @Override
    public void write(DoubleConsumer out, double logDensity, TransitionStats stats) {
      out.accept(logDensity);
      out.accept(stats.acceptStat());
      out.accept(stats.stepSize());
      out.accept(time);
      out.accept(stats.energy());
    }
  }

  /** Of the No-U-Turn sampler. */
  record Nuts() implements SamplerColumns {
    @Override
    public List<String> names() {
      return List.of(
          "lp__",
          "accept_stat__",
          "stepsize__",
          "treedepth__",
          "n_leapfrog__",
          "divergent__",
          "energy__");
    }

    @Override
    public void write(DoubleConsumer out, double logDensity, TransitionStats stats) {
      out.accept(logDensity);
      out.accept(stats.acceptStat());
      out.accept(stats.stepSize());
      out.accept(stats.treeDepth());
      out.accept(stats.leapfrogs());
      out.accept(stats.divergent() ? 1 : 0);
      out.accept(stats.energy());
    }
  }
}
