package org.stanj.runtime.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.DataContext;

/** One line of a client: the members of its object. What is absent has its default. */
final class Request {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final int FIRST = 16;

  /** Number or text that the answer repeats, as it was written; empty if there is none. */
  private Optional<String> id = Optional.empty();

  private String method = "";
  private Optional<List<double[]>> points = Optional.empty();
  private boolean several;
  private boolean jacobian = true;
  private boolean propto = true;
  private boolean transformed = true;
  private boolean generated;
  private long iteration;
  private Optional<DataContext> values = Optional.empty();

  private Request() {}

  /**
   * Reads a line into a request. What is read before an error stays, so that the answer can have
   * the id.
   *
   * @throws RequestException if it is not JSON, or not a request
   */
  void read(String line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw RequestException.request("a request is a JSON object on one line");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        member(name, parser);
      }
      if (parser.nextToken() != null) {
        throw RequestException.request("there is text behind the object");
      }
    } catch (JsonProcessingException e) {
      throw RequestException.request("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new AssertionError("a text can be read", e);
    }
  }

  /** A request that has not been read. */
  static Request unread() {
    return new Request();
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "id" -> id = Optional.of(id(parser));
      case "method" -> method = text(name, parser);
      case "q" -> points(parser);
      case "jacobian" -> jacobian = flag(name, parser);
      case "propto" -> propto = flag(name, parser);
      case "transformed_parameters" -> transformed = flag(name, parser);
      case "generated_quantities" -> generated = flag(name, parser);
      case "iteration" -> iteration = whole(name, parser);
      case "values" -> values = Optional.of(values(parser));
      default -> throw RequestException.request("no request has a member " + name);
    }
  }

  /** The id as JSON again. */
  private static String id(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      throw RequestException.request("id: expected a text or a whole number");
    }
    return new String(copy(parser), StandardCharsets.UTF_8);
  }

  private static byte[] copy(JsonParser parser) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      generator.copyCurrentStructure(parser);
    }
    return out.toByteArray();
  }

  private static String text(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw RequestException.request(name + ": expected a text");
    }
    return parser.getText();
  }

  private static boolean flag(String name, JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw RequestException.request(name + ": expected true or false");
    };
  }

  private static long whole(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw RequestException.request(name + ": expected a whole number");
    }
    long value = parser.getLongValue();
    if (value < 0) {
      throw RequestException.request(name + ": " + value + ", must not be negative");
    }
    return value;
  }

  private void points(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw notAPoint();
    }
    List<double[]> all = new ArrayList<>();
    several = parser.nextToken() == JsonToken.START_ARRAY;
    if (!several) {
      all.add(vector(parser));
    }
    while (several && parser.currentToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw notAPoint();
      }
      parser.nextToken();
      all.add(vector(parser));
      parser.nextToken();
    }
    points = Optional.of(all);
  }

  private static RequestException notAPoint() {
    return RequestException.request("q: expected a list of numbers, or a list of such lists");
  }

  /** The numbers from the current token to the end of the list. */
  private static double[] vector(JsonParser parser) throws IOException {
    double[] vector = new double[FIRST];
    int n = 0;
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      if (n == vector.length) {
        vector = Arrays.copyOf(vector, 2 * n);
      }
      vector[n++] = number(parser);
      parser.nextToken();
    }
    return Arrays.copyOf(vector, n);
  }

  private static double number(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != null && token.isNumeric()) {
      return parser.getDoubleValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      switch (parser.getText()) {
        case "NaN":
          return Double.NaN;
        case "Infinity":
          return Double.POSITIVE_INFINITY;
        case "-Infinity":
          return Double.NEGATIVE_INFINITY;
        default:
          break;
      }
    }
    throw notAPoint();
  }

  private static DataContext values(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw RequestException.request("values: expected an object");
    }
    return JsonData.read(new ByteArrayInputStream(copy(parser)));
  }

  Optional<String> id() {
    return id;
  }

  String method() {
    return method;
  }

  /** The points; one unless there are {@link #several}. */
  List<double[]> points() {
    return points.orElseThrow(() -> RequestException.request("q is missing"));
  }

  /** Whether {@code q} is a list of points. */
  boolean several() {
    return several;
  }

  boolean jacobian() {
    return jacobian;
  }

  boolean propto() {
    return propto;
  }

  boolean transformed() {
    return transformed;
  }

  boolean generated() {
    return generated;
  }

  long iteration() {
    return iteration;
  }

  DataContext values() {
    return values.orElseThrow(() -> RequestException.request("values is missing"));
  }
}
