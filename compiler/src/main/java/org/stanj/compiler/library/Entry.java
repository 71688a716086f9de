package org.stanj.compiler.library;

/**
 * One entry of a prelude file: found, but read only when it is asked for.
 *
 * @param name of the function, or of the kernel as bodies call it
 * @param attributesAt where the doc and attribute lines start; where the header does if there are
 *     none
 * @param headerAt where the result type or, for kernels, the method starts
 * @param headerEnd where the brace or semicolon behind the header stands
 * @param end behind the body; {@code headerEnd} if there is none
 */
record Entry(
    String name,
    boolean kernel,
    PreludeFile file,
    int attributesAt,
    int headerAt,
    int headerEnd,
    int end) {

  /** The doc and attribute lines, and what stands between them and the header. */
  String attributes() {
    return file.text(attributesAt, headerAt);
  }

  String header() {
    return file.text(headerAt, headerEnd);
  }

  /** With its braces; empty if there is none. */
  String body() {
    return file.text(headerEnd, end);
  }

  /** An error in the prelude, which is ours and not the user's. */
  IllegalStateException malformed(String what) {
    return new IllegalStateException(file.name() + ": " + name + ": " + what);
  }
}
