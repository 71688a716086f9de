package org.stanj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests on lines get their answers, whatever is wrong with them; the page shows them. */
final class ServeTest {
  private static final Path PAGE = Path.of("..", "docs", "serve.md");
  private static final String DATA = "{\"n\": 10, \"k\": 3}";

  /** What the client of the page says. */
  private static final List<String> SESSION =
      List.of(
          "{\"id\": 1, \"method\": \"gradient\", \"q\": [0.5]}",
          "{\"id\": 2, \"method\": \"gradient\", \"q\": [[0.5], [1]], \"jacobian\": false}",
          "{\"id\": 3, \"method\": \"constrain\", \"q\": [0.5], \"generated_quantities\": true}",
          "{\"id\": \"back\", \"method\": \"unconstrain\", \"values\": {\"p\": 0.25}}",
          "{\"id\": 4, \"method\": \"log_density\", \"q\": [0.5, 1]}",
          "{\"id\": 5, \"method\": \"unconstrain\", \"values\": {\"p\": 2}}",
          "{\"id\": 6, \"method\": \"density\"}",
          "log_density");

  private static List<String> answers(Posterior posterior, List<String> requests)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String lines = requests.stream().map(line -> line + "\n").collect(Collectors.joining());
    posterior.serve(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String answer(Posterior posterior, String request) throws IOException {
    return answers(posterior, List.of(request)).get(1);
  }

  private static String block(String page, String language) {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```\n", Pattern.DOTALL).matcher(page);
    assertTrue(block.find(), language);
    return block.group(1);
  }

  @Test
  void pageShowsTheSession() throws IOException {
    String page = Files.readString(PAGE);
    Posterior coin = Stan.compile("coin", block(page, "stan")).bind(Data.json(DATA));
    Iterator<String> answers = answers(coin, SESSION).iterator();
    StringBuilder session = new StringBuilder(answers.next()).append('\n');
    for (String request : SESSION) {
      session.append("> ").append(request).append('\n').append(answers.next()).append('\n');
    }
    String client = Files.readString(Path.of("..", "test-clients", "density.py"));
    String filled =
        page.replace("```text\n" + block(page, "text"), "```text\n" + session)
            .replace("```python\n" + block(page, "python"), "```python\n" + client);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, filled);
    }
    assertEquals(filled, Files.readString(PAGE), "the profile golden rewrites it");
  }

  @Test
  void commandLineServesStandardInput(@TempDir Path folder) throws Exception {
    String page = Files.readString(PAGE);
    CommandLine command = new CommandLine(folder, block(page, "stan"), DATA);
    InputStream before = System.in;
    String lines = String.join("\n", SESSION) + "\n\n";
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    try {
      String out = command.run("serve", "random", "seed=0");
      Posterior same = Stan.compile("m", block(page, "stan")).bind(Data.json(DATA));
      String unplaced = out.replace(folder + "/", "");
      assertEquals(answers(same, SESSION), unplaced.lines().toList());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void dataThatDoNotFitAreAnAnswerToo(@TempDir Path folder) throws Exception {
    String page = Files.readString(PAGE);
    CommandLine command = new CommandLine(folder, block(page, "stan"), "{\"n\": 10}");
    CommandLine.Result result = command.result("serve");
    assertEquals(1, result.code());
    assertTrue(
        result.out().startsWith("{\"error\":{\"kind\":\"input\",\"message\":"), result.out());
    assertTrue(result.out().contains("variable name=k"), result.out());
    assertTrue(result.err().contains("variable name=k"), result.err());
  }

  @Test
  void pointsThatFailAreNumbered() throws IOException {
    Posterior picky =
        Stan.compile(
                """
                parameters { real x; }
                model {
                  array[2] real a = {x, x};
                  print("at ", x);
                  if (x < 0) reject("low");
                  target += a[x > 1 ? 3 : 1];
                }
                """)
            .bind(Data.NONE);
    assertEquals(
        "{\"error\":{\"kind\":\"rejected\",\"message\":\"low (in 'model.stan', line 5, column 13 to"
            + " column 27)\",\"point\":1},\"printed\":[\"at 0.5\",\"at -1\"]}",
        answer(picky, "{\"method\": \"log_density\", \"q\": [[0.5], [-1], [2]]}"));
    String index = answer(picky, "{\"method\": \"gradient\", \"q\": [2]}");
    assertTrue(index.startsWith("{\"error\":{\"kind\":\"fatal\",\"message\":\""), index);
    assertTrue(index.contains("\"printed\":[\"at 2\"]"), index);
    assertEquals(
        "{\"log_density\":\"NaN\",\"printed\":[\"at nan\"]}",
        answer(picky, "{\"method\": \"log_density\", \"q\": [\"NaN\"]}"));
  }

  @Test
  void illFormedRequestsAreToldAndTheSessionGoesOn() throws IOException {
    Posterior coin =
        Stan.compile("parameters { real x; } model { x ~ std_normal(); }").bind(Data.NONE);
    assertRefused(coin, "{\"id\": 1, \"q\": [0]}", "method is missing", "\"id\":1,");
    assertRefused(coin, "{\"method\": \"gradient\"}", "q is missing", "");
    assertRefused(coin, "{\"method\": \"unconstrain\"}", "values is missing", "");
    assertRefused(
        coin, "{\"method\": \"gradient\", \"point\": [0]}", "no request has a member", "");
    assertRefused(coin, "{\"method\": \"gradient\", \"q\": [0, true]}", "q: expected a list", "");
    assertRefused(coin, "{\"method\": \"gradient\", \"q\": [[0], 1]}", "q: expected a list", "");
    assertRefused(coin, "{\"method\": \"gradient\", \"q\": 1}", "q: expected a list", "");
    assertRefused(coin, "{\"q\": [0], \"q\": [1]}", "not JSON: Duplicate field 'q'", "");
    assertRefused(coin, "[1]", "a request is a JSON object on one line", "");
    assertRefused(coin, "{\"method\": \"info\"} {}", "there is text behind the object", "");
    assertRefused(coin, "{\"id\": [1]}", "id: expected a text or a whole number", "");
    assertRefused(coin, "{\"jacobian\": 1}", "jacobian: expected true or false", "");
    assertRefused(coin, "{\"iteration\": -1}", "iteration: -1, must not be negative", "");
    List<String> both = answers(coin, List.of("{", "{\"method\": \"log_density\", \"q\": [2]}"));
    assertEquals("{\"log_density\":-2.0}", both.get(2));
  }

  private static void assertRefused(Posterior posterior, String request, String message, String id)
      throws IOException {
    String answer = answer(posterior, request);
    String start = "{" + id + "\"error\":{\"kind\":\"request\",\"message\":\"" + message;
    assertTrue(answer.startsWith(start), answer);
  }

  @Test
  void valuesOfAllShapesComeBack() throws IOException {
    Posterior shapes =
        Stan.compile(
                """
                parameters {
                  matrix[2, 3] m;
                  array[2] tuple(real, array[2] vector[2]) t;
                  complex z;
                }
                model { }
                """)
            .bind(Data.NONE);
    String values =
        "{\"m\":[[1.0,2.0,3.0],[4.0,5.0,6.0]],"
            + "\"t\":[{\"1\":7.0,\"2\":[[8.0,9.0],[10.0,11.0]]},"
            + "{\"1\":12.0,\"2\":[[13.0,14.0],[15.0,16.0]]}],\"z\":[17.0,18.0]}";
    String q = answer(shapes, "{\"method\": \"unconstrain\", \"values\": " + values + "}");
    String point = q.substring(1, q.length() - 1);
    assertEquals(
        "{\"values\":" + values + "}",
        answer(shapes, "{\"method\": \"constrain\", " + point + "}"));
  }
}
