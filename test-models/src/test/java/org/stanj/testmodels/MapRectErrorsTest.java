package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** What jobs throw and print reaches whoever called {@code map_rect}. */
class MapRectErrorsTest {
  private static final double[] Q = {0.5};

  /** Jobs 2 and 3 of 4 reject where bad is 1; results are as long as {@code length} says. */
  private static final String PROGRAM =
      """
      functions {
        vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
          print("job ", n[1], " of ", size(x));
          if (x[1] > 0 && n[1] > 1) {
            reject("job ", n[1], " says ", phi[1]);
          }
          return rep_vector(phi[1] * n[1], n[2]);
        }
      }
      data {
        int reals;
        int ints;
        int length;
        array[4] int bad;
      }
      transformed data {
        array[reals, 1] real x;
        array[ints, 2] int n;
        for (j in 1 : reals) x[j, 1] = bad[j];
        for (j in 1 : ints) n[j] = {j, length};
      }
      parameters {
        real a;
      }
      model {
        array[4] vector[0] theta;
        target += sum(map_rect(job, [a]', theta, x, n));
      }
      """;

  private static final String PLACES =
      " (in 'm.stan', line 5, column 6 to column 45) (in 'm.stan', line 27, column 2 to column 50)";

  private static final CompiledModel COMPILED = TestPrograms.compileText(PROGRAM);

  private static BoundProgram bind(int reals, int ints, int length, String bad) {
    String data = "{\"reals\": %d, \"ints\": %d, \"length\": %d, \"bad\": %s}";
    Model model = TestPrograms.bindText(COMPILED, data.formatted(reals, ints, length, bad));
    return BoundProgram.of(model);
  }

  private static RejectException rejected(BoundProgram program, boolean gradient) {
    return assertThrows(
        RejectException.class,
        () -> {
          if (gradient) {
            program.model().gradient(Q, new double[1], Model.JACOBIAN, program.scratch());
          } else {
            program.model().logDensity(Q, Model.JACOBIAN, program.scratch());
          }
        });
  }

  private static String message(RejectException e) {
    return e.getMessage().replaceAll("'[^']*stan'", "'m.stan'");
  }

  @Test
  void theFirstRejectionInTheOrderOfJobsIsGiven() {
    for (int length = 0; length <= 2; length++) {
      for (boolean gradient : List.of(false, true)) {
        RejectException e = rejected(bind(4, 4, length, "[0, 1, 1, 0]"), gradient);
        assertEquals("Exception: job 2 says 0.5" + PLACES, message(e));
        assertSame(RejectException.Kind.DOMAIN, e.kind());
      }
    }
  }

  @Test
  void evaluationsGoOnAfterARejection() {
    Model good = bind(4, 4, 2, "[0, 0, 0, 0]").model();
    BoundProgram bad = bind(4, 4, 2, "[0, 0, 1, 0]");
    for (int i = 0; i < 3; i++) {
      rejected(bad, true);
      // The scratch fits both: they are one program.
      double[] gradient = new double[1];
      double value = good.gradient(Q, gradient, Model.JACOBIAN, bad.scratch());
      assertEquals(10, value);
      assertEquals(20, gradient[0]);
    }
  }

  @Test
  void numbersOfShardsMustAgree() {
    RejectException e = rejected(bind(3, 4, 1, "[0, 0, 0, 0]"), true);
    assertSame(RejectException.Kind.SIZE, e.kind());
    String place = " (in 'm.stan', line 27, column 2 to column 50)";
    assertEquals(
        "map_rect: size of job parameters (4) and size of real data (3) must match in size" + place,
        message(e));
    e = rejected(bind(4, 2, 1, "[0, 0, 0, 0]"), false);
    assertSame(RejectException.Kind.SIZE, e.kind());
    assertEquals(
        "map_rect: size of job parameters (4) and size of int data (2) must match in size" + place,
        message(e));
  }

  /** Not again for the reverse sweep; once more only where results have several elements. */
  @Test
  void jobsPrintInTheirOrder() {
    String once = "job 1 of 1\njob 2 of 1\njob 3 of 1\njob 4 of 1\n";
    for (int length = 0; length <= 3; length++) {
      BoundProgram program = bind(4, 4, length, "[0, 0, 0, 0]");
      program.gradient(Q, Model.JACOBIAN);
      assertEquals(length < 2 ? once : once + once, program.takePrinted());
      program.gradient(Q, Model.JACOBIAN);
      assertEquals(once, program.takePrinted());
    }
  }
}
