package org.stanj;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.GivenPoint;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.serve.Session;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * A model with its data: a log density over {@link #dimension()} unconstrained parameters.
 * Immutable and thread-safe: any number of threads may evaluate it at once. Working memory is kept
 * for as many evaluations as were ever under way together.
 *
 * <p>Random numbers depend on the seed and on what they are for only, never on threads.
 */
public final class Posterior {
  private static final int ID = 1;

  private final StanModel origin;
  private final Data data;
  private final Model model;
  private final long seed;
  private final Consumer<String> prints;
  private final Layout all;
  private final Layout transformed;
  private final Queue<Scratch> scratches = new ConcurrentLinkedQueue<>();

  Posterior(StanModel origin, Data data, Model model, long seed, Consumer<String> prints) {
    this.origin = origin;
    this.data = data;
    this.model = model;
    this.seed = seed;
    this.prints = prints;
    all = new Layout(model.variables());
    transformed =
        new Layout(
            model.variables().stream()
                .filter(v -> v.block() != Variable.Block.GENERATED_QUANTITIES)
                .toList());
  }

  /** The program. */
  public StanModel model() {
    return origin;
  }

  /** The seed that it was bound with. */
  public long seed() {
    return seed;
  }

  /** Number of unconstrained parameters. */
  public int dimension() {
    return model.unconstrainedSize();
  }

  /** Names of the unconstrained parameters, such as {@code theta.1}, as many as dimensions. */
  public List<String> unconstrainedNames() {
    return Columns.unconstrained(model.variables(), "");
  }

  /** Parameters, transformed parameters and generated quantities, with their sizes. */
  public List<Variable> variables() {
    return model.variables();
  }

  /** An evaluator of {@link Terms#SAMPLING} for one thread. */
  public Evaluator evaluator() {
    return evaluator(Terms.SAMPLING);
  }

  /** An evaluator for one thread. */
  public Evaluator evaluator(Terms terms) {
    return new Evaluator(model, terms, prints);
  }

  /**
   * The log density with the terms of {@link Terms#SAMPLING}; see {@link #logDensity(double[],
   * Terms)}.
   */
  public double logDensity(double[] q) {
    return logDensity(q, Terms.SAMPLING);
  }

  /**
   * The log density.
   *
   * @param q a point on the unconstrained scale, of {@link #dimension()} elements
   * @return in nats
   * @throws InputException if {@code q} has another length
   * @throws RejectedException if the program rejects the point
   */
  public double logDensity(double[] q, Terms terms) {
    requireLength(q);
    return evaluated(scratch -> model.logDensity(q, terms.flags(), scratch));
  }

  /** The gradient of {@link Terms#SAMPLING}; see {@link #gradient(double[], Terms)}. */
  public Gradient gradient(double[] q) {
    return gradient(q, Terms.SAMPLING);
  }

  /**
   * The log density and its gradient.
   *
   * @param q a point on the unconstrained scale, of {@link #dimension()} elements
   * @throws InputException if {@code q} has another length
   * @throws RejectedException if the program rejects the point
   */
  public Gradient gradient(double[] q, Terms terms) {
    requireLength(q);
    double[] gradient = new double[q.length];
    double value = evaluated(s -> model.gradient(q, gradient, terms.flags(), s));
    return new Gradient(value, gradient);
  }

  /**
   * Parameters and transformed parameters at a point.
   *
   * @param q on the unconstrained scale, of {@link #dimension()} elements
   * @throws InputException if {@code q} has another length
   * @throws RejectedException if the transformed parameters reject
   */
  public Values constrain(double[] q) {
    return values(q, transformed, false, 0);
  }

  /**
   * The same and generated quantities.
   *
   * @param iteration keys their random numbers together with the seed: equal ones give equal
   *     numbers
   * @throws InputException if {@code q} has another length
   * @throws RejectedException if the transformed parameters or the generated quantities reject
   */
  public Values generate(double[] q, long iteration) {
    return values(q, all, true, iteration);
  }

  private Values values(double[] q, Layout layout, boolean generated, long iteration) {
    requireLength(q);
    double[] row = new double[layout.size()];
    StreamKey key = StreamKey.generated(seed, ID, iteration);
    return evaluated(
        scratch -> {
          model.constrain(q, row, true, generated, Streams.open(key), scratch);
          return new Values(layout, row);
        });
  }

  /**
   * The point of given parameters.
   *
   * @param parameters all of them, on the constrained scale; further names are passed over
   * @return on the unconstrained scale
   * @throws InputException if one is absent, has another shape, or violates its constraint
   */
  public double[] unconstrain(Data parameters) {
    return Failures.input(
        () -> lent(scratch -> GivenPoint.unconstrain(parameters.context(), model, scratch)));
  }

  /** Chains over this posterior, to be configured and run. */
  public Sampling sampling() {
    return new Sampling(this);
  }

  /** A climb to the mode, to be configured and run. */
  public Optimization optimization() {
    return new Optimization(this);
  }

  /** A variational approximation, to be configured and fitted. */
  public Variational variational() {
    return new Variational(this);
  }

  /** Paths to the mode and draws from approximations along them, to be configured and run. */
  public Pathfinding pathfinder() {
    return new Pathfinding(this);
  }

  /**
   * A normal approximation around a mode, to be configured and drawn from.
   *
   * @param mode all parameters, on the constrained scale; further names are passed over
   * @throws InputException if one is absent, has another shape, or violates its constraint
   */
  public Laplace laplace(Data mode) {
    return new Laplace(this, unconstrain(mode));
  }

  /**
   * The same around a mode that was found, of the density with the same {@link Laplace#jacobian}.
   *
   * @throws InputException if it is one of another number of parameters
   */
  public Laplace laplace(Optimum mode) {
    double[] q = mode.unconstrained().clone();
    requireLength(q);
    return new Laplace(this, q);
  }

  /**
   * Answers requests of a client, a JSON object on each line, until the input ends: what {@code m
   * serve} does on standard input and output. Each connection needs a call of its own.
   *
   * @param in UTF-8
   * @param out UTF-8; flushed after each answer
   * @throws IOException if a stream fails
   */
  public void serve(InputStream in, OutputStream out) throws IOException {
    new Session(model, origin.name(), seed).serve(in, out);
  }

  /** Refuses initial values of the wrong shape; where they lie is for the sampler to judge. */
  void requireShape(Data inits) {
    double[] q = new double[dimension()];
    Failures.input(
        () ->
            lent(
                scratch -> {
                  try {
                    model.unconstrain(inits.context(), q, scratch);
                  } catch (RejectException e) {
                    return false; // a bound may depend on parameters that are drawn
                  }
                  return true;
                }));
  }

  private <T> T evaluated(Function<Scratch, T> evaluation) {
    try {
      return lent(evaluation);
    } catch (RejectException e) {
      throw new RejectedException(e);
    }
  }

  /** Scratches are fit for use after any evaluation, also one that threw. */
  private <T> T lent(Function<Scratch, T> evaluation) {
    Scratch free = scratches.poll();
    Scratch scratch = free == null ? newScratch() : free;
    try {
      return evaluation.apply(scratch);
    } finally {
      scratches.offer(scratch);
    }
  }

  private Scratch newScratch() {
    Scratch scratch = model.newScratch();
    scratch.sink = prints::accept;
    return scratch;
  }

  private void requireLength(double[] q) {
    if (q.length != dimension()) {
      throw InputException.length("q", q.length, dimension());
    }
  }

  /** This one, or for another seed one of the same data. */
  Posterior withSeed(long other) {
    return other == seed ? this : origin.bind(data, other, prints);
  }

  /** The bound model. */
  Model bound() {
    return model;
  }

  /** Where variables lie in rows of draws. */
  Layout layout() {
    return all;
  }
}
