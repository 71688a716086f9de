package org.stanj;

import java.util.function.Supplier;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.model.DataException;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.TooLargeException;

/** Translates what goes wrong inside into the exceptions of the library. */
final class Failures {
  private Failures() {}

  /** What an input gives; whatever is wrong with it is an {@link InputException}. */
  static <T> T input(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DataException | FileProblem | RejectException e) {
      throw new InputException(String.valueOf(e.getMessage()).strip(), e);
    } catch (TooLargeException | NegativeArraySizeException e) {
      throw new InputException(TooLargeException.CONTAINER, e);
    }
  }

  /** What a run gives; where the program rejects what it cannot do without, it is no run. */
  static <T> T run(Supplier<T> running) {
    try {
      return running.get();
    } catch (RejectException e) {
      throw new RunException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Refuses a run that needs all pairs of so many parameters in one array. */
  static void requireSquare(int parameters, String what) {
    if ((long) parameters * parameters > Integer.MAX_VALUE) {
      throw new RunException(
          what + " needs a matrix of " + parameters + " rows, for which there is no room", null);
    }
  }
}
