package org.stanj.compiler.syntax;

import java.util.Optional;
import org.stanj.compiler.source.Span;

/** {@code T[lower, upper]} after a distribution statement; {@code T[,]} has neither bound. */
public record Truncation(Optional<Expression> lower, Optional<Expression> upper, Span span) {}
