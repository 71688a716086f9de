package org.stanj.runtime.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.model.Model;

/**
 * The chains of one run and their threads. Each thread takes the next chain that nobody runs yet;
 * what one thread throws ends the others before their next iteration and is thrown again.
 */
final class ChainPool {
  /** User functions may recurse deeply. */
  private static final long STACK_BYTES = 64L << 20;

  private final Model model;
  private final SampleSettings settings;
  private final long seed;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean allEnded = new AtomicBoolean(true);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private record Ready(ChainSpec chain, double[] start) {}

  ChainPool(Model model, SampleSettings settings, long seed) {
    this.model = model;
    this.settings = settings;
    this.seed = seed;
  }

  boolean run(List<ChainSpec> chains, int threads) {
    List<Ready> ready = new ArrayList<>();
    for (ChainSpec chain : chains) {
      Optional<double[]> start = initialise(chain);
      if (start.isEmpty()) {
        return false;
      }
      ready.add(new Ready(chain, start.get()));
    }
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, chains.size()); i++) {
      workers.add(new Thread(null, () -> work(ready), "chains-" + (i + 1), STACK_BYTES));
    }
    workers.forEach(Thread::start);
    workers.forEach(this::await);
    rethrow(failure.get());
    return allEnded.get();
  }

  private Optional<double[]> initialise(ChainSpec chain) {
    if (model.unconstrainedSize() == 0) {
      chain
          .log()
          .info(
              "Model contains no parameters, running fixed_param sampler,"
                  + " no updates to Markov chain");
      return Optional.of(new double[0]);
    }
    Optional<double[]> start = new Initialization(model, seed, chain).find();
    if (settings.algorithm() == Algorithm.NUTS) {
      start.ifPresent(q -> GradientTiming.report(model, q, chain.log()));
    }
    return start;
  }

  private void work(List<Ready> ready) {
    try {
      for (int i = next.getAndIncrement(); i < ready.size(); i = next.getAndIncrement()) {
        Ready task = ready.get(i);
        ChainRun run = new ChainRun(model, settings, seed, task.chain, this::stopped);
        if (!run.run(task.start)) {
          allEnded.set(false);
        }
      }
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  private boolean stopped() {
    return failure.get() != null;
  }

  /** An interrupted caller stops the chains and still waits for their threads. */
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
