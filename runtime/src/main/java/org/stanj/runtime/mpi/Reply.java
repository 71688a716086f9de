package org.stanj.runtime.mpi;

import java.util.List;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.stdlib.abi.Parcel;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.TooLargeException;

/**
 * What a rank sends back: a head of two words, how it went and the bytes of texts that follow in a
 * message of their own, and behind the head the rows if it went well.
 */
final class Reply {
  static final int HEAD_BYTES = 16;

  private enum Outcome {
    DONE,
    REJECTED,
    STACK_OVERFLOW,
    FAILED
  }

  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  private Reply() {}

  /** Writes the head of rows. */
  static void done(Parcel head, Parcel texts, List<String> printed) {
    lines(texts, printed);
    head(head, texts, printed.isEmpty(), Outcome.DONE);
  }

  /** Writes what was thrown in place of rows. */
  static void failed(Parcel head, Parcel texts, List<String> printed, Throwable thrown) {
    lines(texts, printed);
    Outcome outcome = Outcome.FAILED;
    if (thrown instanceof RejectException rejection) {
      outcome = Outcome.REJECTED;
      rejection.write(texts);
    } else if (thrown instanceof StackOverflowError) {
      outcome = Outcome.STACK_OVERFLOW;
    } else {
      boolean told = thrown instanceof TooLargeException;
      texts.put(told ? String.valueOf(thrown.getMessage()) : thrown.toString());
    }
    head(head, texts, false, outcome);
  }

  private static void lines(Parcel texts, List<String> printed) {
    texts.rewind();
    texts.put(printed.size());
    printed.forEach(texts::put);
  }

  private static void head(Parcel head, Parcel texts, boolean silent, Outcome outcome) {
    if (silent) {
      texts.rewind();
    }
    head.rewind();
    head.put(outcome.ordinal());
    head.put(texts.size());
  }

  /** Bytes of the texts that follow; 0 for none. */
  static int textBytes(Parcel head) {
    head.rewind();
    head.takeLong();
    return head.takeInt();
  }

  /**
   * Says what was printed, and throws what was thrown.
   *
   * @param head is left behind the head, where the rows begin
   * @param texts read if {@link #textBytes} is not 0
   */
  static void open(Parcel head, Parcel texts, PrintSink sink, int rank) {
    head.rewind();
    Outcome outcome = OUTCOMES.get(head.takeInt());
    if (head.takeInt() == 0) {
      return;
    }
    texts.rewind();
    for (int left = texts.takeInt(); left > 0; left--) {
      sink.line(texts.takeText());
    }
    switch (outcome) {
      case DONE -> {}
      case REJECTED -> throw RejectException.read(texts);
      case STACK_OVERFLOW -> throw new StackOverflowError();
      case FAILED -> throw new CommandFailure("Error: MPI, rank " + rank + ": " + texts.takeText());
    }
  }
}
