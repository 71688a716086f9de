package org.stanj.compiler.check;

import java.util.List;
import java.util.Set;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/** The forms of the functions that take one function of the program. */
final class FunctionalForms {
  static final Set<String> NAMES =
      Set.of(
          ("map_rect reduce_sum reduce_sum_static ode_rk45 ode_rk45_tol ode_ckrk ode_ckrk_tol"
                  + " ode_adams ode_adams_tol ode_bdf ode_bdf_tol ode_adjoint_tol_ctl dae dae_tol"
                  + " solve_newton solve_newton_tol solve_powell solve_powell_tol algebra_solver"
                  + " algebra_solver_newton integrate_1d integrate_ode integrate_ode_rk45"
                  + " integrate_ode_adams integrate_ode_bdf")
              .split(" "));

  private static final StanType VECTORS = StanType.arrayOf(StanType.VECTOR, 1);
  private static final StanType REALS = StanType.arrayOf(StanType.REAL, 1);
  private static final StanType STATES = StanType.arrayOf(StanType.REAL, 2);

  private static final String TOLERANCES = "; data real; data real; int";
  private static final String ODE = "vector; real; array[] real";
  private static final String DAE = "vector; vector; data real; data array[] real";
  private static final String DATA = "; data array[] real; data array[] int";
  private static final String OLD_ODE = "array[] real; real; array[] real; array[] real" + DATA;
  private static final String OLD_SOLVER = "vector; vector" + DATA;
  private static final String QUADRATURE = "real; real; array[] real" + DATA;

  private FunctionalForms() {}

  static boolean has(String name) {
    return NAMES.contains(name);
  }

  /**
   * The forms of a function, of which the number of arguments chooses.
   *
   * @param callback decides about the slices of {@code reduce_sum}
   */
  static List<FunctionalForm> of(String name, UserFunction callback) {
    return switch (name) {
      case "map_rect" ->
          List.of(
              FunctionalForm.fixed(
                  "vector; vector" + DATA,
                  StanType.VECTOR,
                  "vector; array[] vector; data array[,] real; data array[,] int",
                  StanType.VECTOR));
      case "reduce_sum", "reduce_sum_static" -> List.of(sum(callback));
      case "ode_adjoint_tol_ctl" ->
          List.of(
              ode(
                  ODE
                      + "; data real; data vector; data real; data vector; data real; data real"
                      + "; int; int; int; int; int"));
      case "dae" -> List.of(dae(DAE));
      case "dae_tol" -> List.of(dae(DAE + TOLERANCES));
      case "integrate_1d" ->
          List.of(quadrature(QUADRATURE), quadrature(QUADRATURE + "; data real"));
      default -> family(name);
    };
  }

  private static List<FunctionalForm> family(String name) {
    boolean tolerances = name.endsWith("_tol");
    if (name.startsWith("ode_")) {
      return List.of(ode(tolerances ? ODE + TOLERANCES : ODE));
    }
    if (name.startsWith("solve_")) {
      String arguments = tolerances ? "vector" + TOLERANCES : "vector";
      return List.of(FunctionalForm.variadic("vector", arguments, StanType.VECTOR));
    }
    String options = "; data real; data real; data real";
    return name.startsWith("integrate_ode")
        ? List.of(oldOde(OLD_ODE), oldOde(OLD_ODE + options))
        : List.of(oldSolver(OLD_SOLVER), oldSolver(OLD_SOLVER + options));
  }

  private static FunctionalForm ode(String arguments) {
    return FunctionalForm.variadic("real; vector", arguments, VECTORS);
  }

  private static FunctionalForm dae(String arguments) {
    return FunctionalForm.variadic("real; vector; vector", arguments, VECTORS);
  }

  private static FunctionalForm oldOde(String arguments) {
    return FunctionalForm.fixed(
        "real; array[] real; array[] real" + DATA, REALS, arguments, STATES);
  }

  private static FunctionalForm oldSolver(String arguments) {
    return FunctionalForm.fixed(
        "vector; vector" + DATA, StanType.VECTOR, arguments, StanType.VECTOR);
  }

  private static FunctionalForm quadrature(String arguments) {
    return FunctionalForm.fixed(
        "real; real; array[] real" + DATA, StanType.REAL, arguments, StanType.REAL);
  }

  /** The slice is whatever array the callback takes. */
  private static FunctionalForm sum(UserFunction callback) {
    List<Symbol> parameters = callback.parameters();
    boolean slices = !parameters.isEmpty() && parameters.get(0).type().isArray();
    FunctionalForm.Slot slice =
        slices ? FunctionalForm.Slot.of(parameters.get(0)) : new FunctionalForm.Slot(REALS, false);
    FunctionalForm.Slot ints = new FunctionalForm.Slot(StanType.INT, true);
    return new FunctionalForm(
        List.of(slice, ints, ints), StanType.REAL, List.of(slice, ints), true, StanType.REAL);
  }
}
