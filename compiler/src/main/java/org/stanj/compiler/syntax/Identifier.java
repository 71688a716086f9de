package org.stanj.compiler.syntax;

import org.stanj.compiler.source.Span;

/** A name where it is written: a declared variable, a called function, a loop variable. */
public record Identifier(String name, Span span) {}
