package org.stanj.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the part of R's dump format that Stan takes: {@code name <- value}, where a value is a
 * number, {@code c(...)}, {@code a:b}, {@code integer(n)}, {@code double(n)} or {@code
 * structure(..., .Dim = c(...))} with the first index fastest. R writes some whole numbers with an
 * exponent ({@code 1e+05}): they are whole here, too, where they fit into 32 bits.
 */
final class RDump {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(<-|\"[^\"]*\"|'[^']*'|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?L?"
              + "|[-+]?(?:Inf(?:inity)?|NaN|NA)\\b|[A-Za-z_.][A-Za-z0-9_.]*|[(),:=])");

  /** An exponent, with or without a fraction; a point alone says that a real is meant. */
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?\\d+|[-+]?\\d+(\\.\\d+)?[eE][-+]?\\d+");

  private static final int MAX_DEPTH = 100;

  /** Elements of a range: what an array can hold. */
  private static final double LONGEST = Integer.MAX_VALUE - 8;

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Values> values = new HashMap<>();
  private int at;
  private int depth;

  private RDump(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int position = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      position = matcher.end();
      matcher.region(position, text.length());
    }
    if (!text.substring(position).isBlank()) {
      long line = text.substring(0, position).lines().count();
      throw new FileProblem("Error in R dump file near line " + Math.max(line, 1));
    }
  }

  /** Reads a whole file. */
  static DataTable read(InputStream in) throws IOException {
    RDump dump = new RDump(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    while (dump.at < dump.tokens.size()) {
      dump.assignment();
    }
    return new DataTable(dump.values);
  }

  private void assignment() {
    String name = take().replaceAll("^[\"']|[\"']$", "");
    expect("<-");
    Values value = value();
    if (values.put(name, value) != null) {
      throw new FileProblem("Attempt to redefine variable: " + name + ".");
    }
  }

  private Values value() {
    if (peek("structure")) {
      at++;
      return structure();
    }
    if (peek("integer") || peek("double") || peek("numeric")) {
      return zeros();
    }
    if (peek("c")) {
      at++;
      if (depth == MAX_DEPTH) {
        throw new FileProblem("Error in R dump file: nested too deeply");
      }
      depth++;
      Values list = list();
      depth--;
      return list;
    }
    Values first = number();
    return peek(":") ? range(first) : first;
  }

  private Values zeros() {
    boolean whole = take().equals("integer");
    expect("(");
    int n = peek(")") ? 0 : size(number().elements()[0]);
    expect(")");
    return new Values(new double[n], whole, new int[] {n});
  }

  private Values list() {
    expect("(");
    double[] elements = new double[8];
    int count = 0;
    boolean whole = true;
    while (!peek(")")) {
      if (count > 0) {
        expect(",");
      }
      Values item = value();
      int needed = count + item.elements().length;
      if (needed > elements.length) {
        elements = Arrays.copyOf(elements, Math.max(needed, 2 * elements.length));
      }
      System.arraycopy(item.elements(), 0, elements, count, item.elements().length);
      count = needed;
      whole &= item.whole();
    }
    expect(")");
    return new Values(Arrays.copyOf(elements, count), whole, new int[] {count});
  }

  private Values structure() {
    expect("(");
    Values flat = value();
    expect(",");
    expect(".Dim");
    expect("=");
    int[] dims = Arrays.stream(value().elements()).mapToInt(RDump::size).toArray();
    expect(")");
    if (Values.product(dims) != flat.elements().length) {
      throw new FileProblem("Error in R dump file: .Dim does not fit the number of values");
    }
    return Values.ofColumnMajor(flat.elements(), flat.whole(), dims);
  }

  /** A number of elements. */
  private static int size(double given) {
    if (given < 0 || given != (int) given) {
      throw new FileProblem("Error in R dump file: no number of elements: " + given);
    }
    return (int) given;
  }

  /** As in R, a range with a fraction is one of reals. */
  private Values range(Values first) {
    expect(":");
    Values last = number();
    double from = first.elements()[0];
    double to = last.elements()[0];
    double steps = Math.floor(Math.abs(to - from));
    if (!(steps < LONGEST)) {
      throw new FileProblem("Error in R dump file: no range: " + from + ":" + to);
    }
    int step = to >= from ? 1 : -1;
    double[] elements =
        IntStream.rangeClosed(0, (int) steps).mapToDouble(i -> from + step * (double) i).toArray();
    return new Values(elements, first.whole(), new int[] {elements.length});
  }

  private Values number() {
    String token = take();
    String digits = token.endsWith("L") ? token.substring(0, token.length() - 1) : token;
    double value;
    try {
      value =
          digits.matches("[-+]?Inf")
              ? Double.parseDouble(digits + "inity")
              : Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new FileProblem("Error in R dump file: expected a number, found " + token);
    }
    boolean whole = WHOLE.matcher(digits).matches() && value == (int) value;
    return new Values(new double[] {value}, whole, new int[0]);
  }

  private boolean peek(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private String take() {
    if (at == tokens.size()) {
      throw new FileProblem("Error in R dump file: unexpected end");
    }
    return tokens.get(at++);
  }

  private void expect(String token) {
    String found = take();
    if (!found.equals(token)) {
      throw new FileProblem("Error in R dump file: expected " + token + ", found " + found);
    }
  }
}
