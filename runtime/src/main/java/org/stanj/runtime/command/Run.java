package org.stanj.runtime.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stanj.runtime.arguments.Argument.Kind;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.arguments.ValueText;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.checkpoint.Resumption;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.OutputFormat;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.mpi.Ranks;
import org.stanj.runtime.mpi.Terms;
import org.stanj.runtime.slices.SlicedModel;
import org.stanj.stdlib.abi.SliceRunner;

/**
 * A command line about to be carried out.
 *
 * @param compiled the model without data
 * @param configuration with the seed chosen
 * @param console receives lines
 * @param profiles measure the model
 * @param threads help with the model
 * @param interruption asked from time to time
 * @param ranks help with parallel sums
 */
record Run(
    CompiledModel compiled,
    Configuration configuration,
    Console console,
    Profiles profiles,
    RunThreads threads,
    Interruption interruption,
    Optional<Ranks> ranks) {
  private static final String DATA = "data.file";

  /** This command line with other arguments. */
  Run with(Configuration other) {
    return new Run(compiled, other, console, profiles, threads, interruption, ranks);
  }

  /** Ends what is being done if the process is to end. */
  void goOn() {
    if (interruption.requested()) {
      throw new CommandFailure("Error: interrupted");
    }
  }

  /** Shows the configuration, followed by an empty line. */
  void echo() {
    console.text(String.join("\n", CsvHead.lines(compiled.info(), configuration)) + "\n\n");
  }

  long seed() {
    return configuration.number("random.seed");
  }

  int id() {
    return configuration.integer("id");
  }

  int significantFigures() {
    return configuration.integer("output.sig_figs");
  }

  /** Chains at a time: as asked for, or as many as there are processors. */
  int threads(int chains) {
    int cores = Runtime.getRuntime().availableProcessors();
    int asked = configuration.integer("num_threads");
    boolean free = asked == -1 || !configuration.isGiven("num_threads");
    return Math.min(chains, free ? cores : asked);
  }

  /** Reads the data file, if any, and binds the model. */
  Model bind() {
    String file = configuration.text(DATA);
    ranks.ifPresent(r -> r.announce(new Terms(file, Resumption.checksum(configuration), seed())));
    DataContext data = DataFiles.read(file, console::error);
    Model model = compiled.bind(data, seed());
    Supplier<SliceRunner> local = threads.runners(model, configuration);
    Ranks.Local here =
        new Ranks.Local(local, threads.cores().total(), configuration.flag(RunThreads.AUTOMATIC));
    Model shared =
        ranks.map(r -> r.model(model, here)).orElseGet(() -> new SlicedModel(model, local));
    profiles.watch(model, shared);
    return shared;
  }

  /** Where the chains start. */
  List<Inits> inits(int chains) {
    String text = configuration.text("init");
    Object number = ValueText.parse(Kind.DOUBLE, text).orElse("");
    if (number instanceof Double radius && Double.isFinite(radius)) {
      if (radius < 0) {
        throw new CommandFailure("init=" + text + ": the radius must not be negative");
      }
      return IntStream.range(0, chains).mapToObj(i -> Inits.uniform(radius)).toList();
    }
    return FileNames.inputs(text, id(), chains, console::error).stream()
        .map(file -> new Inits(DataFiles.read(file, console::error), Inits.DEFAULT.radius()))
        .toList();
  }

  /**
   * Opens an output file and writes its head.
   *
   * @param separator between the values of a row
   */
  RowFile open(String file, CsvHead head, String separator) {
    interruption.filesOpen();
    RowFile rows =
        OutputFormat.of(configuration, file).create(file, significantFigures(), separator);
    rows.head(head.all());
    return rows;
  }
}
