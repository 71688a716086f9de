package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.grammar.StanLexer;

/** Splits a file into tokens, follows {@code #include}, and refuses what is not a token. */
final class TokenReader {
  /** For a program with all that it includes, as often as it is included. */
  private static final int MAX_MEGABYTES = 10;

  private static final int MAX_DEPTH = 1000;

  /** What a file counts at least, since small ones that include each other take their time too. */
  private static final int LEAST = 1000;

  /** Names become names of the class file, which have 65,535 bytes. */
  private static final int MAX_NAME = 1000;

  private final IncludeFiles includes;
  private final LegacyForms legacy;
  private final List<StanToken> tokens = new ArrayList<>();
  private final List<SourceFile> included = new ArrayList<>();
  private final Set<String> functionFiles = new HashSet<>();
  private int depth;
  private long charactersRead;

  private TokenReader(ParseOptions options, LegacyForms legacy) {
    this.includes = new IncludeFiles(options.includePaths());
    this.legacy = legacy;
  }

  /** The tokens of a file, up to its end or to the first thing that is not a token. */
  static Tokens read(SourceFile file, ParseOptions options, LegacyForms legacy) {
    TokenReader reader = new TokenReader(options, legacy);
    try {
      reader.tokens.add(reader.readFile(file));
      return new Tokens(reader.tokens, reader.included, Optional.empty());
    } catch (DiagnosticException stop) {
      reader.tokens.add(new StanToken(new CommonToken(Token.EOF), file));
      return new Tokens(reader.tokens, reader.included, Optional.of(stop.diagnostic()));
    }
  }

  /** Adds all tokens but the last, which is returned. */
  private StanToken readFile(SourceFile file) {
    charactersRead += Math.max(file.text().length(), LEAST);
    if (charactersRead > MAX_MEGABYTES << 20) {
      Span start = new Span(file, 1, 0, 1, 0);
      throw DiagnosticException.of(ErrorCode.FILE_TOO_LARGE, start, String.valueOf(MAX_MEGABYTES));
    }
    StanLexer lexer = new StanLexer(CharStreams.fromString(file.text()));
    lexer.removeErrorListeners();
    StanToken token = next(lexer, file);
    while (token.getType() != Token.EOF) {
      accept(token, file);
      token = next(lexer, file);
    }
    return token;
  }

  private static StanToken next(StanLexer lexer, SourceFile file) {
    return new StanToken(lexer.nextToken(), file);
  }

  private void accept(StanToken token, SourceFile file) {
    switch (token.getType()) {
      case StanLexer.INCLUDE -> include(token);
      case StanLexer.OLD_COMMENT -> oldComment(token);
      case StanLexer.INVALID -> throw refuse(ErrorCode.INVALID_CHARACTER, token, token.getText());
      case StanLexer.UNTERMINATED_STRING -> throw refuse(ErrorCode.UNTERMINATED_STRING, token);
      case StanLexer.UNTERMINATED_COMMENT -> throw unterminatedComment(token, file);
      case StanLexer.IDENTIFIER -> {
        if (token.getText().length() > MAX_NAME) {
          throw refuse(ErrorCode.NAME_TOO_LONG, token, String.valueOf(MAX_NAME));
        }
        tokens.add(token);
      }
      case StanLexer.LPAREN, StanLexer.LBRACKET, StanLexer.LBRACE -> {
        if (++depth > MAX_DEPTH) {
          throw refuse(ErrorCode.NESTING_TOO_DEEP, token, String.valueOf(MAX_DEPTH));
        }
        tokens.add(token);
      }
      case StanLexer.RPAREN, StanLexer.RBRACKET, StanLexer.RBRACE -> {
        depth--;
        tokens.add(token);
      }
      default -> tokens.add(token);
    }
  }

  private void oldComment(StanToken token) {
    if (legacy.strict()) {
      throw refuse(ErrorCode.INVALID_CHARACTER, token.part(StanLexer.INVALID, 0, "#"), "#");
    }
    legacy.met(ErrorCode.OLD_COMMENT, token.span());
  }

  /** Reported at the end of the file, as stanc does. */
  private static DiagnosticException unterminatedComment(StanToken start, SourceFile file) {
    return DiagnosticException.of(
        ErrorCode.UNTERMINATED_COMMENT, file.end(), String.valueOf(start.getLine()));
  }

  private void include(StanToken directive) {
    SourceFile file = includes.find(directive);
    boolean functions = file.name().endsWith(".stanfunctions");
    if (functions && !functionFiles.add(file.name())) {
      return;
    }
    included.add(file);
    readFile(file);
  }

  private static DiagnosticException refuse(ErrorCode code, StanToken token, String... arguments) {
    return DiagnosticException.of(code, token.span(), arguments);
  }
}
