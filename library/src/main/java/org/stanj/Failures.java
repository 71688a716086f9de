package org.stanj;

import java.util.function.Supplier;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.model.DataException;
import org.stanj.stdlib.abi.RejectException;

/** Translates what goes wrong inside into the exceptions of the library. */
final class Failures {
  private static final String TOO_LARGE =
      "a container has more elements than the 2147483647 that fit into one";

  private Failures() {}

  /** What an input gives; whatever is wrong with it is an {@link InputException}. */
  static <T> T input(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DataException | FileProblem | RejectException e) {
      throw new InputException(String.valueOf(e.getMessage()).strip(), e);
    } catch (ArithmeticException | NegativeArraySizeException e) {
      // of the sizes that generated code multiplies
      throw new InputException(TOO_LARGE, e);
    }
  }
}
