package org.stanj;

import java.util.function.Consumer;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * Evaluates a posterior with working memory of its own. One thread uses it at a time; threads of a
 * caller that evaluate often take one each. Once it is warm, an evaluation allocates nothing, but
 * for some library functions.
 */
public final class Evaluator {
  private final Model model;
  private final int flags;
  private final Scratch scratch;

  Evaluator(Model model, Terms terms, Consumer<String> prints) {
    this.model = model;
    this.flags = terms.flags();
    scratch = model.newScratch();
    scratch.sink = prints::accept;
  }

  /**
   * The log density.
   *
   * @param q a point on the unconstrained scale; not kept
   * @return in nats
   * @throws InputException if {@code q} has another length than {@link Posterior#dimension()}
   * @throws RejectedException if the program rejects the point
   */
  public double logDensity(double[] q) {
    requireLength("q", q);
    try {
      return model.logDensity(q, flags, scratch);
    } catch (RejectException e) {
      throw new RejectedException(e);
    }
  }

  /**
   * The log density and its gradient.
   *
   * @param q a point on the unconstrained scale; not kept
   * @param gradient is filled with the partial derivatives, as many as {@code q} has elements
   * @return the log density in nats
   * @throws InputException if {@code q} or {@code gradient} has another length than {@link
   *     Posterior#dimension()}
   * @throws RejectedException if the program rejects the point; the gradient is undefined then
   */
  public double gradient(double[] q, double[] gradient) {
    requireLength("q", q);
    requireLength("gradient", gradient);
    try {
      return model.gradient(q, gradient, flags, scratch);
    } catch (RejectException e) {
      throw new RejectedException(e);
    }
  }

  /** The same for climbs, which know of rejections. */
  double unchecked(double[] q, double[] gradient) {
    return model.gradient(q, gradient, flags, scratch);
  }

  private void requireLength(String name, double[] vector) {
    if (vector.length != model.unconstrainedSize()) {
      throw InputException.length(name, vector.length, model.unconstrainedSize());
    }
  }
}
