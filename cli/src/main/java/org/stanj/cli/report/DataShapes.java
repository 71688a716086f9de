package org.stanj.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names and shapes of the values of a JSON data file, which is read once and not kept. */
final class DataShapes {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final List<Integer> dims = new ArrayList<>();
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private boolean whole = true;
  private boolean tuple;

  private DataShapes() {}

  /**
   * One value of the file.
   *
   * @param type such as {@code int[3,2]}
   * @param range smallest and largest element; empty if there is none
   */
  record Shape(String name, String type, String range) {}

  /**
   * Reads the shapes.
   *
   * @throws IOException if the file cannot be read or is no JSON object
   */
  static List<Shape> read(Path file) throws IOException {
    List<Shape> shapes = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        DataShapes value = new DataShapes();
        value.value(json, json.nextToken(), 0);
        shapes.add(value.shape(name));
      }
    }
    return shapes;
  }

  private void value(JsonParser json, JsonToken token, int depth) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      int size = 0;
      for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
        value(json, t, depth + 1);
        size++;
      }
      size(depth, size);
    } else if (token == JsonToken.START_OBJECT) {
      tuple = true;
      json.skipChildren();
    } else if (token.isNumeric()) {
      whole &= token == JsonToken.VALUE_NUMBER_INT;
      low = Math.min(low, json.getDoubleValue());
      high = Math.max(high, json.getDoubleValue());
    } else {
      whole = false;
    }
  }

  private void size(int depth, int size) {
    while (dims.size() <= depth) {
      dims.add(0);
    }
    dims.set(depth, Math.max(dims.get(depth), size));
  }

  private Shape shape(String name) {
    String type = tuple ? "tuple" : whole ? "int" : "real";
    String sizes = dims.stream().map(String::valueOf).collect(Collectors.joining(","));
    String range = low <= high ? number(low) + (low < high ? " to " + number(high) : "") : "";
    return new Shape(name, type + (sizes.isEmpty() ? "" : "[" + sizes + "]"), range);
  }

  private static String number(double x) {
    return new org.stanj.runtime.io.RealFormat(5).text(x);
  }
}
