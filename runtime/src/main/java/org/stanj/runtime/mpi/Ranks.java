package org.stanj.runtime.mpi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.ProfileTimes;
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
  private final Owed[] owed;
  private boolean lost;

  /** The next message of a rank, but for replies to work. */
  private enum Owed {
    GREETING,
    BOUND,
    NOTHING
  }

  private Ranks(Communicator all, Identity identity, BooleanSupplier stopped) {
    this.all = all;
    this.identity = identity;
    this.stopped = stopped;
    owed = new Owed[all.size()];
    Arrays.fill(owed, Owed.GREETING);
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
    for (int r = 1; r < all.size() && owed[r] == Owed.GREETING; r++) {
      greet(r);
    }
    Arrays.fill(owed, Owed.BOUND);
    box.parcel.rewind();
    terms.write(box.parcel);
    toAll(Tags.TERMS);
  }

  private void greet(int rank) {
    if (!answer(rank, Tags.GREETING, TimeUnit.SECONDS.toNanos(GREETING_SECONDS))) {
      lost = true;
      throw refused(rank, "runs something else than rank 0: it does not greet");
    }
    String refusal = identity.refusal(box.parcel);
    if (!refusal.isEmpty()) {
      throw refused(
          rank, refusal + "\n" + Launch.CHOICE + "=none makes each process a run of its own.");
    }
  }

  /** Whether the message that a rank owes has come into the box. */
  private boolean answer(int rank, int tag, long patienceNanos) {
    Patience patience = new Patience();
    patience.begin();
    int come = all.take(rank, box);
    while (come < 0 && patience.nanos() < patienceNanos) {
      goOn(patience);
      come = all.take(rank, box);
    }
    owed[rank] = Owed.NOTHING;
    box.parcel.rewind();
    return come == tag;
  }

  /**
   * What this process does itself.
   *
   * @param runners gives what runs its chunks, one for each scratch
   * @param threads how many chunks at a time
   * @param automatic whether sums are sent that the program does not ask for
   */
  public record Local(Supplier<SliceRunner> runners, int threads, boolean automatic) {}

  /**
   * The model for all ranks; waits until they have bound it.
   *
   * @param bound the model, bound here
   * @throws CommandFailure if a rank could not bind it
   */
  public Model model(Model bound, Local local) {
    for (int r = 1; r < all.size(); r++) {
      answer(r, Tags.BOUND, Long.MAX_VALUE);
      int size = box.parcel.takeInt();
      String failure = box.parcel.takeText();
      if (!failure.isEmpty()) {
        throw refused(r, failure);
      }
      if (size != bound.unconstrainedSize()) {
        throw refused(r, "has bound other data than rank 0: it has " + size + " parameters");
      }
    }
    return new RankedModel(bound, () -> new RankSlices(this, local), this::profiles);
  }

  /** Times of profile blocks on the other ranks; none if the run was ended or a rank is lost. */
  private List<ProfileTimes.Entry> profiles() {
    List<ProfileTimes.Entry> entries = new ArrayList<>();
    if (lost || stopped.getAsBoolean()) {
      return entries;
    }
    box.parcel.rewind();
    toAll(Tags.PROFILES);
    for (int r = 1; r < all.size(); r++) {
      if (answer(r, Tags.PROFILES, TimeUnit.SECONDS.toNanos(GREETING_SECONDS))) {
        entries.addAll(ProfileRows.read(box.parcel));
      }
    }
    return entries;
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
      return exchange != null ? exchange : new Exchange(all, Tags.EXCHANGE + exchanges++, stopped);
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
    for (int r = 1; r < all.size(); r++) {
      if (owed[r] != Owed.NOTHING) {
        // MPI does not like to end while messages are on their way
        answer(r, 0, TimeUnit.SECONDS.toNanos(GREETING_SECONDS));
      }
    }
    box.parcel.rewind();
    toAll(Tags.END);
    all.close();
  }
}
