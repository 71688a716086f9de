package org.stanj.cli.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.io.ColumnName;

/** {@code stansummary}: statistics of the draws of one or more CSV files. */
public final class SummaryProgram {
  private static final int DEFAULT_FIGURES = 2;

  /** As many as a C++ stream writes of its own accord. */
  private static final int CSV_FIGURES = 6;

  private static final String USAGE =
      """
      Usage: stansummary [OPTIONS] stan_csv_file(s)
      Statistics of the draws in one or more CSV files, one for each chain.
      Example:  stansummary model_chain_1.csv model_chain_2.csv
      Options:
        -a, --autocorr [n]          Append the autocorrelations of the n-th file.
        -c, --csv_filename [file]   Write the statistics to a new CSV file too.
        -h, --help                  Show the options, then exit.
        -p, --percentiles [values]  Percentiles to report: ascending numbers from 0
                                    to 100 with commas between. Default is 5,50,95.
        -s, --sig_figs [n]          Significant figures, from 1 to 18. Default is 2.
        -i, --include_param [name]  Show this parameter; may be given often. By default
                                    all parameters of the files are shown.

      """;

  private static final String HELP =
      """
      Allowed options
      Usage: stansummary [OPTIONS] input_files...

      Positionals:
        input_files TEXT:FILE=[] ... REQUIRED
                                    CSV files of draws, one for each chain.

      Options:
        -h,--help                   Show this help, then exit.
        -s,--sig_figs INT:INT in [1 - 18]=2
                                    Significant figures.
        -a,--autocorr INT:POSITIVE  Append the autocorrelations of the n-th file.
        -c,--csv_filename TEXT:PATH(non-existing)
                                    Write the statistics to a new CSV file too.
        -p,--percentiles TEXT=5,50,95
                                    Percentiles to report.
        -i,--include_param TEXT=[] ...
                                    Parameters to show; all unless given.

      """;

  private final Console console;

  public SummaryProgram(Console console) {
    this.console = console;
  }

  /** Carries out the words behind the program's name; returns the exit code. */
  public int run(List<String> words) {
    if (words.isEmpty()) {
      console.text(USAGE);
      return 1;
    }
    try {
      SummaryOptions.read(SummaryWords.of(words))
          .ifPresentOrElse(this::report, () -> console.text(HELP));
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

  /** Writes the table, and what else is asked for. */
  void report(SummaryOptions options) {
    Draws draws = read(options.files());
    int figures = options.figures().orElse(DEFAULT_FIGURES);
    SummaryTable table = SummaryTable.of(draws, options.percentiles(), included(draws, options));
    RunText run = new RunText(draws);
    options.csv().ifPresent(csv -> write(csv, csv(table, run, options)));
    console.text(lines("", run.head()) + "\n" + table.text(figures) + lines("", run.foot()));
    options
        .chain()
        .ifPresent(
            chain -> {
              ColumnFormat format = table.lastFormat(figures);
              int decimals = format.precision(table.lastValue());
              console.text(AutocorrelationTable.text(draws, chain, format, decimals));
            });
  }

  private static Draws read(List<Path> files) {
    try {
      return Draws.read(files);
    } catch (SummaryFailure e) {
      throw SummaryFailure.of("Error during processing. " + e.told());
    }
  }

  /** Parameters may be named as the table shows them, or as the file does. */
  private static List<String> included(Draws draws, SummaryOptions options) {
    List<String> known = draws.names().subList(1 + draws.samplerColumns(), draws.names().size());
    if (options.include().isEmpty()) {
      return known;
    }
    List<String> included = options.include().stream().map(ColumnName::shown).toList();
    StringBuilder unknown = new StringBuilder();
    included.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .distinct()
        .forEach(name -> unknown.append('\'').append(name).append("' "));
    if (!unknown.isEmpty()) {
      throw SummaryFailure.of("--include_param: Unrecognized parameter(s): " + unknown);
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
      throw SummaryOptions.cannotSave(csv);
    }
  }
}
