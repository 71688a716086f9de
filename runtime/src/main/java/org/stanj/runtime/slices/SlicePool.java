package org.stanj.runtime.slices;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;

/**
 * The helper threads of a run. Whoever evaluates a model of the pool has a runner that lays out the
 * slices of a sum at a desk; helpers for whom there is a core come and take some. No result depends
 * on whether they do.
 */
public final class SlicePool implements AutoCloseable {
  /** User functions may recurse deeply. */
  private static final long STACK_BYTES = 64L << 20;

  /** Waking takes the waker some microseconds; so the woken help with it. */
  private static final int WAKES = 2;

  private final Cores cores;
  private final Rules rules;
  private final List<Desk> desks;
  private final List<PoolThread> helpers;
  private final ExecutorService threads;
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger runners = new AtomicInteger();

  /**
   * What is shared.
   *
   * @param automatic whether sums are that the program does not ask for
   * @param always whether sums are although one thread would be done sooner; for tests
   */
  public record Rules(boolean automatic, boolean always) {}

  /** A pool without threads: they start when they are first needed. */
  public SlicePool(Cores cores, Rules rules) {
    this.cores = cores;
    this.rules = rules;
    int most = cores.total() - 1;
    desks = IntStream.rangeClosed(0, most).mapToObj(i -> new Desk()).toList();
    helpers = IntStream.range(0, most).mapToObj(rank -> new PoolThread(this, cores, rank)).toList();
    threads = Executors.newFixedThreadPool(Math.max(1, most), this::thread);
  }

  private Thread thread(Runnable helper) {
    String name = "slices-" + started.incrementAndGet();
    Thread thread = new Thread(null, helper, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** The model, whose sums the pool helps with. */
  public Model over(Model model) {
    return new SlicedModel(model, runners(model));
  }

  /**
   * Gives runners for scratches of a model: one for each.
   *
   * @param model itself, not what {@link #over} makes of it
   */
  public Supplier<SliceRunner> runners(Model model) {
    return runnersFor(model::newScratch);
  }

  /** The same for whatever has scratches whose own sums run one after the other. */
  Supplier<SliceRunner> runnersFor(Supplier<Scratch> source) {
    PoolScratches scratches = new PoolScratches(source, helpers.size());
    return () -> new PooledSlices(this, cores, scratches, runners.getAndIncrement());
  }

  Rules rules() {
    return rules;
  }

  /** How many desks there are: as many as threads that may compute at once. */
  int desks() {
    return desks.size();
  }

  Desk desk(int d) {
    return desks.get(d);
  }

  /** Whether a desk has work that nobody has claimed. */
  boolean hasWork() {
    for (int d = 0; d < desks.size(); d++) {
      if (Desk.left(desks.get(d).ticket()) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether work calls for a helper: as many are called as are worth their while, and other ones at
   * each desk.
   *
   * @param d the desk that has the work
   * @param wanted helpers that are worth their while
   */
  boolean calls(int d, int wanted, int rank) {
    int free = cores.free();
    return rank < free && Math.floorMod(rank - d, free) < wanted;
  }

  /** Wakes some of the helpers that work calls for. */
  void wake(int d, int wanted) {
    int free = cores.free();
    int woken = 0;
    for (int i = 0; i < Math.min(wanted, free) && woken < WAKES; i++) {
      woken += helpers.get((d + i) % free).wakes() ? 1 : 0;
    }
  }

  /** Starts the thread of a helper; the pool does without it if the system refuses. */
  void start(PoolThread helper) {
    try {
      threads.execute(helper);
    } catch (OutOfMemoryError e) {
      helper.end();
    }
  }

  /** Ends the threads. Nobody evaluates a model of the pool any more. */
  @Override
  public void close() {
    helpers.forEach(PoolThread::end);
    threads.shutdown();
  }
}
