package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.UserFunction;

/**
 * What documents say of the functions that take functions of the program and that the checker
 * knows, not the prelude.
 */
public final class FunctionalSignatures {
  /** By the start of the name, the longest that fits. */
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("map_rect", "The results of f for each element of its arrays, concatenated."),
          Map.entry(
              "reduce_sum", "The sum of f over slices of an array, which may be of any type."),
          Map.entry("ode_rk45", solver("the Runge-Kutta method of Dormand and Prince")),
          Map.entry("ode_ckrk", solver("the Runge-Kutta method of Cash and Karp")),
          Map.entry("ode_adams", solver("the Adams-Moulton formulas")),
          Map.entry("ode_bdf", solver("backward differentiation formulas, for stiff systems")),
          Map.entry("ode_adjoint", solver("a multistep method with adjoint sensitivities")),
          Map.entry(
              "dae",
              "States at the given times of the system of differential and algebraic equations"
                  + " f(t, y, y') = 0."),
          Map.entry("solve_newton", root("Newton's method")),
          Map.entry("solve_powell", root("Powell's hybrid method")),
          Map.entry("algebra_solver", "Old form of solve_powell."),
          Map.entry("algebra_solver_newton", "Old form of solve_newton."),
          Map.entry("integrate_1d", "The integral of f from the first bound to the second."),
          Map.entry("integrate_ode", "Old form of ode_rk45."),
          Map.entry("integrate_ode_rk45", "Old form of ode_rk45."),
          Map.entry("integrate_ode_adams", "Old form of ode_adams."),
          Map.entry("integrate_ode_bdf", "Old form of ode_bdf."),
          Map.entry(
              "laplace_marginal",
              "Log likelihood with the Gaussian process integrated out by Laplace's method."),
          Map.entry("laplace_latent_solve", "The mode of the Gaussian process given the data."),
          Map.entry(
              "laplace_latent", "A draw of the Gaussian process from its Laplace approximation."));

  private FunctionalSignatures() {}

  private static String solver(String method) {
    return "States at the given times of the differential equations y' = f(t, y), by "
        + method
        + ".";
  }

  private static String root(String method) {
    return "The solution x of the equations f(x) = 0 near a guess, by " + method + ".";
  }

  /** All names, sorted. */
  public static List<String> names() {
    Set<String> names = new TreeSet<>(FunctionalForms.NAMES);
    Library.stanNames().stream().filter(Laplace::has).forEach(names::add);
    return List.copyOf(names);
  }

  /** One line for each way to call a function. */
  public static List<String> of(String name) {
    if (Laplace.has(name)) {
      return List.of(laplace(name));
    }
    return FunctionalForms.of(name, anyFunction()).stream().map(form -> line(name, form)).toList();
  }

  /** A sentence about a function. */
  public static String description(String name) {
    String sentence =
        SENTENCES.entrySet().stream()
            .filter(entry -> name.startsWith(entry.getKey()))
            .max(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElseThrow(() -> new IllegalStateException("no sentence about " + name));
    String old =
        LegacyNames.replacement(name).map(other -> " Deprecated: use " + other + ".").orElse("");
    return sentence + old;
  }

  private static String line(String name, FunctionalForm form) {
    List<String> arguments = new ArrayList<>(List.of(form.callback() + " f"));
    form.arguments().forEach(slot -> arguments.add(slot.toString()));
    Optional<String> more = form.variadic() ? Optional.of("...") : Optional.empty();
    more.ifPresent(arguments::add);
    return form.result()
        + " "
        + name
        + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  /** The manual's words; a function comes with the tuple of its further arguments. */
  private static String laplace(String name) {
    boolean real = name.startsWith("laplace_marginal");
    String bar = name.endsWith("_lpmf") ? " | " : ", ";
    String counts = "array[] int y" + bar + "array[] int groups, vector offset, ";
    String likelihood =
        name.contains("neg_binomial")
            ? "array[] int y" + bar + "array[] int groups, vector dispersion, vector offset, "
            : name.contains("_log")
                ? counts
                : "real(vector, ...) likelihood, tuple(...) arguments, ";
    String options =
        name.contains("_tol") ? ", tuple(vector, real, int, int, int, int) options" : "";
    return (real ? "real " : "vector ")
        + name
        + "("
        + likelihood
        + "int hessian_block_size, matrix(...) covariance, tuple(...) arguments"
        + options
        + ")";
  }

  private static UserFunction anyFunction() {
    Span nowhere = new Span(SourceFile.of("", ""), 1, 0, 1, 0);
    return new UserFunction("f", List.of(), StanType.REAL, nowhere);
  }
}
