package org.stanj.cli.summary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.command.Console;

/**
 * {@code print}, the program that {@code stansummary} has replaced: its words, with the table of
 * {@code stansummary}.
 */
public final class PrintProgram {
  private static final String USAGE =
      """
      USAGE:  print <filename 1> [<filename 2> ... <filename N>]

      OPTIONS:

        --autocorr=<chain_index>\tAppend the autocorrelations of this chain

        --sig_figs=<int>\tSignificant figures; 2 unless given

      """;

  private static final String NOTICE = "\n*** print is deprecated: use stansummary instead\n\n";

  private static final String AUTOCORR = "--autocorr=";
  private static final String SIG_FIGS = "--sig_figs=";
  private static final int MOST_FIGURES = 18;

  private final Console console;

  public PrintProgram(Console console) {
    this.console = console;
  }

  /** Carries out the words behind the program's name; returns the exit code. */
  public int run(List<String> words) {
    if (words.isEmpty() || words.get(0).equals("--help")) {
      console.text(USAGE + NOTICE);
      return 0;
    }
    List<Path> files = new ArrayList<>();
    for (String word : words) {
      if (Files.isRegularFile(Path.of(word))) {
        files.add(Path.of(word));
      } else if (!word.startsWith(AUTOCORR) && !word.startsWith(SIG_FIGS)) {
        console.line("File " + word + " not found");
      }
    }
    if (files.isEmpty()) {
      console.text("No valid input files, exiting.\n" + NOTICE);
      return 0;
    }
    Optional<Integer> figures = number(words, SIG_FIGS).filter(n -> n >= 1 && n <= MOST_FIGURES);
    Optional<Integer> chain = number(words, AUTOCORR).filter(n -> n >= 1 && n <= files.size());
    SummaryOptions options =
        new SummaryOptions(
            figures, chain, Optional.empty(), List.of("5", "50", "95"), List.of(), files);
    try {
      new SummaryProgram(console).report(options);
    } catch (SummaryFailure e) {
      console.line(e.told());
      return 1;
    }
    console.text(NOTICE);
    return 0;
  }

  private static Optional<Integer> number(List<String> words, String option) {
    return words.stream()
        .filter(word -> word.startsWith(option))
        .map(word -> word.substring(option.length()))
        .filter(text -> text.matches("\\d{1,9}"))
        .reduce((earlier, later) -> later)
        .map(Integer::valueOf);
  }
}
