package org.stanj.compiler.check;

import java.util.List;
import org.stanj.compiler.library.Library;

/**
 * What documents say of the {@code laplace_} functions, which take tuples of the arguments of two
 * functions of the program: that the checker knows, not the prelude.
 */
public final class LaplaceSignatures {
  private LaplaceSignatures() {}

  /** All names, sorted. */
  public static List<String> names() {
    return Library.stanNames().stream().filter(LaplaceArguments::has).sorted().toList();
  }

  /** A sentence about a function. */
  public static String description(String name) {
    return name.startsWith("laplace_marginal")
        ? "Log likelihood with a latent normal vector integrated out by Laplace's method."
        : "A draw of the latent normal vector from the normal approximation at its mode.";
  }

  /** The manual's words; a function comes with the tuple of its further arguments. */
  public static String of(String name) {
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
}
