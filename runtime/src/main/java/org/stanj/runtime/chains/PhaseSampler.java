package org.stanj.runtime.chains;

import java.util.Optional;
import org.stanj.runtime.adapt.AdaptiveHmc;
import org.stanj.runtime.adapt.SamplerState;
import org.stanj.runtime.hmc.TransitionStats;

/** What the phases of a chain repeat. */
interface PhaseSampler {
  /** One transition. */
  TransitionStats step();

  /** The position: the sampler's own array. */
  double[] position();

  double logDensity();

  PhaseSpace phaseSpace();

  /** What warmup has found so far, if there is one. */
  Optional<Adaptation> adaptation();

  SamplerState save();

  /** Hamiltonian Monte Carlo. */
  record Moving(AdaptiveHmc hmc, PhaseSpace phaseSpace) implements PhaseSampler {
    Moving(AdaptiveHmc hmc) {
      this(hmc, new PhaseSpace(hmc.position(), hmc.momentum(), hmc.gradient()));
    }

    @Override
    public TransitionStats step() {
      return hmc.step();
    }

    @Override
    public double[] position() {
      return hmc.position();
    }

    @Override
    public double logDensity() {
      return hmc.logDensity();
    }

    @Override
    public Optional<Adaptation> adaptation() {
      return Optional.of(
          new Adaptation(hmc.stepSize(), hmc.metric().form(), hmc.metric().inverse()));
    }

    @Override
    public SamplerState save() {
      return hmc.save();
    }
  }

  /** The sampler that stays. */
  final class Fixed implements PhaseSampler {
    private final double[] position;
    private long iteration;

    Fixed(double[] position, long iteration) {
      this.position = position;
      this.iteration = iteration;
    }

    @Override
    public TransitionStats step() {
      iteration++;
      return TransitionStats.FIXED;
    }

    @Override
    public double[] position() {
      return position;
    }

    @Override
    public double logDensity() {
      return 0;
    }

    @Override
    public PhaseSpace phaseSpace() {
      return PhaseSpace.NONE;
    }

    @Override
    public Optional<Adaptation> adaptation() {
      return Optional.empty();
    }

    @Override
    public SamplerState save() {
      return SamplerState.at(iteration, position.clone());
    }
  }
}
