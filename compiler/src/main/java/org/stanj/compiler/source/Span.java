package org.stanj.compiler.source;

/**
 * A stretch of source text. Lines count from 1, columns from 0, in characters; the end is
 * exclusive.
 *
 * @param file the text that the positions belong to
 * @param startLine line of the first character
 * @param startColumn column of the first character
 * @param endLine line of the last character
 * @param endColumn column after the last character
 */
public record Span(SourceFile file, int startLine, int startColumn, int endLine, int endColumn) {

  /**
   * From the start of this span to the end of a later one. Where the other span lies in another
   * file, because an {@code #include} stands between them, only this span remains.
   */
  public Span to(Span other) {
    if (other.file != file) {
      return this;
    }
    return new Span(file, startLine, startColumn, other.endLine, other.endColumn);
  }

  @Override
  public String toString() {
    return file + ":" + startLine + ":" + startColumn + "-" + endLine + ":" + endColumn;
  }
}
