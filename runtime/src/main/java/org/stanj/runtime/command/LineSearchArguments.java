package org.stanj.runtime.command;

import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Tolerances;

/** The arguments that {@code optimize} and {@code pathfinder} share. */
final class LineSearchArguments {
  private LineSearchArguments() {}

  /**
   * The settings of a climb.
   *
   * @param path of the group that has the arguments, with a point at its end
   */
  static QuasiNewton.Settings settings(
      Configuration configuration, String path, int iterations, int history) {
    Tolerances tolerances =
        new Tolerances(
            configuration.real(path + "tol_obj"),
            configuration.real(path + "tol_rel_obj"),
            configuration.real(path + "tol_grad"),
            configuration.real(path + "tol_rel_grad"),
            configuration.real(path + "tol_param"));
    double alpha = configuration.real(path + "init_alpha");
    return new QuasiNewton.Settings(alpha, tolerances, iterations, history);
  }
}
