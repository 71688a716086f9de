package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.Model;

/** The mass of several outcomes at one location is a sum, which Stan 2.39 gets wrong. */
class OrderedProbitTest {
  private static final String PROGRAM =
      """
      data { int whole; }
      transformed data { vector[3] c = [-1, 0.3, 1.2]'; array[4] int y = {2, 4, 1, 3}; }
      parameters { real eta; }
      model {
        if (whole) {
          target += ordered_probit_lpmf(y | eta, c);
        } else {
          for (n in 1 : 4) {
            target += ordered_probit_lpmf(y[n] | eta, c);
          }
        }
      }
      """;

  @Test
  void allOutcomesCount() {
    double[] eta = {0.4};
    double[] byOutcome = new double[1];
    double[] whole = new double[1];
    assertEquals(density(0, eta, byOutcome), density(1, eta, whole), 1e-12);
    assertEquals(byOutcome[0], whole[0], 1e-12);
  }

  private static double density(int whole, double[] q, double[] gradient) {
    String data = "{\"whole\": " + whole + "}";
    Model model = TestPrograms.bindText(TestPrograms.compileText(PROGRAM), data);
    return model.gradient(q, gradient, Model.JACOBIAN, model.newScratch());
  }
}
