package org.stanj.runtime.chains;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
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
    boolean random = !given().allMatch(given -> given) && inits.radius() > 0;
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
    log.info("");
    log.error(failure(tries));
    log.error("Initialization failed.");
    return Optional.empty();
  }

  /** For each parameter, whether the user has given a value. */
  private Stream<Boolean> given() {
    return model.variables().stream()
        .filter(v -> v.block() == Variable.Block.PARAMETERS && v.unconstrainedSize() > 0)
        .flatMap(v -> v.leaves().stream())
        .map(v -> inits.values().contains(v.name()));
  }

  private String failure(int tries) {
    String advice = " reducing the range of constrained values, or reparameterizing the model.";
    String r = GeneralFormat.sixDigits(inits.radius());
    String interval = "between (-" + r + ", " + r + ") failed after " + tries + " attempts. \n";
    if (given().allMatch(given -> given)) {
      return "User-specified initialization failed.\n Try specifying new initial values,"
          + " using partially specialized initialization,"
          + advice;
    } else if (given().anyMatch(given -> given)) {
      return "Partial user-specified initialization failed. Initialization of non user specified"
          + " parameters "
          + interval
          + " Try specifying full initial values,"
          + advice;
    } else if (inits.radius() == 0) {
      return "Initial values of 0 failed to initialize.\n Try specifying new initial values,"
          + " using partially specialized initialization,"
          + advice;
    }
    return "Initialization "
        + interval
        + " Try specifying initial values, reducing ranges of constrained values, or"
        + " reparameterizing the model.";
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
      return judge();
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
    log.error("Unrecoverable error evaluating the log probability at the initial value.");
    log.error("Exception: " + e.getMessage());
    return Try.UNRECOVERABLE;
  }

  /** The density with all its constants comes first: it checks data, too. */
  private Try judge() {
    if (!Double.isFinite(model.logDensity(q, Model.JACOBIAN, scratch))) {
      log.info("Rejecting initial value:");
      log.info("  Log probability evaluates to log(0), i.e. negative infinity.");
      log.info("  Stan can't start sampling from this initial value.");
      return Try.REJECTED;
    }
    model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
    if (!Double.isFinite(Arrays.stream(gradient).sum())) {
      log.info("Rejecting initial value:");
      log.info("  Gradient evaluated at the initial value is not finite.");
      log.info("  Stan can't start sampling from this initial value.");
      return Try.REJECTED;
    }
    return Try.ACCEPTED;
  }
}
