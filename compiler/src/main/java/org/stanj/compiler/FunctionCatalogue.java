package org.stanj.compiler;

import java.util.List;
import org.stanj.compiler.check.LaplaceSignatures;
import org.stanj.compiler.info.FunctionReference;
import org.stanj.compiler.library.Library;

/** All functions that a program can call, for those who look one up. */
public final class FunctionCatalogue {
  private static final String HEADING = "Embedded Laplace approximation";

  private FunctionCatalogue() {}

  /** Those of the prelude, and those that only the checker knows. */
  public static FunctionReference load() {
    List<FunctionReference.Article> articles =
        LaplaceSignatures.names().stream()
            .map(
                name ->
                    new FunctionReference.Article(
                        name,
                        List.of(LaplaceSignatures.of(name)),
                        LaplaceSignatures.description(name)))
            .toList();
    return FunctionReference.of(Library.load(), new FunctionReference.Group(HEADING, articles));
  }
}
