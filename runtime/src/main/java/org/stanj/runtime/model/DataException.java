package org.stanj.runtime.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Data that do not fit the program; the message is CmdStan's, without {@code Exception: }. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  /** The variable is not in the file. */
  public static DataException absent(DataContext.Request request, String base, int[] dims) {
    String about = "; processing stage=" + request.stage() + "; variable name=" + request.name();
    String text =
        dims.length == 0
            ? "variable does not exist" + about + "; base type=" + base
            : "mismatch in number dimensions declared and found in context"
                + about
                + "; dims declared="
                + dims(dims)
                + "; dims found=()";
    return new DataException(text + " " + request.where());
  }

  /** Sizes as in CmdStan's messages: {@code (2,3)}. */
  public static String dims(int[] dims) {
    return Arrays.stream(dims)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "(", ")"));
  }
}
