package org.stanj;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A bound model gives densities, gradients and values, to any number of threads. */
final class EvaluationTest {
  /** log p(s) = log 3 − 3 s, s = exp(q): the Jacobian is q. */
  private static final StanModel EXPONENTIAL =
      Stan.compile("parameters { real<lower=0> s; } model { s ~ exponential(3); }");

  @Test
  void termsChooseJacobianAndConstants() {
    Posterior posterior = EXPONENTIAL.bind(Data.NONE);
    double[] q = {0.7};
    double kernel = -3 * Math.exp(0.7);
    assertEquals(kernel, posterior.logDensity(q, Terms.OPTIMIZING), 1e-14);
    assertEquals(kernel + 0.7, posterior.logDensity(q), 1e-14);
    double all = kernel + Math.log(3);
    assertEquals(all, posterior.logDensity(q, new Terms(false, false)), 1e-14);
    assertEquals(all + 0.7, posterior.logDensity(q, new Terms(true, false)), 1e-14);
    Gradient gradient = posterior.gradient(q);
    assertEquals(kernel + 0.7, gradient.logDensity(), 1e-14);
    assertArrayEquals(new double[] {kernel + 1}, gradient.values(), 1e-14);
    double[] filled = new double[1];
    Evaluator evaluator = posterior.evaluator(Terms.OPTIMIZING);
    assertEquals(evaluator.logDensity(q), evaluator.gradient(q, filled));
    assertArrayEquals(new double[] {kernel}, filled, 1e-14);
  }

  @Test
  void pointsOfTheWrongLengthAreRefused() {
    Posterior posterior = EXPONENTIAL.bind(Data.NONE);
    String message = "q has 2 elements, but 1 are expected";
    double[] q = new double[2];
    double[] one = new double[1];
    List<Runnable> calls =
        List.of(
            () -> posterior.logDensity(q),
            () -> posterior.gradient(q),
            () -> posterior.constrain(q),
            () -> posterior.evaluator().logDensity(q),
            () -> posterior.evaluator().gradient(q, one));
    for (Runnable call : calls) {
      assertEquals(message, assertThrows(InputException.class, call::run).getMessage());
    }
    Exception e = assertThrows(InputException.class, () -> posterior.evaluator().gradient(one, q));
    assertEquals("gradient has 2 elements, but 1 are expected", e.getMessage());
  }

  @Test
  void parametersMustBeGivenAndFit() {
    Posterior posterior = EXPONENTIAL.bind(Data.NONE);
    assertArrayEquals(new double[] {Math.log(2)}, posterior.unconstrain(Data.of("s", 2)), 1e-15);
    Exception absent = assertThrows(InputException.class, () -> posterior.unconstrain(Data.NONE));
    assertTrue(absent.getMessage().contains("variable name=s"), absent.getMessage());
    Exception outside =
        assertThrows(InputException.class, () -> posterior.unconstrain(Data.of("s", -1)));
    assertTrue(outside.getMessage().contains("must be greater than"), outside.getMessage());
    assertEquals(List.of("s"), posterior.unconstrainedNames());
  }

  @Test
  void rejectionsAreToldWithTheirPlace() {
    StanModel picky =
        Stan.compile(
            """
            parameters { real x; }
            model {
              array[2] real a = {x, x};
              int i = x > 1 ? 3 : 1;
              if (x < 0) reject("x is ", x);
              target += a[i];
            }
            """);
    Posterior posterior = picky.bind(Data.NONE);
    RejectedException low =
        assertThrows(RejectedException.class, () -> posterior.logDensity(new double[] {-2}));
    assertTrue(low.getMessage().startsWith("x is -2 (in 'model.stan', line 5"), low.getMessage());
    assertTrue(low.isRecoverable());
    RejectedException index =
        assertThrows(RejectedException.class, () -> posterior.gradient(new double[] {2}));
    assertFalse(index.isRecoverable());
    assertEquals(0.5, posterior.logDensity(new double[] {0.5}));
  }

  @Test
  void manyThreadsGetWhatOneGets() throws Exception {
    Posterior posterior = Stan.compile(Programs.SCHOOLS).bind(Programs.schools());
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double[] q = new double[posterior.dimension()];
      for (int d = 0; d < q.length; d++) {
        q[d] = Math.sin(i + 7 * d);
      }
      points.add(q);
    }
    List<Gradient> expected = points.stream().map(posterior::gradient).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Gradient>> tasks = new ArrayList<>();
      points.forEach(q -> tasks.add(() -> posterior.gradient(q)));
      List<Future<Gradient>> found = threads.invokeAll(tasks);
      for (int i = 0; i < found.size(); i++) {
        assertEquals(expected.get(i).logDensity(), found.get(i).get().logDensity());
        assertArrayEquals(expected.get(i).values(), found.get(i).get().values());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void printsGoToTheirReceiverAndNowhereElse() {
    StanModel talkative =
        Stan.compile(
            """
            transformed data { print("bound"); }
            parameters { real x; }
            model { x ~ std_normal(); print("evaluated"); }
            """);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out));
    try {
      talkative.bind(Data.NONE).logDensity(new double[1]);
      talkative.bind(Data.NONE, 0, lines::add).gradient(new double[1]);
    } finally {
      System.setOut(before);
    }
    assertEquals(List.of("bound", "evaluated"), lines);
    assertEquals("", out.toString());
  }

  @Test
  void generatedQuantitiesDependOnSeedAndIterationAlone() {
    StanModel model = Stan.compile(Programs.SCHOOLS);
    Posterior posterior = model.bind(Programs.schools(), 5);
    double[] q = new double[posterior.dimension()];
    double[] first = posterior.generate(q, 3).vector("y_rep");
    assertArrayEquals(first, model.bind(Programs.schools(), 5).generate(q, 3).vector("y_rep"));
    assertFalse(first[0] == posterior.generate(q, 4).vector("y_rep")[0]);
    assertFalse(first[0] == model.bind(Programs.schools(), 6).generate(q, 3).vector("y_rep")[0]);
  }

  @Test
  void seedsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> EXPONENTIAL.bind(Data.NONE, -1));
    assertThrows(IllegalArgumentException.class, () -> EXPONENTIAL.bind(Data.NONE, 1L << 32));
    assertEquals(Map.of("s", 1.0), EXPONENTIAL.bind(Data.NONE).constrain(new double[1]).toMap());
  }
}
