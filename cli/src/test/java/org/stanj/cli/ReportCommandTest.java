package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.cli.draws.OtherFormat;
import org.stanj.runtime.io.RowFormat;

/** {@code stanj report}, {@code stanj sample ... report=} and {@code stanj watch}. */
final class ReportCommandTest {
  private final CommandLineFixture stanj = new CommandLineFixture();
  @TempDir private Path temp;
  private String program = "";
  private String data = "";

  @BeforeEach
  void writeFiles() throws IOException {
    program = Files.writeString(temp.resolve("two.stan"), "good < program").toString();
    data = Files.writeString(temp.resolve("two.json"), "{\"mu\": 3}").toString();
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  private String html(String name) throws IOException {
    return Files.readString(temp.resolve(name));
  }

  @Test
  void sampleAndReportSayTheSame() throws IOException {
    int code =
        stanj.run(
            "sample",
            program,
            data,
            "report=" + file("a.html"),
            "random",
            "seed=1",
            "output",
            "file=" + file("o.csv"),
            "status=" + file("o.status"),
            "sig_figs=18");
    assertEquals(0, code, stanj::err);
    assertTrue(stanj.out().endsWith("a.html: Converged: no problems found\n"), stanj.out());
    String[] files = {file("o_1.csv"), file("o_2.csv"), file("o_3.csv"), file("o_4.csv")};
    code =
        stanj.run(
            "report",
            files[0],
            files[1],
            files[2],
            files[3],
            "-o",
            file("b.html"),
            "--program",
            program);
    assertEquals(0, code, stanj::err);
    for (String part : new String[] {"verdict", "summary", "program"}) {
      assertEquals(section(html("a.html"), part), section(html("b.html"), part));
    }
    assertTrue(section(html("a.html"), "program").contains("good &lt; program"));
    assertTrue(section(html("a.html"), "program").contains("two.json"));
    reportsOfOtherFormatsSayTheSame(files);
    stanj.out.reset();
    assertEquals(0, stanj.run("watch", file("o.status")), stanj::err);
    assertEquals(5, stanj.out().lines().count(), stanj.out());
    assertTrue(stanj.out().contains("chain 4: 100%, done in 0:0"), stanj.out());
    assertTrue(stanj.out().contains("of 3 quantities, 4 chains of 1000 draws"), stanj.out());
  }

  private void reportsOfOtherFormatsSayTheSame(String[] files) throws IOException {
    for (RowFormat format : List.of(RowFormat.CSV_GZ, RowFormat.ARROW)) {
      String name = "report_" + format.name() + ".html";
      List<String> words = new ArrayList<>(List.of("report", "-o", file(name)));
      for (String csv : files) {
        words.add(OtherFormat.of(Path.of(csv), format).toString());
      }
      assertEquals(0, stanj.run(words.toArray(new String[0])), stanj::err);
      for (String part : new String[] {"verdict", "summary"}) {
        assertEquals(section(html("b.html"), part), section(html(name), part));
      }
    }
  }

  private static String section(String html, String name) {
    int start = html.indexOf("<section id=\"" + name + "\"");
    return html.substring(start, html.indexOf("</section>", start));
  }

  @Test
  void aReportThatCannotBeWrittenIsRefusedBeforeTheRun() {
    assertEquals(1, stanj.run("sample", program, data, "report=" + file("none/r.html")));
    assertTrue(stanj.err().contains("there is no directory"), stanj.err());
    assertFalse(stanj.out().contains("chains"), stanj.out());
    assertEquals(1, stanj.run("sample", program, data, "report="));
    assertTrue(stanj.err().contains("report= needs the name of a file"), stanj.err());
    assertEquals(1, stanj.run("report", file("o.csv"), "-o", temp.toString()));
    assertTrue(stanj.err().contains("it is a directory"), stanj.err());
  }

  @Test
  void filesThatCannotBeReadAreTold() throws IOException {
    assertEquals(1, stanj.run("report", file("none.csv"), "-o", file("r.html")));
    assertEquals("Error: " + file("none.csv") + ": cannot be read: no such file\n", stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("report", data, "-o", file("r.html")));
    assertTrue(stanj.err().contains("or is no file of Stan's"), stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("report"));
    assertTrue(stanj.err().contains("Missing required parameter"), stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("watch", file("none.status")));
    assertTrue(stanj.err().contains("no such file"), stanj.err());
    try (var files = Files.list(temp)) {
      assertEquals(2, files.count());
    }
  }
}
