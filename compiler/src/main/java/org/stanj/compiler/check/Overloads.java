package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/** Chooses the signature that a call means: the only one of least promotion cost. */
final class Overloads {
  private static final int SHOWN = 5;
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

  private Overloads() {}

  /** A candidate with the match that chose it. */
  record Choice(Candidate candidate, Match.Fits match) {}

  static Choice choose(
      String name, List<Candidate> candidates, List<StanType> arguments, Span span) {
    List<Choice> best = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.match(arguments) instanceof Match.Fits fits) {
        int least = best.isEmpty() ? Integer.MAX_VALUE : best.get(0).match().cost();
        if (fits.cost() < least) {
          best.clear();
        }
        if (fits.cost() <= least) {
          best.add(new Choice(candidate, fits));
        }
      }
    }
    if (best.isEmpty()) {
      throw DiagnosticException.of(
          ErrorCode.ARGUMENTS_DO_NOT_FIT,
          span,
          name,
          Types.list(arguments),
          nearest(candidates, arguments));
    }
    boolean ofProgram = best.stream().anyMatch(c -> c.candidate() instanceof Candidate.FromProgram);
    if (best.size() > 1 && ofProgram) {
      throw DiagnosticException.of(
          ErrorCode.AMBIGUOUS_CALL, span, name, Types.list(arguments), signatures(best));
    }
    return best.get(0);
  }

  private static String signatures(List<Choice> choices) {
    StringBuilder out = new StringBuilder();
    choices.forEach(choice -> out.append("\n  ").append(choice.candidate().signature()));
    return out.toString();
  }

  private static String nearest(List<Candidate> candidates, List<StanType> arguments) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparingInt(c -> -nearness(c.match(arguments))));
    StringBuilder out = new StringBuilder();
    for (Candidate candidate : sorted.subList(0, Math.min(SHOWN, sorted.size()))) {
      out.append("\n  ").append(candidate.signature()).append("\n    ");
      out.append(reason(candidate.match(arguments), arguments, 0));
    }
    if (sorted.size() > SHOWN) {
      out.append("\n  and ").append(sorted.size() - SHOWN).append(" more");
    }
    return out.toString();
  }

  private static int nearness(Match match) {
    return match instanceof Match.Misfit misfit ? misfit.argument() : -1;
  }

  /**
   * Why arguments do not fit.
   *
   * @param before number of arguments of the call before the given ones
   */
  static String reason(Match match, List<StanType> arguments, int before) {
    if (match instanceof Match.Misfit misfit) {
      return "The "
          + ordinal(misfit.argument() + before)
          + " argument must be "
          + misfit.expected()
          + " but got "
          + arguments.get(misfit.argument())
          + ".";
    }
    if (match instanceof Match.WrongCount wrong) {
      int n = wrong.expected() + before;
      return "Takes "
          + n
          + (n == 1 ? " argument" : " arguments")
          + " but got "
          + (arguments.size() + before)
          + ".";
    }
    throw new AssertionError("a signature that fits is not reported");
  }

  /** {@code first} for 0. */
  static String ordinal(int argument) {
    return argument < ORDINALS.size() ? ORDINALS.get(argument) : (argument + 1) + "th";
  }
}
