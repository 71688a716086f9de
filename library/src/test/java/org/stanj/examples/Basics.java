package org.stanj.examples;

import org.stanj.ApproximateDraws;
import org.stanj.Data;
import org.stanj.Draws;
import org.stanj.Gradient;
import org.stanj.Optimum;
import org.stanj.Posterior;
import org.stanj.Stan;
import org.stanj.StanModel;
import org.stanj.SummaryRow;
import org.stanj.Terms;
import org.stanj.Values;

/** From a program to draws. */
final class Basics {
  // [program]
  static final String LINE =
      """
      data {
        int<lower=1> n;
        vector[n] x;
        vector[n] y;
      }
      parameters {
        real alpha;
        real beta;
        real<lower=0> sigma;
      }
      model {
        alpha ~ normal(0, 10);
        beta ~ normal(0, 10);
        sigma ~ exponential(1);
        y ~ normal(alpha + beta * x, sigma);
      }
      generated quantities {
        array[n] real y_rep = normal_rng(alpha + beta * x, sigma);
      }
      """;

  // [end]

  private Basics() {}

  static Posterior bind() {
    // [bind]
    StanModel model = Stan.compile("line", LINE); // or Stan.compile(Path.of("line.stan"))
    Data data =
        Data.of("n", 5)
            .with("x", new double[] {1, 2, 3, 4, 5})
            .with("y", new double[] {1.9, 4.2, 5.8, 8.1, 9.9});
    Posterior posterior = model.bind(data);
    // [end]
    return posterior;
  }

  static Gradient evaluate(Posterior posterior) {
    // [evaluate]
    double[] q = {0, 2, Math.log(0.5)}; // alpha, beta, log sigma
    double density = posterior.logDensity(q); // with the Jacobian, constants dropped
    Gradient gradient = posterior.gradient(q, new Terms(false, false)); // the joint density itself
    // [end]
    return new Gradient(density, gradient.values());
  }

  static double[] constrain(Posterior posterior) {
    // [constrain]
    Values values = posterior.constrain(new double[] {0, 2, Math.log(0.5)});
    double sigma = values.real("sigma"); // 0.5
    double[] q = posterior.unconstrain(values.toData());
    double[] replicated = posterior.generate(q, 1).vector("y_rep"); // draw number 1
    // [end]
    return new double[] {sigma, q[2], replicated.length};
  }

  static Draws sample(Posterior posterior) {
    // [sample]
    Draws draws = posterior.sampling().chains(4).samples(500).warmup(500).seed(1).run();
    SummaryRow beta = draws.summary("beta");
    String text =
        "beta is %.2f, sd %.2f, ESS %.0f, R-hat %.3f"
            .formatted(beta.mean(), beta.sd(), beta.essBulk(), beta.rHat());
    double[][] sigma = draws.column("sigma"); // [chain][draw]
    double[] replicated = draws.values(2, 499).vector("y_rep"); // last draw of the third chain
    // [end]
    if (text.isEmpty() || sigma.length != 4 || replicated.length != 5) {
      throw new AssertionError(text);
    }
    return draws;
  }

  static Optimum optimize(Posterior posterior) {
    // [optimize]
    Optimum mode = posterior.optimization().seed(1).run();
    double slope = mode.values().real("beta");
    // [end]
    return slope == mode.unconstrained()[1] ? mode : sampleNothing();
  }

  static double[] approximate(Posterior posterior) {
    // [approximate]
    ApproximateDraws paths = posterior.pathfinder().seed(1).run();
    double k = paths.paretoK(); // above 0.7: do not rely on it
    ApproximateDraws fit = posterior.variational().fullRank().seed(1).run();
    double mean = fit.mean().orElseThrow().real("beta");
    Optimum mode = posterior.optimization().jacobian(true).seed(1).run();
    ApproximateDraws normal = posterior.laplace(mode).seed(1).run();
    double sd = normal.summary("beta").sd();
    // [end]
    return new double[] {k, mean, sd};
  }

  static Draws again(Posterior posterior, Draws before) {
    // [again]
    Draws more =
        posterior
            .sampling()
            .startFrom(before.adaptation(0)) // its step size and metric
            .withoutAdaptation()
            .warmup(0)
            .seed(2)
            .run();
    // [end]
    return more;
  }

  private static Optimum sampleNothing() {
    throw new AssertionError("beta has no bounds");
  }
}
