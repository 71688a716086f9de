package org.stanj.runtime.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.Tasks;
import org.stanj.runtime.files.ColumnChoice;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.OutputFormat;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.model.Variable.Block;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * The method {@code generate_quantities}: generated quantities for the parameters in each row of a
 * file that any method wrote.
 *
 * <p>A row has the random numbers that {@code sample} uses for the same seed, id and iteration, so
 * that with the seed of the fit the generated quantities come out as in the fit. Rows of files that
 * are not of {@code sample} count as iterations, from 0.
 */
final class GenerateMethod {
  private static final String GENERATE = "generate_quantities.";
  private static final String FITTED = GENERATE + "fitted_params";

  private final Run run;
  private final Configuration configuration;
  private final int chains;

  GenerateMethod(Run run) {
    this.run = run;
    this.configuration = run.configuration();
    this.chains = configuration.integer(GENERATE + "num_chains");
  }

  /** Reads, generates and writes; returns the exit code. */
  int run() {
    Outputs.refuseIllFormed(run);
    refuseConflict();
    run.echo();
    Model model = run.bind();
    try (Outputs outputs = Outputs.of(run, chains)) {
      outputs.inits(chains);
      generate(model, outputs);
    }
    return 0;
  }

  private void generate(Model model, Outputs outputs) {
    List<String> fitted = fitted();
    List<Variable> generated = inBlock(model, Block.GENERATED_QUANTITIES);
    if (generated.stream().mapToInt(Variable::size).sum() == 0) {
      throw new CommandFailure("Model doesn't generate any quantities of interest.");
    }
    List<Chain> work = new ArrayList<>();
    for (int c = 0; c < chains; c++) {
      work.add(chain(model, fitted.get(c), outputs.rows().get(c), run.id() + c));
    }
    List<Tasks.Task> tasks = new ArrayList<>();
    work.forEach(chain -> tasks.add(stopped -> generate(model, chain, stopped)));
    Tasks.run("generate", tasks, run.threads(chains), run.threads().cores());
  }

  /** What would be overwritten before it is read is refused before anything is done. */
  private void refuseConflict() {
    String text = configuration.text(FITTED);
    if (text.isEmpty() || text.contains(",") && text.split(",", -1).length != chains) {
      return;
    }
    List<String> outputs = OutputFormat.outputs(configuration, run.id(), chains);
    for (String name : FileNames.outputs(text, run.id(), chains)) {
      if (outputs.contains(name)) {
        throw new CommandFailure(
            "Filename conflict, fitted_params file "
                + name
                + " and output file names are identical, must be different.");
      }
    }
  }

  /** The input files: they exist. */
  private List<String> fitted() {
    String text = configuration.text(FITTED);
    if (text.isEmpty()) {
      throw new CommandFailure(
          "Missing fitted_params argument, cannot run generate_quantities without fitted sample.");
    }
    List<String> names = FileNames.outputs(text, run.id(), chains);
    for (String name : names) {
      if (RowFormat.ofName(name).isEmpty()) {
        throw new CommandFailure("Fitted params file must be a CSV file.");
      }
      if (!Files.isReadable(Path.of(name))) {
        throw new CommandFailure("Cannot open specified file, \"" + name + "\"");
      }
    }
    return names;
  }

  /**
   * One file to read and one to write.
   *
   * @param places for each parameter column of the model its place in a row of the file
   */
  private record Chain(FileDraws fitted, int[] places, RowFile output, int id) {}

  private static Chain chain(Model model, String fitted, RowFile output, int id) {
    FileDraws csv = FileDraws.read(fitted);
    List<String> names = Columns.of(inBlock(model, Block.PARAMETERS)).names();
    int[] places = names.stream().mapToInt(csv.columns()::indexOf).toArray();
    if (csv.columns().isEmpty()) {
      throw GivenParameters.noColumns(fitted);
    }
    if (Arrays.stream(places).anyMatch(place -> place < 0)) {
      throw new CommandFailure(
          "Mismatch between model and fitted_parameters csv file \"" + fitted + "\"");
    }
    return new Chain(csv, places, output, id);
  }

  private static List<Variable> inBlock(Model model, Block block) {
    return model.variables().stream().filter(v -> v.block() == block).toList();
  }

  private void generate(Model model, Chain chain, BooleanSupplier stopped) {
    Columns inputs = Columns.of(inBlock(model, Block.PARAMETERS));
    List<Variable> generated = inBlock(model, Block.GENERATED_QUANTITIES);
    Columns outputs = ColumnChoice.of(configuration).of(generated);
    double[] parameters = new double[inputs.storage().length];
    double[] out = new double[generated.stream().mapToInt(Variable::size).sum()];
    Scratch scratch = model.newScratch();
    scratch.sink = run.console()::line;
    chain.output().header(outputs.names());
    for (int r = 0; r < chain.fitted().rows().size() && !stopped.getAsBoolean(); r++) {
      run.goOn();
      double[] row = chain.fitted().rows().get(r);
      for (int j = 0; j < chain.places().length; j++) {
        parameters[inputs.storage()[j]] = row[chain.places()[j]];
      }
      StreamKey key = StreamKey.generated(run.seed(), chain.id(), iteration(chain.fitted(), r));
      generate(model, parameters, out, key, scratch);
      chain.output().values(out, outputs.storage());
      chain.output().endRow();
    }
  }

  /** Where the program fails at a value, it says so and the rest of the row is NaN. */
  private void generate(
      Model model, double[] parameters, double[] out, StreamKey key, Scratch scratch) {
    Arrays.fill(out, Double.NaN);
    try {
      model.generate(parameters, out, Streams.open(key), scratch);
    } catch (RejectException e) {
      if (e.kind() != RejectException.Kind.DOMAIN) {
        throw e;
      }
      run.console().line("Exception: " + e.getMessage());
    }
  }

  /** The iteration, warmup included, at which {@code sample} wrote a row; else its number. */
  private static long iteration(FileDraws fitted, int row) {
    if (!fitted.configuration().getOrDefault("method", "").equals("sample")) {
      return row;
    }
    boolean draw = row >= fitted.warmupRows();
    boolean warms = !fitted.adaptation().isEmpty();
    long before = draw && warms ? fitted.warmup() : 0;
    return before + (long) fitted.thin() * (draw ? row - fitted.warmupRows() : row);
  }
}
