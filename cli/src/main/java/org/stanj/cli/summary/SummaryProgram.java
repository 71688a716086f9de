package org.stanj.cli.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.io.FileProblem;

/** {@code stansummary}: statistics of the draws of one or more CSV files. */
public final class SummaryProgram {
  private static final int DEFAULT_FIGURES = 2;

  /** As many as a C++ stream writes of its own accord. */
  private static final int CSV_FIGURES = 6;

  private static final String HELP =
      """
      Usage: stansummary [OPTIONS] stan_csv_file(s)
      Report statistics for one or more Stan csv files from a HMC sampler run.
      Example:  stansummary model_chain_1.csv model_chain_2.csv
      Options:
        -a, --autocorr [n]          Display the chain autocorrelation for the n-th
                                    input file, in addition to statistics.
        -c, --csv_filename [file]   Write statistics to a csv file.
        -h, --help                  Produce help message, then exit.
        -p, --percentiles [values]  Percentiles to report as ordered set of
                                    comma-separated numbers from (0.0,100.0), inclusive.
                                    Default is 5,50,95.
        -s, --sig_figs [n]          Significant figures reported. Default is 2.
                                    Must be an integer from (1, 18), inclusive.
        -i, --include_param [name]  Include the named parameter in the summary output.
                                    By default, all parameters in the file are summarized,
                                    passing this argument one or more times will filter
                                    the output down to just the requested arguments.
      """;

  private final Console console;

  public SummaryProgram(Console console) {
    this.console = console;
  }

  /** Carries out the words behind the program's name; returns the exit code. */
  public int run(List<String> words) {
    if (words.isEmpty()) {
      console.text(HELP + "\n");
      return 1;
    }
    try {
      SummaryWords apart = SummaryWords.of(words);
      if (apart.help()) {
        console.text(HELP + "\n");
        return 0;
      }
      report(SummaryOptions.read(apart));
      return 0;
    } catch (SummaryFailure e) {
      if (e.exitCode() == 1) {
        console.line(e.told());
      } else {
        console.error(e.told());
      }
      return e.exitCode();
    }
  }

  private void report(SummaryOptions options) {
    Draws draws = read(options.files());
    int figures = options.figures().orElse(DEFAULT_FIGURES);
    SummaryTable table = SummaryTable.of(draws, options.percentiles(), included(draws, options));
    RunText run = new RunText(draws);
    console.text(lines("", run.head()) + "\n" + table.text(figures) + lines("", run.foot()));
    options
        .chain()
        .ifPresent(
            chain -> {
              ColumnFormat format = table.lastFormat(figures);
              int decimals = format.precision(table.lastValue());
              console.text(AutocorrelationTable.text(draws, chain, format, decimals));
            });
    options.csv().ifPresent(csv -> write(csv, csv(table, run, options)));
  }

  private static Draws read(List<Path> files) {
    try {
      return Draws.read(files);
    } catch (SummaryFailure e) {
      throw SummaryFailure.of("Error during processing. " + e.told());
    } catch (FileProblem e) {
      throw SummaryFailure.of("Error during processing. " + e.getMessage());
    }
  }

  /** Parameters may be named as the table shows them, or as the file does. */
  private static List<String> included(Draws draws, SummaryOptions options) {
    List<String> known = draws.names().subList(1 + draws.samplerColumns(), draws.names().size());
    if (options.include().isEmpty()) {
      return known;
    }
    List<String> included = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : options.include()) {
      String shown = ColumnName.shown(name);
      (known.contains(shown) ? included : unknown).add(known.contains(shown) ? shown : name);
    }
    if (!unknown.isEmpty()) {
      StringBuilder message = new StringBuilder("--include_param: Unrecognized parameter(s): ");
      unknown.stream().sorted().forEach(name -> message.append('\'').append(name).append("' "));
      throw SummaryFailure.of(message.toString());
    }
    return included;
  }

  private static String csv(SummaryTable table, RunText run, SummaryOptions options) {
    int figures = options.figures().orElse(CSV_FIGURES);
    return table.csv(figures) + lines("# ", run.head()) + lines("# ", run.foot());
  }

  private static String lines(String start, List<String> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(start).append(line).append('\n'));
    return out.toString();
  }

  private static void write(Path csv, String text) {
    try {
      Files.writeString(csv, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw SummaryFailure.of("Cannot save to csv_filename: " + csv + ".");
    }
  }
}
