package org.stanj.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.stanj.Draw;
import org.stanj.Draws;
import org.stanj.Evaluator;
import org.stanj.Posterior;
import org.stanj.SampleListener;

/** One posterior, several threads; a run that somebody watches. */
final class ManyThreads {
  private ManyThreads() {}

  static double executor(Posterior posterior) throws InterruptedException, ExecutionException {
    // [executor]
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Double>> best = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      double alpha = t;
      best.add(
          threads.submit(
              () -> {
                Evaluator evaluator = posterior.evaluator(); // one for each thread
                double[] q = {alpha, 2, 0};
                double[] gradient = new double[posterior.dimension()];
                for (int i = 0; i < 1000; i++) {
                  evaluator.gradient(q, gradient); // allocates nothing
                  for (int d = 0; d < q.length; d++) {
                    q[d] += 1e-3 * gradient[d];
                  }
                }
                return evaluator.logDensity(q);
              }));
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (Future<Double> one : best) {
      highest = Math.max(highest, one.get());
    }
    threads.shutdown();
    // [end]
    return highest;
  }

  static Draws watched(Posterior posterior) {
    // [watch]
    AtomicBoolean stop = new AtomicBoolean(); // a button sets it, or a deadline
    AtomicInteger made = new AtomicInteger();
    SampleListener listener =
        new SampleListener() {
          @Override
          public void draw(int chain, Draw draw) {
            if (made.incrementAndGet() == 100) {
              stop.set(true);
            }
          }
        };
    Draws draws =
        posterior
            .sampling()
            .samples(1_000_000)
            .warmup(200)
            .listener(listener)
            .cancelledWhen(stop::get)
            .run();
    // [end]
    return draws;
  }
}
