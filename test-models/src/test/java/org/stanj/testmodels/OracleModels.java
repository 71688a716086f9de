package org.stanj.testmodels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one program, as {@code test-models/README.md} describes them. */
record OracleModels(String name, JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Reads the figures of a program. */
  static OracleModels of(String name) {
    return new OracleModels(name, read(TestPrograms.root().resolve(name).resolve("oracle.json")));
  }

  /** Reads any JSON file. */
  static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a line of JSON. */
  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the figures were computed. */
  List<JsonNode> points() {
    return list(json.path("points"));
  }

  /** Points where the density throws or overflows. */
  List<JsonNode> errorPoints() {
    return list(json.path("error_points"));
  }

  /** Names of parameters and transformed parameters in the order of the figures. */
  List<String> parameterNames() {
    return list(json.path("param_names")).stream().map(JsonNode::asText).toList();
  }

  /** The tolerance of values. */
  double tolerance() {
    return json.path("suggested_rel_tol").asDouble(1e-8);
  }

  /** The tolerance of gradients. */
  double gradientTolerance() {
    return json.path("suggested_rel_tol_gradient").asDouble(tolerance());
  }

  /** The posterior of the program or of the twin that has the same one. */
  Optional<JsonNode> posterior() {
    if (json.hasNonNull("posterior")) {
      return Optional.of(json.get("posterior"));
    }
    return json.hasNonNull("same_posterior_as")
        ? of(json.get("same_posterior_as").asText()).posterior()
        : Optional.empty();
  }

  /** A number, or one of the strings {@code "nan"}, {@code "inf"}, {@code "-inf"}. */
  static double number(JsonNode node) {
    if (node.isNumber()) {
      return node.asDouble();
    }
    return switch (node.asText()) {
      case "nan", "NaN" -> Double.NaN;
      case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new IllegalArgumentException("not a number: " + node);
    };
  }

  /** The numbers of a list. */
  static double[] numbers(JsonNode list) {
    return list(list).stream().mapToDouble(OracleModels::number).toArray();
  }

  /** The numbers of an object by name. */
  static Map<String, Double> named(JsonNode object) {
    Map<String, Double> values = new LinkedHashMap<>();
    object.fields().forEachRemaining(e -> values.put(e.getKey(), number(e.getValue())));
    return values;
  }

  /** The elements of a list; empty if it is absent. */
  static List<JsonNode> list(JsonNode node) {
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(elements::add);
    return elements;
  }
}
