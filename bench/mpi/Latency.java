package org.stanj.runtime.mpi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.Parcel;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;
import org.stanj.stdlib.abi.Stretch;

/**
 * Microseconds of a work whose chunks do nothing, there and back, over the number of parameters: what is left are
 * messages, copies and threads that wait. Run it under mpiexec.
 */
public final class Latency {
  private static final int CHUNKS = 64;
  private static final int WORKS = 10_000;

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Launch launch = Launch.of(environment).orElseThrow();
    Identity identity = new Identity(0, List.of());
    Model model = new Idle();
    if (launch.rank() > 0) {
      RankService.serve(launch, environment, identity, terms -> model, bound -> SliceRunner.serial());
      return;
    }
    try (Ranks ranks = Ranks.join(launch, environment, identity, () -> false)) {
      ranks.announce(new Terms("", 0, 0));
      ranks.model(model, new Ranks.Local(SliceRunner::serial, 1, true));
      System.out.printf("%d ranks, %d chunks%n", ranks.size(), CHUNKS);
      System.out.println("parameters  KB out  KB back  median us  least us, of these to send");
      for (int parameters : new int[] {1, 1, 10, 100, 500, 2000, 10_000}) {
        long[] nanos = measure(ranks, parameters, parameters > 50 ? WORKS / 20 : WORKS, 0);
        double back = 8e-3 * CHUNKS * (1 + parameters) * (ranks.size() - 1) / ranks.size();
        System.out.printf(
            "%10d %7.1f %8.1f %s %9.1f%n", parameters, 8e-3 * parameters, back, row(nanos), 1e-3 * sending);
      }
      System.out.println("500 parameters, after a pause of us: median us  least us");
      for (int pause : new int[] {0, 100, 500, 2000, 20_000}) {
        System.out.printf("%35d %s%n", pause, row(measure(ranks, 500, 100, pause * 1000L)));
      }
    }
  }

  /** Nanoseconds that rank 0 took for the last messages until they were on their way, smoothed. */
  private static double sending;

  private static String row(long[] nanos) {
    return String.format("%10.1f %9.1f", 1e-3 * nanos[nanos.length / 2], 1e-3 * nanos[0]);
  }

  /** Nanoseconds of works, sorted; rank 0 has something else to do for a while before each. */
  private static long[] measure(Ranks ranks, int parameters, int works, long pause) {
    SliceWork work = work(parameters);
    long[] nanos = new long[works];
    for (int i = -2 * works; i < works; i++) {
      Exchange exchange = ranks.borrow();
      long begin = System.nanoTime() + pause;
      while (System.nanoTime() < begin) {
        Thread.onSpinWait();
      }
      exchange.send(work);
      sending += 0.02 * (System.nanoTime() - begin - sending);
      exchange.await();
      exchange.unpack(work, line -> {}, null);
      ranks.giveBack(exchange);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }

  /** A gradient of a sum of as many elements as chunks. */
  private static SliceWork work(int parameters) {
    Parcel parcel = new Parcel();
    for (int value : new int[] {0, CHUNKS, 1, 0, 1, parameters, 0, 0}) {
      parcel.put(value);
    }
    parcel.put(new double[parameters], 0, parameters);
    parcel.rewind();
    SliceWork work = SliceWork.Form.SUM.blank();
    work.read(parcel);
    work.place(0, new double[CHUNKS * (1 + parameters)]);
    return work;
  }

  /** A model of nothing. */
  public static final class Idle extends GeneratedModel {
    @Override
    protected String[] variableTable() {
      return new String[0];
    }

    @Override
    protected int frameSize() {
      return 1;
    }

    @Override
    protected int flagCount() {
      return 0;
    }

    @Override
    protected void bindData(Scratch scratch) {}

    @Override
    protected void sizes(int[] out, Scratch scratch) {}

    @Override
    protected double density(double[] q, int propto, int jacobian, Scratch scratch) {
      return 0;
    }

    @Override
    protected double densityGradient(double[] q, double[] adjoint, int propto, int jacobian, Scratch scratch) {
      return 0;
    }

    @Override
    protected void constrained(double[] q, double[] out, int transformed, int generated, Scratch scratch) {}

    @Override
    protected void unconstrained(double[] q, Scratch scratch) {}

    @Override
    protected void generated(double[] parameters, double[] out, Scratch scratch) {}

    @Override
    protected double sliceKernel(
        int kernel, Frames frames, int lo, int hi, double[] adjoints, int adjointOffset, Scratch scratch) {
      return 0;
    }

    @Override
    protected double callbackMethod(int which, Stretch[] containers, Frames frames, Scratch scratch) {
      return 0;
    }
  }
}
