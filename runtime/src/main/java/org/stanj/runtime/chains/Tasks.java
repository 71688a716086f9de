package org.stanj.runtime.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.slices.Cores;

/**
 * Tasks and their threads. Each thread takes the next task that nobody runs yet; what one throws
 * keeps the others from starting a further one, asks those under way to stop, and is thrown again.
 */
public final class Tasks {
  /** User functions may recurse deeply. */
  private static final long STACK_BYTES = 64L << 20;

  private final List<Task> tasks;
  private final Cores cores;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** One of several tasks. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it.
     *
     * @param stopped asked from time to time: true if another task has failed
     */
    void run(BooleanSupplier stopped);
  }

  private Tasks(List<Task> tasks, Cores cores) {
    this.tasks = List.copyOf(tasks);
    this.cores = cores;
  }

  /**
   * Runs all tasks on at most {@code threads} threads and waits for them.
   *
   * @param name of the threads, which get numbers
   * @param cores is told which threads are at work
   */
  public static void run(String name, List<Task> tasks, int threads, Cores cores) {
    new Tasks(tasks, cores).run(name, threads);
  }

  private void run(String name, int threads) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, tasks.size()); i++) {
      workers.add(new Thread(null, this::work, name + "-" + (i + 1), STACK_BYTES));
    }
    workers.forEach(Thread::start);
    workers.forEach(this::await);
    rethrow(failure.get());
  }

  private void work() {
    cores.enter();
    try {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        if (!stopped()) {
          tasks.get(i).run(this::stopped);
        }
      }
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    } finally {
      cores.leave();
    }
  }

  private boolean stopped() {
    return failure.get() != null;
  }

  /** An interrupted caller stops the tasks and still waits for its threads. */
  private void await(Thread worker) {
    while (true) {
      try {
        worker.join();
        return;
      } catch (InterruptedException e) {
        failure.compareAndSet(null, new IllegalStateException("interrupted", e));
      }
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
