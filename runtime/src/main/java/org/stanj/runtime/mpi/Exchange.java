package org.stanj.runtime.mpi;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.stdlib.abi.Parcel;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.SliceWork;

/** One work at a time on its way to the other ranks and back; reused for the next one. */
final class Exchange {
  private final Communicator all;
  private final BooleanSupplier stopped;
  private final int tag;
  private final Box out = new Box();
  private final Box[] replies;
  private final Box texts = new Box();
  private final Requests sends;
  private final Requests receives;
  private final Patience patience = new Patience();
  private int ranks;

  /**
   * @param tag no other exchange has it at the same time
   * @param stopped asked while waiting: true ends the wait
   */
  Exchange(Communicator all, int tag, BooleanSupplier stopped) {
    this.all = all;
    this.tag = tag;
    this.stopped = stopped;
    replies = new Box[all.size()];
    for (int r = 1; r < replies.length; r++) {
      replies[r] = new Box();
    }
    sends = all.requests(replies.length);
    receives = all.requests(replies.length);
  }

  /** Sends the work to all ranks that have chunks of it. */
  void send(SliceWork work) {
    ranks = Math.min(all.size(), work.chunks());
    out.parcel.rewind();
    out.parcel.put(work.form().ordinal());
    work.write(out.parcel);
    sends.clear();
    receives.clear();
    all.lock().lock();
    try {
      for (int r = 1; r < ranks; r++) {
        all.receive(replies[r], Reply.HEAD_BYTES + Double.BYTES * reals(work, r), r, tag, receives);
        all.send(out, r, tag, sends);
      }
    } finally {
      all.lock().unlock();
    }
  }

  /**
   * Whether the work has left. Long messages do so only while the library is called: whoever has
   * something else to do asks from time to time.
   */
  boolean sent() {
    return all.done(sends);
  }

  private int reals(SliceWork work, int rank) {
    return (start(work, rank + 1) - start(work, rank)) * work.width();
  }

  private int start(SliceWork work, int rank) {
    return Block.start(work.chunks(), all.size(), rank);
  }

  /**
   * Waits for all replies.
   *
   * @throws CommandFailure if the run is to end; the exchange cannot be used again then
   */
  void await() {
    await(receives);
    await(sends);
  }

  private void await(Requests requests) {
    patience.begin();
    while (!all.done(requests)) {
      if (stopped.getAsBoolean()) {
        throw new CommandFailure("Error: interrupted");
      }
      patience.pause();
    }
  }

  /**
   * Puts the rows of the other ranks into their places.
   *
   * @param sink receives what they have printed, in the order of the chunks
   * @param own what our chunks have thrown: nothing counts then that comes behind them
   * @throws org.stanj.stdlib.abi.RejectException what the first chunk has thrown that throws
   */
  void unpack(SliceWork work, PrintSink sink, @Nullable Throwable own) {
    @Nullable Throwable thrown = own;
    for (int r = 1; r < ranks; r++) {
      int bytes = Reply.textBytes(replies[r].parcel);
      if (bytes > 0) {
        receives.clear();
        all.receive(texts, bytes, r, tag, receives);
        await(receives);
      }
      if (thrown == null) {
        thrown = open(r, work, sink);
      }
    }
    rethrow(thrown);
  }

  private @Nullable Throwable open(int rank, SliceWork work, PrintSink sink) {
    Parcel reply = replies[rank].parcel;
    try {
      Reply.open(reply, texts.parcel, sink, rank);
      reply.take(work.rows(), work.row(start(work, rank)), reals(work, rank));
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }
}
