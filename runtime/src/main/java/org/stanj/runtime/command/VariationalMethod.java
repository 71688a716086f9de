package org.stanj.runtime.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.GradientTiming;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.files.ElboFile;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.OutputFormat;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.variational.Advi;
import org.stanj.runtime.variational.Approximation;
import org.stanj.runtime.variational.Evaluation;
import org.stanj.runtime.variational.Family;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StandardNormal;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The method {@code variational}: a normal approximation by ADVI, its mean and draws from it. */
final class VariationalMethod {
  private static final String PATH = "variational.";
  private static final String BANNER =
      """
      ------------------------------------------------------------
      EXPERIMENTAL ALGORITHM:
        This procedure has not been thoroughly tested and may be unstable
        or buggy. The interface is subject to change.
      ------------------------------------------------------------

      """;

  private final Run run;
  private final Configuration configuration;
  private final Console console;

  VariationalMethod(Run run) {
    this.run = run;
    this.configuration = run.configuration();
    this.console = run.console();
  }

  /** The table that goes below the head of the diagnostic file has no header of its own. */
  private void refuseNamelessColumns() {
    String name = Outputs.diagnosticFile(run);
    if (!name.isEmpty() && OutputFormat.of(configuration, name) == RowFormat.ARROW) {
      throw new CommandFailure(
          "output diagnostic_file of method=variational has no columns with names, and can be no"
              + " Arrow file: call it "
              + FileNames.beside(name, RowFormat.CSV.suffix()));
    }
  }

  /** Fits and draws; returns the exit code. */
  int run() {
    refuseNamelessColumns();
    try (OneRun one = OneRun.begin(run)) {
      List<Inits> inits = one.inits(1);
      console.line(BANNER);
      Optional<double[]> start = one.start(run.id(), inits.get(0));
      if (start.isEmpty()) {
        return 1;
      }
      RowFile csv = one.csv();
      ElboFile diagnostics = ElboFile.of(one.diagnostics());
      one.header(csv, List.of("lp__", "log_p__", "log_g__"));
      GradientTiming.report(one.model(), start.get(), new ChainConsole(console, "", 0));
      RandomStream random = Streams.open(StreamKey.sampler(run.seed(), run.id()));
      Density density = one.fullDensity();
      Advi advi = new Advi(density, family(start.get()), start.get(), settings(), random);
      double eta = eta(advi);
      csv.comment("Stepsize adaptation complete.");
      csv.comment("eta = " + new RealFormat(6).text(eta));
      Advi.Fit fit = ascend(advi, eta, diagnostics);
      write(one, csv, fit.approximation(), density, random);
    }
    return 0;
  }

  private Family family(double[] start) {
    boolean full = configuration.text(PATH + "algorithm").equals("fullrank");
    if (full) {
      SquareMatrix.require(start.length, "algorithm=fullrank", "; use meanfield");
    }
    return full ? Family.fullRank(start.length) : Family.meanField(start.length);
  }

  private Advi.Settings settings() {
    return new Advi.Settings(
        configuration.integer(PATH + "iter"),
        configuration.integer(PATH + "grad_samples"),
        configuration.integer(PATH + "elbo_samples"),
        configuration.integer(PATH + "adapt.iter"),
        configuration.real(PATH + "tol_rel_obj"),
        configuration.integer(PATH + "eval_elbo"));
  }

  private double eta(Advi advi) {
    if (!configuration.flag(PATH + "adapt.engaged")) {
      return configuration.real(PATH + "eta");
    }
    console.line("Begin eta adaptation.");
    int total = advi.adaptationTotal();
    int refresh = configuration.integer(PATH + "adapt.iter");
    Advi.StepSize found =
        advi.adapt(
            i -> {
              if (i == 1 || i == total || i % refresh == 0) {
                console.line(progress(i, total));
              }
            });
    console.line(
        "Success! Found best value [eta = "
            + new RealFormat(6).text(found.eta())
            + (found.early() ? "] earlier than expected.\n" : "].\n"));
    return found.eta();
  }

  private static String progress(int iteration, int total) {
    int width = (int) Math.ceil(Math.log10(total));
    int percent = (int) (100L * iteration / total);
    String format = "Iteration: %" + width + "d / %d [%3d%%]  (Adaptation)";
    return String.format(Locale.ROOT, format, iteration, total, percent);
  }

  private Advi.Fit ascend(Advi advi, double eta, ElboFile diagnostics) {
    console.line("Begin stochastic gradient ascent.");
    console.line("  iter             ELBO   delta_ELBO_mean   delta_ELBO_med   notes ");
    Advi.Fit fit =
        advi.ascend(
            eta,
            evaluation -> {
              console.line(row(evaluation));
              diagnostics.write(evaluation);
            });
    if (fit.end() == Advi.End.CONVERGED_BELOW_BEST) {
      console.line(
          "Informational Message: The ELBO at a previous iteration is larger than the ELBO upon"
              + " convergence!\n"
              + "This variational approximation may not have converged to a good optimum.");
    }
    if (fit.end() == Advi.End.ITERATIONS) {
      console.line(
          "Informational Message: The maximum number of iterations is reached! The algorithm may"
              + " not have converged.\n"
              + "This variational approximation is not guaranteed to be meaningful.");
    }
    return fit;
  }

  private static String row(Evaluation e) {
    return String.format(
            Locale.ROOT,
            "  %4d  %15.3f  %16.3f  %15.3f",
            e.iteration(),
            e.elbo(),
            e.meanChange(),
            e.medianChange())
        + (e.meanConverged() ? "   MEAN ELBO CONVERGED" : "")
        + (e.medianConverged() ? "   MEDIAN ELBO CONVERGED" : "")
        + (e.mayDiverge() ? "   MAY BE DIVERGING... INSPECT ELBO" : "");
  }

  private void write(
      OneRun one, RowFile csv, Approximation fit, Density density, RandomStream random) {
    int draws = configuration.integer(PATH + "output_samples");
    one.row(csv, 0, fit.mean(), 0, 0, 0);
    console.line("");
    console.line("Drawing a sample of size " + draws + " from the approximate posterior... ");
    StandardNormal normal = new StandardNormal(random);
    double[] gradient = new double[one.model().unconstrainedSize()];
    for (int i = 1; i <= draws; i++) {
      Approximation.Draw draw = fit.draw(normal);
      double logDensity = logDensity(density, draw.position(), gradient);
      one.row(csv, i, draw.position(), 0, logDensity, draw.logDensity());
    }
    console.line("COMPLETED.");
  }

  private static double logDensity(Density density, double[] q, double[] gradient) {
    try {
      return density.evaluate(q, gradient);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      return Double.NEGATIVE_INFINITY;
    }
  }
}
