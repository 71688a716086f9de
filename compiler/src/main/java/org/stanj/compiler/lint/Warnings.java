package org.stanj.compiler.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.diagnostic.Kind;
import org.stanj.compiler.source.Span;

/** Collects warnings; the same one at the same place counts once. */
final class Warnings {
  /** stanc's order: from the end of the program to its start, then those without a place. */
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.code().kind() == Kind.ADVICE ? 1 : 0)
          .thenComparing(d -> d.code().kind() == Kind.ADVICE ? 0 : -d.span().startLine())
          .thenComparing(d -> d.code().kind() == Kind.ADVICE ? 0 : -d.span().startColumn())
          .thenComparing(Diagnostic::message, Comparator.reverseOrder());

  private final Set<Diagnostic> found = new LinkedHashSet<>();

  void add(ErrorCode code, Span span, String... arguments) {
    found.add(Diagnostic.of(code, span, arguments));
  }

  List<Diagnostic> sorted() {
    List<Diagnostic> all = new ArrayList<>(found);
    all.sort(ORDER);
    return List.copyOf(all);
  }
}
