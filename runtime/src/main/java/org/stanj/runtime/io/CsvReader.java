package org.stanj.runtime.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes a Stan CSV file apart line by line; it may be packed by gzip. */
final class CsvReader implements RowReader {
  private final CompleteLines lines;
  private final FileParts parts;
  private double[] values = new double[0];
  private int line;

  CsvReader(Path file, FileParts parts) throws IOException {
    this.lines = new CompleteLines(file);
    this.parts = parts;
  }

  @Override
  public void read() throws IOException {
    for (String text = lines.next(); text != null; text = lines.next()) {
      line(text);
    }
  }

  @Override
  public Rest rest() {
    if (lines.endsInsidePacked()) {
      return Rest.PIECE;
    }
    String text = lines.rest();
    return text.isEmpty() ? Rest.NONE : text.startsWith("#") ? Rest.COMMENT : Rest.PIECE;
  }

  @Override
  public void readRest() {
    if (lines.endsInsidePacked()) {
      throw new FileProblem(
          parts.file() + ": is cut off: its gzip data have no end; gunzip shows what is left");
    }
    line(lines.rest());
  }

  private void line(String text) {
    line++;
    if (text.startsWith("#")) {
      parts.comment(text.length() > 1 ? text.substring(2) : "");
    } else if (parts.columns().isEmpty()) {
      parts.header(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
      values = new double[parts.columns().size()];
    } else if (!text.isEmpty()) {
      row(text);
    }
  }

  private void row(String text) {
    int start = 0;
    for (int i = 0; i < values.length; i++) {
      int comma = text.indexOf(',', start);
      boolean last = i == values.length - 1;
      if (last ? comma >= 0 : comma < 0) {
        throw problem("expected " + values.length + " values");
      }
      values[i] = number(text.substring(start, last ? text.length() : comma).trim());
      start = comma + 1;
    }
    parts.row(values);
  }

  private double number(String text) {
    return switch (text) {
      case "nan", "-nan", "NaN" -> Double.NaN;
      case "inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> parse(text);
    };
  }

  private double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw problem("not a number: " + text);
    }
  }

  private FileProblem problem(String what) {
    return new FileProblem(parts.file() + ", line " + line + ": " + what);
  }

  @Override
  public boolean hasShrunk() throws IOException {
    return lines.hasShrunk();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
