package org.stanj.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium with one page, driven by its DevTools protocol. Answers and events are flat
 * maps: the member {@code a.b} of an answer is that of its member {@code a}.
 */
final class Browser implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String LISTENING = "DevTools listening on ";
  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<Map<String, String>> messages = new LinkedBlockingQueue<>();
  private final List<Map<String, String>> events = new ArrayList<>();
  private String session = "";
  private int last;

  /** The command that starts Chromium, if there is one. */
  static Optional<String> find() {
    List<String> names =
        Stream.of(System.getenv("STANJ_BROWSER"), "chromium", "chromium-browser", "google-chrome")
            .filter(name -> name != null && !name.isEmpty())
            .toList();
    String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return names.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder).resolve(name)))
        .map(Path::toFile)
        .filter(File::canExecute)
        .map(File::getPath)
        .findFirst();
  }

  /**
   * Starts a browser.
   *
   * @param profile a folder of its own
   */
  Browser(String command, Path profile) throws IOException {
    List<String> words =
        List.of(
            command,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--remote-debugging-port=0",
            "--window-size=1280,1000",
            "--user-data-dir=" + profile,
            "about:blank");
    process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    String address = address();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).get("result.targetId");
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("result.sessionId");
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  private String address() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        new Thread(() -> lines.lines().forEach(rest -> {}), "browser-log").start();
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("the browser ended before it could be reached");
  }

  /** Opens a file, and waits until it is loaded. */
  void open(Path file) {
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    for (int i = 0; i < 10 * SECONDS; i++) {
      if (evaluate("document.readyState").equals("complete")) {
        return;
      }
      pause();
    }
    throw new AssertionError("the page was not loaded");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    for (int i = 0; i < 10 * SECONDS; i++) {
      if (evaluate(expression).equals("true")) {
        return;
      }
      pause();
    }
    throw new AssertionError("never true: " + expression);
  }

  /** The value of an expression as text. */
  String evaluate(String expression) {
    Map<String, String> answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", "String(" + expression + ")", "userGesture", true));
    if (answer.containsKey("result.exceptionDetails.text")) {
      throw new AssertionError(expression + ": " + answer);
    }
    return answer.get("result.result.value");
  }

  /** A command of the protocol, and its answer. */
  Map<String, String> call(String method, Map<String, Object> parameters) {
    int id = ++last;
    socket.sendText(request(id, method, parameters), true).join();
    while (true) {
      Map<String, String> message = next();
      if (!message.containsKey("id")) {
        events.add(message);
      } else if (message.get("id").equals(String.valueOf(id))) {
        if (message.containsKey("error.message")) {
          throw new AssertionError(method + ": " + message);
        }
        return message;
      }
    }
  }

  private Map<String, String> next() {
    try {
      Map<String, String> message = messages.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the browser does not answer");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String request(int id, String method, Map<String, Object> parameters) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("id", id);
      json.writeStringField("method", method);
      if (!session.isEmpty()) {
        json.writeStringField("sessionId", session);
      }
      json.writeFieldName("params");
      value(json, parameters);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        value(json, each);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  /** The events of a kind so far. */
  List<Map<String, String>> events(String method) {
    evaluate("1"); // what happened before has come when the answer has
    return events.stream().filter(e -> method.equals(e.get("method"))).toList();
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> flat(String text) throws IOException {
    Map<String, String> flat = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      flatten(json, "", flat);
    }
    return flat;
  }

  private static void flatten(JsonParser json, String path, Map<String, String> flat)
      throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        flatten(json, path.isEmpty() ? name : path + "." + name, flat);
      }
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
        flatten(json, path + "." + i, flat);
      }
    } else {
      flat.put(path, json.getText());
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        try {
          messages.add(flat(text.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
