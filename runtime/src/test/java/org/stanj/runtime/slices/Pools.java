package org.stanj.runtime.slices;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SerialSlices;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;
import org.stanj.stdlib.abi.Stretch;

/** Pools that share all work, and what owners need beside them. */
final class Pools {
  /** A model without kernels: works by hand need none. */
  static final SliceRunner.Kernels NO_KERNELS =
      new SliceRunner.Kernels() {
        @Override
        public double slice(
            int kernel,
            Frames frames,
            int lo,
            int hi,
            double @Nullable [] adjoints,
            int adjointOffset,
            Scratch scratch) {
          throw new AssertionError();
        }

        @Override
        public double callback(
            int callback,
            BoundCallback.Method method,
            Stretch[] containers,
            Frames frames,
            Scratch scratch) {
          throw new AssertionError();
        }
      };

  private Pools() {}

  static SlicePool always(Cores cores) {
    return new SlicePool(cores, new SlicePool.Rules(true, true));
  }

  /** An owner: a scratch whose sums the pool helps with, and what it prints. */
  record Owner(Scratch scratch, List<String> printed) {
    static Owner of(SlicePool pool) {
      return new Owner(pool.runnersFor(() -> new Scratch(0, 0)).get());
    }

    static Owner alone() {
      return new Owner(SerialSlices.INSTANCE);
    }

    private Owner(SliceRunner slices) {
      this(new Scratch(0, 0, slices), new ArrayList<>());
      scratch.sink = printed::add;
    }

    void run(SliceWork work) {
      scratch.slices.run(work, NO_KERNELS, scratch);
    }

    /** What the work throws, as text; empty if nothing. */
    String failure(SliceWork work) {
      try {
        run(work);
        return "";
      } catch (RuntimeException | Error e) {
        return e.toString();
      }
    }
  }
}
