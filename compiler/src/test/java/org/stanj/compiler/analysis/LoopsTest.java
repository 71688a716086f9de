package org.stanj.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.LoopFacts;

/** Loops that are independent, and loops that only look as if they were. */
class LoopsTest {
  private static final String HEAD =
      """
      functions {
        real twice(real x) { return 2 * x; }
        real told(real x) { print(x); return x; }
      }
      data {
        int N;
        int G;
        array[N] int g;
        vector[N] x;
        array[N] int<lower=0, upper=1> c;
      }
      parameters {
        vector[N] z;
        vector[G] a;
        real b;
        matrix[N, G] M;
        array[N] vector[G] V;
      }
      model {
        vector[N] u = z;
        vector[G] s = a;
        matrix[N, G] W = M;
        array[N] vector[G] T = V;
        real level = 0;
        real sum1 = 0;
      """;

  /** What is used behind the loops, so that nothing is left out. */
  private static final String TAIL =
      """
        target += sum(u) + sum(s) + sum(W) + sum(T[1]) + level;
        target += square(sum1);
      }
      """;

  private static String fact(LoopFacts facts) {
    String sums = String.join(" ", facts.reductions());
    return (facts.independent() ? "independent" : facts.reason()) + " | " + sums;
  }

  /** The outermost loop of the model block that {@code loop} became: the one over {@code n}. */
  private static LoopFacts facts(String loop) {
    Stages stages = Stages.of(HEAD + loop + TAIL);
    List<LoopFacts> found = new ArrayList<>();
    stages
        .passes()
        .get("core:loops")
        .function(Entries.LOG_DENSITY)
        .body()
        .forEach(
            s ->
                s.walk(
                    t -> {
                      boolean isIt =
                          t instanceof Compound.For f && f.index().name().matches("n(_\\d+)?");
                      if (isIt) {
                        found.add(((Compound.For) t).facts());
                      }
                    }));
    return found.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "for (n in 1:N) target += normal_lpdf(z[n] | b, 1); # independent | target",
        "for (n in 1:N) c[n] ~ bernoulli_logit(a[g[n]] + b * x[n]); # independent | target",
        "for (n in 1:N) { real m = z[n] * b - 1; u[n] = exp(m) / (1 + m); } # independent |",
        "for (n in 1:N) u[n] = twice(z[n]); # independent |",
        "for (n in 2:N) u[n] = z[n - 1]; # independent |",
        "for (n in 1:N) s[g[n]] += z[n]; # independent | s[]",
        "for (n in 1:N) W[n, 1] = z[n]; # independent |",
        "for (n in 1:N) T[n] = a * z[n]; # independent |",
        "for (n in 1:N) { vector[2] q; q[1] = z[n]; q[2] = b; u[n] = log_sum_exp(q); }"
            + " # independent |",
        "for (n in 1:N) { if (x[n] > 0) sum1 += z[n]; else sum1 += b; } # independent | sum1",
        "for (n in 2:N) u[n] = u[n - 1] * b; # iterations may touch the same elements of u |",
        "for (n in 1:N) u[g[n]] = z[n]; # iterations may touch the same elements of u |",
        "for (n in 1:N) s[1] = s[1] * z[n]; # iterations may touch the same elements of s |",
        "for (n in 1:N) { s[g[n]] += z[n]; u[n] = s[1]; }"
            + " # it adds to elements of s and uses them |",
        "for (n in 1:N) { level = b * level + z[n]; }"
            + " # level is handed from one iteration to the next |",
        "for (n in 1:N) { u[n] = level; level = z[n]; }"
            + " # level is handed from one iteration to the next |",
        "for (n in 1:N) { if (x[n] > 0) level = z[n]; } # level is used outside the loop |",
        "for (n in 1:N) { u[n] = sum1; sum1 += z[n]; }"
            + " # sum1 is handed from one iteration to the next |",
        "for (n in 1:N) u[n] = target(); # it reads the target |",
        "for (n in 1:N) print(n); # it prints |",
        "for (n in 1:N) u[n] = told(z[n]); # it prints |",
      })
  void loopsAreJudged(String loop, String expected) {
    assertEquals(expected, fact(facts(loop)).strip());
  }
}
