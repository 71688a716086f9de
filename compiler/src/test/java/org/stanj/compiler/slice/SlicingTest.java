package org.stanj.compiler.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.analysis.Loops;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Stmt;

/**
 * What is cut: how many statements each slice holds, how many containers it owns, and which
 * statements look as if they could be cut.
 */
class SlicingTest {
  private static final String HEAD =
      """
      functions {
        real told(real x) { print(x); return x; }
      }
      data {
        int N;
        int G;
        array[N] int<lower=1, upper=G> g;
        matrix[N, G] X;
        vector[N] x;
        vector[N] y;
      }
      parameters {
        vector[N] z;
        vector[G] a;
        real b;
        real<lower=0> s;
      }
      model {
        vector[N] u;
        vector[N] v;
      """;

  private static CoreProgram cut(String statements) {
    Stages stages = Stages.of(HEAD + statements + "}\n");
    return Slicing.run(Loops.run(stages.passes().get("core:bindtime")), Limits.ALL);
  }

  /** For each slice: loops and kernels, and containers of its own. */
  private static List<String> slices(CoreProgram program) {
    List<String> slices = new ArrayList<>();
    for (CoreProgram.SliceKernel k : program.kernels()) {
      CoreFunction f = program.function(k.value());
      long made = f.body().stream().filter(s -> s instanceof Stmt.Declare).count();
      long kernels = f.body().stream().filter(s -> s instanceof Stmt.Kernel).count();
      long loops = f.body().stream().filter(s -> s instanceof Compound.For).count();
      slices.add(loops + " loops " + kernels + " products " + made + " own");
    }
    return slices;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What one loop makes, the other uses for the same element.
        "for (n in 1:N) u[n] = a[g[n]] + x[n]; for (n in 1:N) y[n] ~ normal(exp(u[n]), s);"
            + "| 2 loops 0 products 1 own",
        // The product of a row belongs to its element; the check of y stays in front.
        "y ~ normal(exp(X * a), s);| 1 loops 1 products 1 own",
        "u = X * a; for (n in 1:N) y[n] ~ normal(exp(u[n]), s);| 1 loops 1 products 2 own",
        // A statement between that has nothing to do with them.
        "for (n in 1:N) u[n] = exp(a[g[n]]); b ~ normal(0, 1);"
            + " for (n in 1:N) y[n] ~ normal(u[n], s);| 2 loops 0 products 1 own",
        // A container that is used behind them is made before, in one piece.
        "for (n in 1:N) u[n] = exp(a[g[n]]); for (n in 1:N) y[n] ~ normal(exp(u[n]), s);"
            + " b ~ normal(sum(u), 1);| 1 loops 0 products 0 own",
        // A neighbour's element.
        "for (n in 1:N) u[n] = exp(a[g[n]]);"
            + " for (n in 2:N) y[n] ~ normal(exp(u[n] + u[n - 1]), s);| 1 loops 0 products 0 own",
        // Another range.
        "for (n in 1:N) u[n] = exp(a[g[n]]); for (n in 2:N) y[n] ~ normal(exp(u[n]), s);"
            + "| 1 loops 0 products 0 own",
        // Elements that two iterations may write.
        "for (n in 1:N) u[g[n]] = exp(x[n]); for (n in 1:N) y[n] ~ normal(exp(u[n]), s);"
            + "| 1 loops 0 products 0 own",
      })
  void whatIsCut(String statements, String expected) {
    assertEquals(List.of(expected), slices(cut(statements)), statements);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "real level = 0; for (n in 1:N) { level = exp(level) + x[n]; y[n] ~ normal(level, s); }",
        "for (n in 1:N) y[n] ~ normal(told(a[g[n]]), s);",
        "for (n in 1:N) { print(n); y[n] ~ normal(exp(a[g[n]]), s); }",
        "for (n in 1:N) { if (n > G) break; y[n] ~ normal(exp(a[g[n]]), s); }",
        "for (n in 1:N) y[n] ~ normal(exp(a[g[n]]) + target(), s);",
        "for (n in 1:N) y[n] ~ normal(exp(a[g[n]]), s); b ~ normal(target(), 1);"
            + " for (n in 1:N) y[n] ~ normal(exp(x[n] * b), s);",
        "u[1] = b; for (n in 2:N) { u[n] = exp(u[n - 1]); y[n] ~ normal(u[n], s); }",
        "u = z; v = u; for (n in 1:N) u[g[n]] += exp(b); y[1] ~ normal(sum(u) + sum(v), s);",
      })
  void whatIsNot(String statements) {
    assertEquals(List.of(), slices(cut(statements)), statements);
  }
}
