package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** Calls of functions that take functions: each row is what Stan says to it. */
class FunctionalsTest {
  private static final String FUNCTIONS =
      """
      functions {
        vector old(vector y, vector th, data array[] real xr, data array[] int xi) { return y; }
        vector open(vector y, vector th, array[] real xr, array[] int xi) { return y; }
        vector sys(vector y, real a, vector b) { return y; }
        vector passive(vector y, int a, data vector b) { return y; }
        vector rhs(real t, vector y, real a, array[] int k) { return y; }
        vector rhs0(real t, vector y) { return y; }
        vector rhsd(data real t, vector y) { return y; }
        array[] real rhs_old(
            real t, array[] real y, array[] real th, data array[] real xr, data array[] int xi) {
          return y;
        }
        vector res(real t, vector y, vector yp, real a) { return y; }
        real integrand(
            real x, real xc, array[] real th, data array[] real xr, data array[] int xi) {
          return x;
        }
        real part(array[] real s, int a, int b, real m) { return 1; }
        real part0(array[] real s, int a, int b) { return 1; }
        int whole(array[] real s, int a, int b) { return 1; }
        real fixed(data array[] real s, int a, int b) { return 1; }
        real part_lpmf(array[] int s, int a, int b, real m) { return 1; }
        real part_rng(array[] real s, int a, int b) { return 1; }
        real part_lp(array[] real s, int a, int b) { return 1; }
        real over(array[] real s, int a, int b, real m) { return 1; }
        real over(array[] real s, int a, int b, int m, real q) { return 1; }
        matrix cov(array[] vector x, real s) { return [[1]]; }
        matrix fixed_cov(data array[] vector x, real s) { return [[1]]; }
        real lik(vector theta, array[] int y, real a) { return 1; }
        real fixed_lik(vector theta, data array[] int y, data real a) { return 1; }
        real lik_lpdf(vector theta, real a) { return 1; }
        real pairs(array[] vector s, int a, int b, tuple(int, real) m) { return 1; }
      }
      data {
        int n; real r; array[2] int i1; array[2] real r1; array[2, 2] real r2;
        array[2, 2] int i2; vector[2] v; matrix[2, 2] m;
      }
      parameters { real p; vector[2] pv; array[2] vector[2] pva; array[2] real pr; }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reduce_sum(part, i1, 1, p); real",
        "reduce_sum(part, r1, 1, n); real",
        "reduce_sum(part0, pr, 1); real",
        "reduce_sum_static(part_lpmf, i1, 1, p); real",
        "reduce_sum(part_lupmf, i1, 1, p); real",
        "reduce_sum(over, r1, 1, p); real",
        "reduce_sum(over, r1, 1, n, p); real",
        "reduce_sum(fixed, r1, 1); real",
        "map_rect(old, pv, pva, r2, i2); vector",
        "map_rect(open, pv, pva, i2, i2); vector",
        "ode_rk45(rhs, pv, p, pr, p, i1); array[] vector",
        "ode_bdf(rhs, pv, n, i1, n, i1); array[] vector",
        "ode_adams(rhs0, pv, r, r1); array[] vector",
        "ode_ckrk_tol(rhs, pv, r, r1, 1e-6, 1, 100, p, i1); array[] vector",
        "ode_adjoint_tol_ctl(rhs0, pv, r, r1, 1, v, 1, v, 1, 1, 9, 1, 1, 1, 1); array[] vector",
        "dae(res, pv, pv, r, r1, p); array[] vector",
        "dae_tol(res, pv, pv, r, r1, 1e-3, 1e-3, 100, p); array[] vector",
        "solve_newton(sys, pv, n, pv); vector",
        "solve_powell(passive, pv, n, v); vector",
        "solve_newton_tol(sys, pv, 1e-3, 1e-3, 10, p, pv); vector",
        "algebra_solver(old, pv, pv, r1, i1); vector",
        "algebra_solver(open, v, pv, i1, i1, 1e-3, 1e-3, 1); vector",
        "algebra_solver_newton(old, v, pv, r1, i1); vector",
        "integrate_ode(rhs_old, pr, r, r1, pr, r1, i1); array[,] real",
        "integrate_ode_rk45(rhs_old, pr, p, pr, pr, r1, i1); array[,] real",
        "integrate_ode_bdf(rhs_old, i1, n, i1, i1, i1, i1, 1e-3, 1e-3, 100); array[,] real",
        "integrate_1d(integrand, 0, 1, pr, r1, i1); real",
        "integrate_1d(integrand, 0, p, pr, r1, i1, 1e-3); real",
        "hmm_marginal(m, m, pv); real",
        "reduce_sum(pairs, {v}, 1, (1, 2)); real",
        "laplace_marginal(lik, (i1, p), 1, cov, (pva, p)); real",
        "laplace_marginal(lik, (i1, 1), 1, cov, (pva, 1)); real",
        "laplace_marginal(fixed_lik, (i1, r), 1, fixed_cov, ({v}, p)); real",
        "laplace_marginal_tol(lik, (i1, p), 1, cov, (pva, p), (pv, 1, 10, 1, 1, 1)); real",
        "laplace_marginal_tol(lik, (i1, p), 1, cov, (pva, p), generate_laplace_options(2)); real",
        "laplace_marginal_poisson_log_lpmf(i1 | i1, pv, 1, cov, (pva, p)); real",
        "laplace_marginal_poisson_log_lupmf(i1 | i1, pv, 1, cov, (pva, p)); real",
        "laplace_marginal_neg_binomial_2_log_lpmf(i1 | i1, v, pv, 1, cov, (pva, p)); real",
        "laplace_marginal_tol_bernoulli_logit_lpmf(i1 | i1, v, 1, cov, (pva, p), "
            + "(v, 1, 9, 1, 1, 1)); real",
      })
  void accepts(String expression, String type) {
    TypedProgram program = Checking.accepted(FUNCTIONS + "model { print(" + expression + "); }");
    TypedStmt.Message message = (TypedStmt.Message) program.model().get(0);
    TypedExpr typed = ((TypedStmt.Part.Value) message.parts().get(0)).value();
    assertEquals(type, typed.type().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reduce_sum(part, r1, r, p); FUNCTIONAL_ARGUMENTS",
        "reduce_sum(part, r1, 1); FUNCTIONAL_ARGUMENTS",
        "reduce_sum(part, r1, 1, v); FUNCTIONAL_ARGUMENTS",
        "reduce_sum(part, v, 1, p); FUNCTIONAL_ARGUMENTS",
        "reduce_sum(whole, r1, 1); CALLBACK_SIGNATURE",
        "reduce_sum(old, r1, 1, p); CALLBACK_SIGNATURE",
        "reduce_sum(fixed, pr, 1); DATA_ARGUMENT",
        "reduce_sum(part_rng, r1, 1); IMPURE_CALLBACK",
        "reduce_sum(part_lp, r1, 1); IMPURE_CALLBACK",
        "reduce_sum(v, r1, 1, p); CALLBACK_NAME",
        "reduce_sum(1, r1, 1, p); CALLBACK_NAME",
        "reduce_sum(); CALLBACK_NAME",
        "reduce_sum(foo, r1, 1); UNDECLARED_FUNCTION",
        "map_rect(old, pv, pva, {pr}, i2); DATA_ARGUMENT",
        "map_rect(sys, pv, pva, r2, i2); CALLBACK_SIGNATURE",
        "map_rect(old, pv, pva, r2); FUNCTIONAL_ARGUMENTS",
        "ode_rk45(rhs, r1, r, r1, p, i1); FUNCTIONAL_ARGUMENTS",
        "ode_rk45(rhs, pv, r, r1, p); FUNCTIONAL_ARGUMENTS",
        "ode_rk45(rhs, pv, r, r1, p, r1); FUNCTIONAL_ARGUMENTS",
        "ode_rk45(rhsd, pv, r, r1); CALLBACK_SIGNATURE",
        "ode_rk45(sys, pv, r, r1); CALLBACK_SIGNATURE",
        "ode_rk45_tol(rhs0, pv, r, r1, p, 1e-6, 100); DATA_ARGUMENT",
        "ode_rk45_tol(rhs0, pv, r, r1, 1e-6, 1e-6, 100.0); FUNCTIONAL_ARGUMENTS",
        "ode_adjoint_tol_ctl(rhs0, pv, r, r1); FUNCTIONAL_ARGUMENTS",
        "dae(res, pv, pv, p, r1, p); DATA_ARGUMENT",
        "dae(res, pv, pv, r, pr, p); DATA_ARGUMENT",
        "solve_newton(passive, pv, n, pv); DATA_ARGUMENT",
        "solve_powell_tol(sys, pv, 1e-3, p, 10, p, pv); DATA_ARGUMENT",
        "algebra_solver(old, v, pv, pr, i1); DATA_ARGUMENT",
        "algebra_solver(sys, v, pv, r1, i1); CALLBACK_SIGNATURE",
        "integrate_ode_rk45(rhs_old, pr, r, r1, pr, pr, i1); DATA_ARGUMENT",
        "integrate_1d(integrand, 0, p, pr, r1, i1, p); DATA_ARGUMENT",
        "integrate_1d(integrand, 0, 1); FUNCTIONAL_ARGUMENTS",
        "laplace_marginal(sys); LAPLACE_ARGUMENTS",
        "laplace_marginal_poisson_log_lpmf(i1 | 1); LAPLACE_ARGUMENTS",
        "laplace_marginal_poisson_log_lpmf(i1 | i1, v, cov, v); FUNCTION_AS_VALUE",
        "laplace_marginal(lik, (i1, p), cov, (pva, p)); FUNCTION_AS_VALUE",
        "laplace_marginal(lik, (i1, p), v, cov, (pva, p)); LAPLACE_ARGUMENTS",
        "laplace_marginal(lik, 1, 1, cov, (pva, p)); LAPLACE_ARGUMENTS",
        "laplace_marginal(lik, (i1, pv), 1, cov, (pva, p)); CALLBACK_SIGNATURE",
        "laplace_marginal(lik, (i1, p), 1, lik, (pva, p)); CALLBACK_SIGNATURE",
        "laplace_marginal(lik_lpdf, (p,), 1, cov, (pva, p)); IMPURE_CALLBACK",
        "laplace_marginal(fixed_lik, (i1, p), 1, cov, (pva, p)); DATA_ARGUMENT",
        "laplace_marginal(lik, (i1, p), 1, fixed_cov, (pva, p)); DATA_ARGUMENT",
        "laplace_marginal_tol(lik, (i1, p), 1, cov, (pva, p)); LAPLACE_ARGUMENTS",
        "laplace_marginal_tol(lik, (i1, p), 1, cov, (pva, p), (v, p, 9, 1, 1, 1)); DATA_ARGUMENT",
        "laplace_marginal_tol(lik, (i1, p), 1, cov, (pva, p), (v, 1, 9, 1, 1)); LAPLACE_ARGUMENTS",
        "laplace_marginal(lik, (i1, p), 1, cov, (pva, p), 1); LAPLACE_ARGUMENTS",
        "laplace_marginal_poisson_log_tol_lpmf(i1 | i1, pv, 1, cov, (pva, p)); UNDECLARED_FUNCTION",
        "laplace_latent_solve(lik, (i1, p), 1, cov, (pva, p)); UNDECLARED_FUNCTION",
        "quantile(pv, r); DATA_ARGUMENT",
        "to_int(p); DATA_ARGUMENT",
      })
  void refuses(String expression, ErrorCode code) {
    assertEquals(code, Checking.refused(FUNCTIONS + "model { print(" + expression + "); }").code());
  }
}
