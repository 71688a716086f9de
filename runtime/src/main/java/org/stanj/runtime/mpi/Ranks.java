package org.stanj.runtime.mpi;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.SliceRunner;

/**
 * The other ranks, as rank 0 sees them. They are asked to bind the model ({@link #announce}) while
 * it is bound here, and serve until {@link #close}. Scratches of {@link #model} may be used by any
 * number of threads.
 */
public final class Ranks implements AutoCloseable {
  private static final long GREETING_SECONDS = 60;

  private final Communicator all;
  private final Identity identity;
  private final BooleanSupplier stopped;
  private final Box box = new Box();
  private final ArrayDeque<Exchange> idle = new ArrayDeque<>();
  private int exchanges;
  private boolean known;
  private boolean lost;

  private Ranks(Communicator all, Identity identity, BooleanSupplier stopped) {
    this.all = all;
    this.identity = identity;
    this.stopped = stopped;
  }

  /**
   * Connects to the other ranks; returns when all have come.
   *
   * @param launch of rank 0
   * @param stopped asked while waiting: true ends the run
   * @throws CommandFailure if they cannot be reached
   */
  public static Ranks join(
      Launch launch, Map<String, String> environment, Identity identity, BooleanSupplier stopped) {
    MpiLibrary library = MpiLibrary.find(launch, environment);
    return new Ranks(Communicator.join(library, launch), identity, stopped);
  }

  /**
   * Tells the ranks what to bind.
   *
   * @throws CommandFailure if one of them runs something else
   */
  public void announce(Terms terms) {
    for (int r = 1; r < all.size() && !known; r++) {
      greet(r);
    }
    known = true;
    box.parcel.rewind();
    terms.write(box.parcel);
    toAll(Tags.TERMS);
  }

  private void greet(int rank) {
    Patience patience = new Patience();
    patience.begin();
    int tag = all.take(rank, box);
    while (tag != Tags.GREETING) {
      if (tag >= 0 || patience.nanos() > TimeUnit.SECONDS.toNanos(GREETING_SECONDS)) {
        lost = true;
        throw refused(rank, "runs something else than rank 0: it does not greet");
      }
      goOn(patience);
      tag = all.take(rank, box);
    }
    box.parcel.rewind();
    String refusal = identity.refusal(box.parcel);
    if (!refusal.isEmpty()) {
      throw refused(
          rank, refusal + "\n" + Launch.CHOICE + "=none makes each process a run of its own.");
    }
  }

  /**
   * The model for all ranks; waits until they have bound it.
   *
   * @param bound the model, bound here
   * @param local runs the chunks of this process
   * @param threads how many of them at a time
   * @throws CommandFailure if a rank could not bind it
   */
  public Model model(Model bound, SliceRunner local, int threads) {
    Patience patience = new Patience();
    for (int r = 1; r < all.size(); r++) {
      patience.begin();
      while (all.take(r, box) != Tags.BOUND) {
        goOn(patience);
      }
      box.parcel.rewind();
      int size = box.parcel.takeInt();
      String failure = box.parcel.takeText();
      if (!failure.isEmpty()) {
        throw refused(r, failure);
      }
      if (size != bound.unconstrainedSize()) {
        throw refused(r, "has bound other data than rank 0: it has " + size + " parameters");
      }
    }
    return new RankedModel(bound, () -> new RankSlices(this, local, threads));
  }

  private static CommandFailure refused(int rank, String why) {
    return new CommandFailure("Error: MPI, rank " + rank + " " + why);
  }

  private void goOn(Patience patience) {
    if (stopped.getAsBoolean()) {
      throw new CommandFailure("Error: interrupted");
    }
    patience.pause();
  }

  int size() {
    return all.size();
  }

  /** An exchange for one work; {@link #giveBack} takes it again. */
  Exchange borrow() {
    all.lock().lock();
    try {
      Exchange exchange = idle.poll();
      return exchange != null
          ? exchange
          : new Exchange(all, Tags.EXCHANGE + exchanges++, stopped);
    } finally {
      all.lock().unlock();
    }
  }

  /** Takes back an exchange that has come to its end. */
  void giveBack(Exchange exchange) {
    all.lock().lock();
    try {
      idle.push(exchange);
    } finally {
      all.lock().unlock();
    }
  }

  private void toAll(int tag) {
    Requests requests = all.requests(all.size());
    for (int r = 1; r < all.size(); r++) {
      all.send(box, r, tag, requests);
    }
    Patience patience = new Patience();
    patience.begin();
    while (!all.done(requests)) {
      goOn(patience);
    }
  }

  /**
   * Ends the other ranks. Where the run was interrupted or a rank is lost they end with this
   * process, by the launcher.
   */
  @Override
  public void close() {
    if (lost || stopped.getAsBoolean()) {
      return;
    }
    box.parcel.rewind();
    toAll(Tags.END);
    all.close();
  }
}
