package org.stanj.compiler.parse;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/** A token that knows its file; tokens of included files stand in one stream with the others. */
final class StanToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  private final transient SourceFile file;

  /** A copy of a lexer's token. */
  StanToken(Token token, SourceFile file) {
    super(token);
    this.file = file;
  }

  /** A part of a token, beginning some characters after its start. */
  StanToken part(int tokenType, int from, String text) {
    StanToken part = new StanToken(this, file);
    part.setType(tokenType);
    part.setText(text);
    part.setCharPositionInLine(getCharPositionInLine() + from);
    return part;
  }

  /** The token's place; empty for the end of the file. */
  Span span() {
    int column = getCharPositionInLine();
    int length = getType() == Token.EOF ? 0 : getText().length();
    return new Span(file, getLine(), column, getLine(), column + length);
  }
}
