package org.stanj.compiler.library;

/**
 * One entry of a prelude file, found but not read.
 *
 * @param name of the function, or of the kernel as bodies call it
 * @param file for messages
 * @param attributes the doc and attribute lines
 * @param header from the result type to the closing parenthesis or, for kernels, to the semicolon
 * @param body with its braces; empty if there is none
 */
record Entry(
    String name, boolean kernel, String file, String attributes, String header, String body) {

  /** An error in the prelude, which is ours and not the user's. */
  IllegalStateException malformed(String what) {
    return new IllegalStateException(file + ": " + name + ": " + what);
  }
}
