package org.stanj.runtime.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The line that answers a request, being written. Numbers have all their digits; those that JSON
 * does not have are the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}.
 */
final class Answer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json;

  private Answer() throws IOException {
    json = Request.FACTORY.createGenerator(bytes);
    json.enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER.mappedFeature());
    json.writeStartObject();
  }

  /** What an answer has. */
  interface Members {
    void write(Answer answer) throws IOException;
  }

  /**
   * A line without its end.
   *
   * @param id of the request, as JSON
   * @param printed what the program printed meanwhile
   */
  static String of(Optional<String> id, List<String> printed, Members members) {
    try {
      Answer answer = new Answer();
      if (id.isPresent()) {
        answer.json.writeFieldName("id");
        answer.json.writeRawValue(id.get());
      }
      members.write(answer);
      if (!printed.isEmpty()) {
        answer.texts("printed", printed);
      }
      answer.json.writeEndObject();
      answer.json.close();
      return answer.bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("memory can be written to", e);
    }
  }

  void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  void whole(String name, int value) throws IOException {
    json.writeNumberField(name, value);
  }

  void wholes(String name, List<Integer> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (int value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  void name(String name) throws IOException {
    json.writeFieldName(name);
  }

  void open() throws IOException {
    json.writeStartObject();
  }

  void close() throws IOException {
    json.writeEndObject();
  }

  void openList() throws IOException {
    json.writeStartArray();
  }

  void closeList() throws IOException {
    json.writeEndArray();
  }

  /** A value of a variable; ints that were not computed are NaN in a row. */
  void number(double value, boolean isInt) throws IOException {
    if (isInt && value == (int) value) {
      json.writeNumber((int) value);
    } else {
      real(value);
    }
  }

  void real(double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
  }

  void reals(double[] values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      real(value);
    }
    json.writeEndArray();
  }
}
