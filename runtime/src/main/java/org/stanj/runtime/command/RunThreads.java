package org.stanj.runtime.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;
import org.stanj.stdlib.abi.SliceRunner;

/**
 * The threads of a run besides those of its chains: they help with the sums of the model. More than
 * there are processors would only stand in each other's way.
 */
final class RunThreads implements AutoCloseable {
  /** Whether sums that the program does not ask for are shared as well. */
  static final String AUTOMATIC = "auto_parallel";

  private static final String THREADS = "num_threads";

  private final boolean all;
  private Cores cores = new Cores(1);
  private Optional<SlicePool> pool = Optional.empty();

  /**
   * @param all whether the run has all processors unless it is told another number; else it has one
   */
  RunThreads(boolean all) {
    this.all = all;
  }

  /** Gives runners for scratches of the model, with help as the configuration has it. */
  Supplier<SliceRunner> runners(Model model, Configuration configuration) {
    cores = new Cores(total(configuration));
    if (cores.total() == 1) {
      return SliceRunner::serial;
    }
    SlicePool.Rules rules = new SlicePool.Rules(configuration.flag(AUTOMATIC), false);
    SlicePool opened = new SlicePool(cores, rules);
    pool = Optional.of(opened);
    return opened.runners(model);
  }

  private int total(Configuration configuration) {
    int processors = Runtime.getRuntime().availableProcessors();
    int asked = configuration.integer(THREADS);
    if (!configuration.isGiven(THREADS)) {
      return all ? processors : 1;
    }
    return asked == -1 ? processors : Math.min(asked, processors);
  }

  /** The threads that may compute at once, once the model is bound. */
  Cores cores() {
    return cores;
  }

  @Override
  public void close() {
    pool.ifPresent(SlicePool::close);
  }
}
