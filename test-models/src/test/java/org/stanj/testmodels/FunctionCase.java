package org.stanj.testmodels;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * One call of a library function with real Stan's answer.
 *
 * @param number its number among the cases of its function, from 1
 * @param json the line of the file
 */
record FunctionCase(int number, JsonNode json) {
  /** All cases of {@code functions.jsonl.gz}, and those of {@code special.jsonl} behind them. */
  static List<FunctionCase> values() {
    try (InputStream stan = new GZIPInputStream(Files.newInputStream(file("functions.jsonl.gz")));
        InputStream special = Files.newInputStream(file("special.jsonl"))) {
      return read(new SequenceInputStream(stan, special));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String name) {
    return TestPrograms.root().resolve("functions").resolve(name);
  }

  /**
   * Calls that throw: those of {@code errors.jsonl}, and of {@code special_errors.jsonl}, whose
   * messages are put together from the texts in Stan's sources.
   */
  static List<FunctionCase> errors() {
    try (InputStream stan = Files.newInputStream(file("errors.jsonl"));
        InputStream special = Files.newInputStream(file("special_errors.jsonl"))) {
      return read(new SequenceInputStream(stan, special));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<FunctionCase> read(InputStream in) {
    List<FunctionCase> cases = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .map(OracleModels::parse)
        .forEach(
            json -> {
              int number = counts.merge(json.get("fn").asText(), 1, Integer::sum);
              cases.add(new FunctionCase(number, json));
            });
    return cases;
  }

  /** The function's name. */
  String function() {
    return json.get("fn").asText();
  }

  /** Function and number: {@code normal_lpdf#3}. */
  String id() {
    return function() + "#" + number;
  }

  /** The arguments, each with {@code type} and {@code value}. */
  List<JsonNode> arguments() {
    return OracleModels.list(json.get("args"));
  }

  /** The call with the given argument texts. */
  String call(List<String> texts) {
    boolean bar = function().matches(".*_(lpdf|lpmf|cdf|lcdf|lccdf)") && texts.size() > 1;
    String joined = String.join(", ", texts);
    int first = texts.isEmpty() ? 0 : texts.get(0).length();
    String rest = bar ? " |" + joined.substring(first + 1) : joined.substring(first);
    return function() + "(" + joined.substring(0, first) + rest + ")";
  }

  /** The call in full, for a message. */
  String describe() {
    return id() + json.get("args");
  }

  /** Whether Stan's figure of this kind ({@code value}, {@code grad}) is wrong. */
  boolean inaccurate(String kind) {
    return json.path("inaccurate").asText("").contains(kind);
  }
}
