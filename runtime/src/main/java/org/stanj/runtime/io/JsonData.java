package org.stanj.runtime.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stanj.runtime.model.DataContext;

/**
 * Reads the JSON of data and init files: one object of numbers and rectangular nested lists of them
 * (last index fastest); tuples are objects with the keys 1, 2, ... Whole numbers are those written
 * without point and exponent, within 32 bits. {@code NaN}, {@code Infinity} and {@code -Infinity},
 * bare or in quotes, and {@code "Inf"}, {@code "-Inf"} are reals. Everything else (other strings,
 * booleans, nulls, repeated names) is refused wherever it stands, except below a name that no Stan
 * variable can have, such as {@code _comment}: that is passed over.
 */
public final class JsonData {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(200).maxNumberLength(2000).build())
          .build();

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final int OUTSIDE_LISTS = 0;

  private final JsonParser parser;
  private final Set<String> ignoredStrings;
  private final Map<String, Values> values = new HashMap<>();

  private JsonData(JsonParser parser, Set<String> ignoredStrings) {
    this.parser = parser;
    this.ignoredStrings = ignoredStrings;
  }

  /**
   * Reads a document.
   *
   * @throws FileProblem if it is not JSON, or not of the form above
   */
  public static DataContext read(InputStream in) throws IOException {
    return read(in, Set.of());
  }

  /**
   * @param ignoredStrings names whose values may be strings and are then left out (a saved metric
   *     file holds its type)
   */
  static DataTable read(InputStream in, Set<String> ignoredStrings) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      JsonData data = new JsonData(parser, ignoredStrings);
      data.documentOrProblem();
      return new DataTable(data.values);
    } catch (StreamConstraintsException e) {
      throw new FileProblem("Error in JSON parsing: " + e.getOriginalMessage());
    }
  }

  private void documentOrProblem() throws IOException {
    try {
      document();
    } catch (JsonParseException e) {
      String message = e.getOriginalMessage();
      long behind = message.contains("character escape '") ? 1 : 0;
      throw syntax(
          e.getLocation().getByteOffset() - behind,
          JsonReason.of(parser, message, values.isEmpty()));
    }
  }

  private void document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw syntax(parser.currentLocation().getByteOffset(), "The document is empty.");
    }
    if (first == JsonToken.START_ARRAY) {
      throw new FileProblem("Expecting JSON object, found array.");
    }
    if (first != JsonToken.START_OBJECT) {
      throw syntax(
          parser.currentTokenLocation().getByteOffset(),
          "expecting start of object ({) or array ([)");
    }
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!VARIABLE.matcher(name).matches()) {
        parser.nextToken();
        parser.skipChildren();
        continue;
      }
      if (!names.add(name)) {
        throw new FileProblem("Attempt to redefine variable: " + name + ".");
      }
      variable(name);
    }
    if (parser.nextToken() != null) {
      throw syntax(
          parser.currentTokenLocation().getByteOffset(),
          "The document root must not be followed by other values.");
    }
  }

  private void variable(String name) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.VALUE_STRING && ignoredStrings.contains(name)) {
      return;
    }
    ValueBuilder builder = new ValueBuilder(name);
    value(builder, token, OUTSIDE_LISTS);
    builder.finish(new int[0], values);
  }

  private void value(ValueBuilder builder, JsonToken token, int depth) throws IOException {
    switch (token) {
      case START_ARRAY -> list(builder, depth);
      case START_OBJECT -> tuple(builder, depth);
      case VALUE_NUMBER_INT -> integer(builder, depth);
      case VALUE_NUMBER_FLOAT -> builder.add(number(), false, depth);
      case VALUE_STRING -> builder.add(special(builder, parser.getText()), false, depth);
      case VALUE_NULL -> throw builder.problem("null values not allowed.");
      case VALUE_TRUE, VALUE_FALSE -> throw builder.problem("boolean values not allowed.");
      default -> throw syntax(parser.currentTokenLocation().getByteOffset(), "Invalid value.");
    }
  }

  private void list(ValueBuilder builder, int depth) throws IOException {
    builder.open(depth);
    int size = 0;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      value(builder, t, depth + 1);
      size++;
    }
    builder.close(depth, size);
  }

  private void tuple(ValueBuilder builder, int depth) throws IOException {
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (!names.add(key)) {
        throw builder.problem("repeated member " + key + ".");
      }
      JsonToken token = parser.nextToken();
      value(builder.member(key, depth), token, OUTSIDE_LISTS);
    }
  }

  private void integer(ValueBuilder builder, int depth) throws IOException {
    boolean fits = parser.getNumberType() == JsonParser.NumberType.INT;
    builder.add(fits ? parser.getIntValue() : number(), fits, depth);
  }

  /** A number too large is an error, unlike the name of an infinity. */
  private double number() throws IOException {
    double value = parser.getDoubleValue();
    String text = Double.isInfinite(value) ? parser.getText() : "";
    if (!text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1))) {
      throw syntax(
          parser.currentTokenLocation().getByteOffset(), "Number too big to be stored in double.");
    }
    return value;
  }

  private static double special(ValueBuilder builder, String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Inf", "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw builder.problem("string values not allowed.");
    };
  }

  private FileProblem syntax(long offset, String reason) {
    return new FileProblem(
        "Error in JSON parsing \nat offset "
            + offset
            + ": \n"
            + reason
            + "\n(line "
            + parser.currentLocation().getLineNr()
            + ", column "
            + parser.currentLocation().getColumnNr()
            + ")");
  }
}
