package org.stanj.compiler.parse;

import java.util.Set;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.grammar.StanParser.NameContext;

/** Builds identifiers, and notes names that have become keywords. */
final class NameBuilder {
  private static final Set<String> KEYWORDS_NOW =
      Set.of("array", "jacobian", "lower", "upper", "offset", "multiplier");

  private final LegacyForms legacy;

  NameBuilder(LegacyForms legacy) {
    this.legacy = legacy;
  }

  Identifier build(NameContext context) {
    String name = context.getText();
    Span span = Spans.of(context);
    if (KEYWORDS_NOW.contains(name)) {
      legacy.met(ErrorCode.OLD_NAME, span, name);
    }
    return new Identifier(name, span);
  }
}
