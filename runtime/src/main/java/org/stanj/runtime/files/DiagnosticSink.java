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
import org.stanj.runtime.io.CsvWriter;

/**
 * Writes the diagnostic file of one chain: for each draw its unconstrained parameters, their
 * momenta and the gradient of the potential, the negative log density.
 */
public final class DiagnosticSink implements DrawSink {
  private final CsvWriter csv;
  private final DoubleConsumer value;
  private final SamplerColumns sampler;
  private final List<String> parameters;
  private final HeadedCsv file;

  /**
   * @param csv with its head written; the caller closes it
   * @param parameters names of the unconstrained parameters; none for fixed_param
   */
  public DiagnosticSink(CsvWriter csv, SamplerColumns sampler, List<String> parameters) {
    this.csv = csv;
    this.value = csv::value;
    this.sampler = sampler;
    this.parameters = parameters;
    this.file = new HeadedCsv(csv, this::names);
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
      csv.value(q);
    }
    for (double p : at.momentum()) {
      csv.value(p);
    }
    for (double g : at.gradient()) {
      csv.value(-g);
    }
    csv.endRow();
  }

  @Override
  public void adapted(Adaptation adaptation) {}

  @Override
  public void finished(ElapsedTime time) {
    file.finish(time);
  }
}
