package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.io.RowContext;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.laplace.LaplaceApproximation;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The method {@code laplace}: draws from the normal approximation at a given mode. */
final class LaplaceMethod {
  private final Run run;
  private final Configuration configuration;
  private final Console console;

  LaplaceMethod(Run run) {
    this.run = run;
    this.configuration = run.configuration();
    this.console = run.console();
  }

  /** Draws; returns the exit code. */
  int run() {
    try (OneRun one = OneRun.begin(run, ",")) {
      diagnostics(file -> CsvHead.writeFile(file, ""));
      one.inits(1);
      draw(one);
    }
    return 0;
  }

  private void draw(OneRun one) {
    int draws = configuration.integer("laplace.draws");
    if (draws == 0) {
      throw new CommandFailure("Number of draws must be > 0; found draws = 0");
    }
    double[] mode = GivenParameters.unconstrain(mode(one.model()), one.model(), one.scratch());
    SquareMatrix.require(mode.length, "method=laplace", "");
    Density density = one.density(configuration.flag("laplace.jacobian"));
    RowFile csv = one.csv();
    progress("Calculating Hessian");
    LaplaceApproximation.Expansion expansion = LaplaceApproximation.expand(density, mode);
    diagnostics(file -> writeDiagnostics(file, expansion));
    progress("Calculating inverse of Cholesky factor");
    LaplaceApproximation approximation =
        LaplaceApproximation.of(mode, expansion)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "The Hessian is not negative definite at the mode given: it is no maximum"
                            + " of the log density"));
    one.header(csv, List.of("log_p__", "log_q__"));
    progress("Generating draws");
    write(one, csv, approximation, density, draws);
  }

  private void progress(String line) {
    if (configuration.integer("output.refresh") > 0) {
      console.line(line);
    }
  }

  private void write(
      OneRun one, RowFile csv, LaplaceApproximation approximation, Density density, int draws) {
    RandomStream random = Streams.open(StreamKey.sampler(run.seed(), run.id()));
    boolean calculates = configuration.flag("laplace.calculate_lp");
    int refresh = configuration.integer("output.refresh");
    double[] gradient = new double[one.model().unconstrainedSize()];
    for (int i = 0; i < draws; i++) {
      if (refresh > 0 && i % refresh == 0) {
        console.line("iteration: " + i);
      }
      LaplaceApproximation.Draw draw = approximation.draw(random);
      double logDensity = calculates ? logDensity(density, draw.position(), gradient) : Double.NaN;
      one.row(csv, i, draw.position(), logDensity, draw.logDensity());
    }
  }

  private double logDensity(Density density, double[] q, double[] gradient) {
    try {
      return density.evaluate(q, gradient);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      console.line("Exception: " + e.getMessage());
      return Double.NEGATIVE_INFINITY;
    }
  }

  /** The parameters in the mode file: JSON, or the last row of what optimize wrote. */
  private DataContext mode(Model model) {
    String file = configuration.text("laplace.mode");
    if (file.isEmpty()) {
      throw new CommandFailure(
          "Missing mode argument, cannot get laplace sample without parameter estimates"
              + " theta-hat");
    }
    if (file.endsWith(".json")) {
      return DataFiles.read(file, console::error);
    }
    if (RowFormat.ofName(file).isEmpty()) {
      throw new CommandFailure("Mode file must be CSV or JSON, found " + file);
    }
    FileDraws csv = FileDraws.read(file);
    if (!csv.configuration().getOrDefault("method", "").equals("optimize")
        || csv.rows().isEmpty()) {
      throw new CommandFailure("CSV file is not output from Stan optimization");
    }
    double[] last = csv.rows().get(csv.rows().size() - 1);
    return RowContext.of(csv.columns(), last, model.variables());
  }

  /** The diagnostic file is JSON, whatever suffix was given. */
  private void diagnostics(Consumer<String> writer) {
    String name = Outputs.diagnosticFile(run);
    if (!name.isEmpty()) {
      writer.accept(FileNames.beside(FileNames.outputs(name, run.id(), 1).get(0), ".json"));
    }
  }

  private void writeDiagnostics(String file, LaplaceApproximation.Expansion expansion) {
    RealFormat format = new RealFormat(run.significantFigures());
    int n = expansion.gradient().length;
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(list(format, Arrays.copyOfRange(expansion.hessian(), i * n, (i + 1) * n)));
    }
    CsvHead.writeFile(
        file,
        "\n{\n  \"lp_mode\" : "
            + format.text(expansion.logDensity())
            + ",\n  \"gradient\" : "
            + list(format, expansion.gradient())
            + ",\n  \"Hessian\" : [ "
            + String.join(", ", rows)
            + " ]\n}\n");
  }

  private static String list(RealFormat format, double[] values) {
    return Arrays.stream(values)
        .mapToObj(format::text)
        .collect(Collectors.joining(", ", "[ ", " ]"));
  }
}
