package org.stanj.runtime.chains;

import java.util.Arrays;
import java.util.Optional;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** Finds the point where a chain starts: one with a finite log density and gradient. */
public final class Initialization {
  private static final int MAX_TRIES = 100;

  private final Model model;
  private final Inits inits;
  private final ChainLog log;
  private final RandomStream random;
  private final Scratch scratch;
  private final double[] q;
  private final double[] gradient;

  Initialization(Model model, long seed, ChainSpec chain) {
    this(model, seed, chain.id(), chain.inits(), chain.log());
  }

  /**
   * @param id of the chain or path
   * @param log receives what is said of refused points
   */
  public Initialization(Model model, long seed, int id, Inits inits, ChainLog log) {
    this.model = model;
    this.inits = inits;
    this.log = log;
    random = Streams.open(StreamKey.init(seed, id));
    scratch = model.newScratch();
    scratch.sink = log::info;
    q = new double[model.unconstrainedSize()];
    gradient = new double[q.length];
  }

  /**
   * The starting point, or empty after a message. Random values are drawn again up to 100 times.
   */
  public Optional<double[]> find() {
    boolean given = allGiven();
    boolean random = !given && inits.radius() > 0;
    int tries = random ? MAX_TRIES : 1;
    for (int i = 0; i < tries; i++) {
      fill();
      Try outcome = attempt();
      if (outcome == Try.ACCEPTED) {
        return Optional.of(q);
      }
      if (outcome == Try.UNRECOVERABLE) {
        return Optional.empty();
      }
    }
    if (random) {
      String r = GeneralFormat.sixDigits(inits.radius());
      log.info("");
      log.info(
          "Initialization between (-" + r + ", " + r + ") failed after " + tries + " attempts. ");
      log.info(
          " Try specifying initial values, reducing ranges of constrained values, or"
              + " reparameterizing the model.");
    }
    log.error("Initialization failed.");
    return Optional.empty();
  }

  private boolean allGiven() {
    return model.variables().stream()
        .filter(v -> v.block() == Variable.Block.PARAMETERS && v.unconstrainedSize() > 0)
        .allMatch(v -> inits.values().contains(v.name()));
  }

  private void fill() {
    double r = inits.radius();
    if (r == 0) {
      Arrays.fill(q, 0);
      return;
    }
    for (int i = 0; i < q.length; i++) {
      q[i] = r * (2 * random.nextDouble() - 1);
    }
  }

  private enum Try {
    ACCEPTED,
    REJECTED,
    UNRECOVERABLE
  }

  private Try attempt() {
    try {
      model.unconstrain(inits.values(), q, scratch);
      return judge(model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch));
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.DOMAIN) {
        log.info("Rejecting initial value:");
        log.info("  Error evaluating the log probability at the initial value.");
        log.info("Exception: " + e.getMessage());
        return Try.REJECTED;
      }
      return unrecoverable(e);
    } catch (DataException e) {
      return unrecoverable(e);
    }
  }

  private Try unrecoverable(RuntimeException e) {
    log.info("Unrecoverable error evaluating the log probability at the initial value.");
    log.error("Exception: " + e.getMessage());
    return Try.UNRECOVERABLE;
  }

  private Try judge(double logDensity) {
    if (Double.isInfinite(logDensity) && logDensity < 0) {
      log.info("Rejecting initial value:");
      log.info("  Log probability evaluates to log(0), i.e. negative infinity.");
      log.info("  Stan can't start sampling from this initial value.");
      return Try.REJECTED;
    }
    if (!Double.isFinite(logDensity) || !Arrays.stream(gradient).allMatch(Double::isFinite)) {
      log.info("Rejecting initial value:");
      log.info("  Gradient evaluated at the initial value is not finite.");
      log.info("  Stan can't start sampling from this initial value.");
      return Try.REJECTED;
    }
    return Try.ACCEPTED;
  }
}
