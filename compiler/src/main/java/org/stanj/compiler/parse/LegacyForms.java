package org.stanj.compiler.parse;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;

/** Keeps account of old syntax: one warning for each form, or an error in strict mode. */
final class LegacyForms {
  private final boolean strict;
  private final Consumer<Diagnostic> warnings;
  private final Set<ErrorCode> seen = EnumSet.noneOf(ErrorCode.class);

  LegacyForms(boolean strict, Consumer<Diagnostic> warnings) {
    this.strict = strict;
    this.warnings = warnings;
  }

  /** Whether old syntax is refused. */
  boolean strict() {
    return strict;
  }

  /** Notes that an old form was met. */
  void met(ErrorCode form, Span span, String... arguments) {
    Diagnostic warning = Diagnostic.of(form, span, arguments);
    if (strict) {
      throw DiagnosticException.of(ErrorCode.OLD_SYNTAX, span, warning.message());
    }
    if (seen.add(form)) {
      warnings.accept(warning);
    }
  }
}
