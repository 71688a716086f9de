package org.stanj.compiler.core;

/** Kind of a core scalar: a JVM int or a JVM double. */
public enum Kind {
  INT,
  REAL
}
