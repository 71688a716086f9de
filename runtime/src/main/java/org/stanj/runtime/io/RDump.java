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
 * structure(..., .Dim = c(...))} with the first index fastest.
 */
final class RDump {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(<-|\"[^\"]*\"|'[^']*'|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?L?"
              + "|[-+]?(?:Inf(?:inity)?|NaN|NA)\\b|[A-Za-z_.][A-Za-z0-9_.]*|[(),:=])");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Values> values = new HashMap<>();
  private int at;

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
      return list();
    }
    Values first = number();
    return peek(":") ? range(first) : first;
  }

  private Values zeros() {
    boolean whole = take().equals("integer");
    expect("(");
    int n = peek(")") ? 0 : (int) number().elements()[0];
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
    int[] dims = Arrays.stream(value().elements()).mapToInt(d -> (int) d).toArray();
    expect(")");
    if (Values.product(dims) != flat.elements().length) {
      throw new FileProblem("Error in R dump file: .Dim does not fit the number of values");
    }
    return Values.ofColumnMajor(flat.elements(), flat.whole(), dims);
  }

  private Values range(Values first) {
    expect(":");
    int from = (int) first.elements()[0];
    int to = (int) number().elements()[0];
    int step = to >= from ? 1 : -1;
    double[] elements =
        IntStream.rangeClosed(0, Math.abs(to - from)).mapToDouble(i -> from + step * i).toArray();
    return new Values(elements, true, new int[] {elements.length});
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
    boolean whole = digits.matches("[-+]?\\d+") && value == (int) value;
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
