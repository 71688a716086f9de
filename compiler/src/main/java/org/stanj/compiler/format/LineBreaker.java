package org.stanj.compiler.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Breaks text into lines. What is written is a stream of words, places where a line may break, and
 * nested boxes that say how their breaks behave; the algorithm is Oppen's (doi
 * 10.1145/357114.357115) with the boxes of OCaml's Format, whose choices stanc's output shows.
 * Widths are bytes of UTF-8.
 *
 * <p>Text is passed on as soon as it is known whether the box or the words before the next break
 * fit in the rest of the line. No line is indented by more than 68 bytes, or {@code width - 10} in
 * narrow texts, and no box opened behind that where its outer box can break the line.
 */
public final class LineBreaker {
  private static final int MAX_INDENT = 68;
  private static final int LEAST_ROOM = 10;
  private static final int UNKNOWN = -1;
  private static final int ENDLESS = 1_000_000_010;

  /** How the breaks of a box behave when the box does not fit on the line. */
  public enum Box {
    /** No break becomes a line break. */
    HORIZONTAL,
    /** All breaks become line breaks, even if the box fits. */
    VERTICAL,
    /** All breaks become line breaks. */
    ALL_OR_NONE,
    /** A break becomes a line break where the words up to the next break do not fit. */
    FILL,
    /** The same, and where that brings the line back to a smaller indent. */
    STRUCTURE
  }

  private enum Kind {
    TEXT,
    BREAK,
    NEWLINE,
    OPEN,
    CLOSE
  }

  /** A piece of the stream; its size is that of all that has to fit with it. */
  private static final class Token {
    private final Kind kind;
    private final String text;
    private final Box box;
    private final int length;
    private final int offset;
    private int from;
    private int size = UNKNOWN;

    Token(Kind kind, String text, Box box, int length, int offset) {
      this.kind = kind;
      this.text = text;
      this.box = box;
      this.length = length;
      this.offset = offset;
    }
  }

  /** A box that has been opened in the output; {@code fits} if none of its breaks is needed. */
  private record Open(Box box, boolean fits, int room) {
    boolean canBreak() {
      return !fits && box != Box.HORIZONTAL;
    }
  }

  private final int width;
  private final int maxIndent;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Token> queue = new ArrayDeque<>();
  private final Deque<Token> unresolved = new ArrayDeque<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int written;
  private int passedOn;
  private int room;
  private int indent;
  private boolean lineIsNew = true;

  /** Lines of up to the given number of bytes. */
  public LineBreaker(int width) {
    this.width = width;
    boolean wide = width >= MAX_INDENT;
    this.maxIndent = wide ? MAX_INDENT : Math.max(Math.max(width - LEAST_ROOM, width / 2), 1);
    this.room = width;
    open(Box.FILL, 0);
  }

  /** Writes words that stay together. */
  public void text(String text) {
    int length = length(text);
    Token token = new Token(Kind.TEXT, text, Box.FILL, length, 0);
    token.size = length;
    enqueue(token);
    passOn();
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Opens a box.
   *
   * @param indent of its lines, from the column where it is opened
   */
  public void open(Box box, int indent) {
    Token token = new Token(Kind.OPEN, "", box, 0, indent);
    enqueue(token);
    unresolved.push(token);
  }

  /** Closes the innermost box. */
  public void close() {
    Token token = new Token(Kind.CLOSE, "", Box.FILL, 0, 0);
    token.size = 0;
    enqueue(token);
    resolve(Kind.BREAK);
    resolve(Kind.OPEN);
  }

  /** A blank, or a line break. */
  public void space() {
    breakable(1, 0);
  }

  /** Nothing, or a line break. */
  public void cut() {
    breakable(0, 0);
  }

  /**
   * Some blanks, or a line break.
   *
   * @param offset what the indent after the line break is more than the box's
   */
  public void breakable(int blanks, int offset) {
    Token token = new Token(Kind.BREAK, "", Box.FILL, blanks, offset);
    enqueue(token);
    resolve(Kind.BREAK);
    unresolved.push(token);
  }

  /** A line break in any case. */
  public void newline() {
    Token token = new Token(Kind.NEWLINE, "", Box.FILL, 0, 0);
    token.size = 0;
    enqueue(token);
    passOn();
  }

  /** What has been written; nothing may be written after this. */
  public String finish() {
    unresolved.clear();
    for (Token token : queue) {
      if (token.size == UNKNOWN) {
        token.size = ENDLESS;
      }
    }
    passOn();
    return out.toString();
  }

  private void enqueue(Token token) {
    token.from = written;
    written += token.length;
    queue.add(token);
  }

  /** Gives the innermost token that waits for its end its size, if it is of the kind that ended. */
  private void resolve(Kind kind) {
    Token top = unresolved.peek();
    if (top == null || top.size != UNKNOWN) {
      unresolved.clear();
    } else if (top.kind == kind) {
      top.size = written - top.from;
      unresolved.pop();
    }
  }

  private void passOn() {
    while (!queue.isEmpty()) {
      Token token = queue.peek();
      if (token.size == UNKNOWN) {
        if (written - passedOn < room) {
          return;
        }
        token.size = ENDLESS;
      }
      queue.remove();
      write(token);
      passedOn += token.length;
    }
  }

  private void write(Token token) {
    switch (token.kind) {
      case TEXT -> {
        out.append(token.text);
        room -= token.size;
        lineIsNew = false;
      }
      case OPEN -> writeOpen(token);
      case CLOSE -> open.poll();
      case NEWLINE -> breakLine(open.isEmpty() ? width : open.peek().room(), 0);
      case BREAK -> writeBreak(token);
    }
  }

  private void writeOpen(Token token) {
    Open outer = open.peek();
    boolean beyond = width - room > maxIndent;
    if (beyond && outer != null && outer.room() > room && outer.canBreak()) {
      breakLine(outer.room(), 0);
    }
    boolean fits = token.box != Box.VERTICAL && token.size <= room;
    open.push(new Open(token.box, fits, room - token.offset));
  }

  private void writeBreak(Token token) {
    Open box = open.peek();
    if (box == null) {
      return;
    }
    if (breaks(box, token)) {
      breakLine(box.room(), token.offset);
    } else {
      out.append(" ".repeat(token.length));
      room -= token.length;
    }
  }

  private boolean breaks(Open box, Token token) {
    if (box.fits()) {
      return false;
    }
    return switch (box.box()) {
      case HORIZONTAL -> false;
      case VERTICAL, ALL_OR_NONE -> true;
      case FILL -> token.size > room;
      case STRUCTURE ->
          !lineIsNew && (token.size > room || indent > width - box.room() + token.offset);
    };
  }

  private void breakLine(int boxRoom, int offset) {
    indent = Math.min(maxIndent, width - boxRoom + offset);
    room = width - indent;
    lineIsNew = true;
    out.append('\n').append(" ".repeat(indent));
  }
}
