package org.stanj.compiler.analysis;

/**
 * What was found out about a loop or vectorised statement of the log density: the answer of one
 * pass to one question.
 *
 * @param line of the program, as {@code compiler.source.LineNumbers} counts them; 0 for the whole
 *     program
 * @param question what was asked
 * @param yes the answer
 * @param reason why not; empty if it is so
 * @param cost operations of one element, at least; 0 if nobody counted them
 */
public record Finding(int line, Question question, boolean yes, String reason, int cost) {
  /** What passes decide. */
  public enum Question {
    /** Whether it is cut into slices, for several threads and ranks. */
    SLICES,
    /** Whether it runs a block of elements at a time, in vectors. */
    BLOCKS,
    /** Whether something of it depends on data alone, and is computed when the data are read. */
    BIND,
    /** Whether bind looks for fewer rows of data with the same sums of squares. */
    SQUARES,
    /** Whether bind looks for rows of data that are the same. */
    REPEATS
  }

  /** It is so. */
  public static Finding yes(int line, Question question, int cost) {
    return new Finding(line, question, true, "", cost);
  }

  /** It is not. */
  public static Finding no(int line, Question question, String reason, int cost) {
    return new Finding(line, question, false, reason, cost);
  }
}
