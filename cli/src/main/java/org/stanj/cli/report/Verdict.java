package org.stanj.cli.report;

import java.util.List;

/**
 * What to think of a run.
 *
 * @param level that of its worst finding, or worse if there are several
 * @param headline in a few words
 * @param findings the worst first
 */
record Verdict(Level level, String headline, List<Finding> findings) {
  Verdict {
    findings = List.copyOf(findings);
  }

  /** How bad it is. */
  enum Level {
    /** Nothing is wrong. */
    GOOD,
    /** Worth knowing. */
    NOTE,
    /** The draws can be used if one knows what they lack. */
    CARE,
    /** The draws should not be used. */
    BAD;

    Level or(Level other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param title what was found
   * @param advice what to do about it; may be empty
   * @param names of the quantities concerned, the worst first
   */
  record Finding(Level level, String title, String advice, List<String> names) {
    Finding {
      names = List.copyOf(names);
    }
  }
}
