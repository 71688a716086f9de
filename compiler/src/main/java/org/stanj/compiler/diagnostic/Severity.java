package org.stanj.compiler.diagnostic;

/** Whether a diagnostic stops the compiler. */
public enum Severity {
  /** No program comes out. */
  ERROR,
  /** The program is compiled all the same. */
  WARNING
}
