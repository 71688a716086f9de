package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.PhaseSpace;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.RowFile;

/**
 * Writes the diagnostic file of one chain: for each draw its unconstrained parameters, their
 * momenta and the gradient of the potential, the negative log density.
 */
public final class DiagnosticSink implements DrawSink {
  private final RowFile out;
  private final DoubleConsumer value;
  private final SamplerColumns sampler;
  private final List<String> parameters;
  private final HeadedFile file;

  /**
   * @param out with its head written; the caller closes it
   * @param parameters names of the unconstrained parameters; none for fixed_param
   */
  public DiagnosticSink(RowFile out, SamplerColumns sampler, List<String> parameters) {
    this.out = out;
    this.value = out::value;
    this.sampler = sampler;
    this.parameters = parameters;
    this.file = new HeadedFile(out, this::names);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(sampler.names());
    for (String prefix : List.of("", "p_", "g_")) {
      parameters.forEach(name -> names.add(prefix + name));
    }
    return names;
  }

  /** Hands all rows to the disk; returns the length of the file. */
  public long force() {
    return file.force();
  }

  /** The names of the columns stand in the file. */
  public void skipHeader() {
    file.skipHeader();
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {}

  @Override
  public void phaseSpace(double logDensity, TransitionStats stats, PhaseSpace at) {
    file.header();
    sampler.write(value, logDensity, stats);
    for (double q : at.position()) {
      out.value(q);
    }
    for (double p : at.momentum()) {
      out.value(p);
    }
    for (double g : at.gradient()) {
      out.value(-g);
    }
    out.endRow();
  }

  @Override
  public void adapted(Adaptation adaptation) {}

  @Override
  public void finished(ElapsedTime time) {
    file.finish(time);
  }
}
