package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/**
 * Calls of the {@code laplace_} functions. The covariance is an ordinary value, made by a call of
 * its function; the likelihood is passed to a function of the prelude, and so are likelihoods of
 * the library, which are written there as a program would write them.
 */
final class LaplaceCalls {
  private static final List<String> LIKELIHOODS =
      List.of("bernoulli_logit", "poisson_log", "neg_binomial_2_log");

  /** Arguments of the built-in likelihoods that stand before the block size. */
  private static final int OWN = 3;

  private final Language language;
  private final LibraryCalls library;
  private final UserCalls userCalls;
  private final BoundCallbacks callbacks;
  private final Builder builder;

  LaplaceCalls(
      Language language, LibraryCalls library, UserCalls userCalls, BoundCallbacks callbacks) {
    this.language = language;
    this.library = library;
    this.userCalls = userCalls;
    this.callbacks = callbacks;
    this.builder = language.builder();
  }

  Value call(TypedExpr.FunctionalCall e) {
    List<Value> given = e.arguments().stream().map(language::value).map(builder::settled).toList();
    Optional<String> ofLibrary = LIKELIHOODS.stream().filter(e.name()::contains).findFirst();
    UserFunction covariance = e.callbacks().get(e.callbacks().size() - 1);
    int block = ofLibrary.isEmpty() ? 1 : ofLibrary.get().startsWith("neg") ? OWN + 1 : OWN;
    List<Value> rest =
        ofLibrary.isEmpty()
            ? components(given.get(0))
            : ofLibraryArguments(given.subList(0, block));
    UserFunction likelihood = ofLibrary.map(this::likelihood).orElse(e.callback());
    return builder.at(
        e.span(),
        () -> {
          Value k =
              userCalls.call(
                  covariance, components(given.get(block + 1)), false, builder.where(e.span()));
          List<Value> own = new ArrayList<>(List.of(builder.stored(k)));
          own.addAll(options(given, block + 2, k, e.span()));
          own.add(2, given.get(block));
          LibraryFunction f = kernelOf(e.name());
          callbacks.bind(f, likelihood, own, rest, e.span());
          return library.functional(f, own, e.type(), e.span());
        });
  }

  private static List<Value> components(Value tuple) {
    return ((Value.Composite) tuple).components();
  }

  /** Stan's argument order for the counts; the overdispersion comes first in the likelihood. */
  private static List<Value> ofLibraryArguments(List<Value> given) {
    if (given.size() == OWN) {
      return given;
    }
    return List.of(given.get(2), given.get(0), given.get(1), given.get(OWN));
  }

  private UserFunction likelihood(String name) {
    LibraryFunction f =
        builder.gathered.library.named("laplace_likelihood_" + name).stream()
            .findFirst()
            .orElseThrow();
    return builder.gathered.library.body(f);
  }

  private LibraryFunction kernelOf(String name) {
    String what =
        name.startsWith("laplace_marginal")
            ? "marginal"
            : name.contains("_solve") ? "mode" : "latent_rng";
    return builder.gathered.library.named("laplace_" + what + "_of").get(0);
  }

  /** Start, tolerance, steps, solver, steps of the line search, whether solvers may follow. */
  private List<Value> options(List<Value> given, int at, Value k, Span span) {
    if (given.size() > at) {
      return components(given.get(at));
    }
    Expr n = k.sizes().get(0);
    Value start =
        library.call(
            "rep_vector",
            List.of(Value.Scalar.of(Exprs.ZERO, false), Value.Scalar.of(n, false)),
            StanType.VECTOR,
            span);
    return components(
        library.call(
            "generate_laplace_options", List.of(builder.stored(start)), StanType.VOID, span));
  }
}
