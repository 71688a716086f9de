package org.stanj.cli.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a status file: where a chain is.
 *
 * @param chain its id
 * @param phase {@code warmup} or {@code sampling}
 * @param iteration that was done, from 1
 * @param total iterations of the run
 * @param stepSize of the iteration; NaN if unknown
 * @param divergences of the phase
 * @param elapsed seconds
 * @param remaining seconds, estimated
 * @param chains of the run; 0 if unknown
 * @param file of its draws; empty if unknown
 */
record Status(
    int chain,
    String phase,
    int iteration,
    int total,
    double stepSize,
    long divergences,
    double elapsed,
    double remaining,
    int chains,
    String file) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads a line; empty if it is none of a status file, such as one that was cut off. */
  static Optional<Status> of(String line) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, json.getText());
        json.skipChildren();
      }
      return json.currentToken() == JsonToken.END_OBJECT ? of(members) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Status> of(Map<String, String> members) {
    if (!members.containsKey("chain") || !members.containsKey("total")) {
      return Optional.empty();
    }
    return Optional.of(
        new Status(
            (int) number(members, "chain"),
            members.getOrDefault("phase", ""),
            (int) number(members, "iteration"),
            (int) number(members, "total"),
            number(members, "step_size"),
            (long) number(members, "divergences"),
            number(members, "elapsed"),
            number(members, "remaining"),
            members.containsKey("chains") ? (int) number(members, "chains") : 0,
            members.getOrDefault("file", "")));
  }

  /** NaN for what a line does not tell, and for numbers that JSON does not have. */
  private static double number(Map<String, String> members, String name) {
    String text = members.getOrDefault(name, "nan");
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }

  boolean isLast() {
    return iteration >= total;
  }
}
