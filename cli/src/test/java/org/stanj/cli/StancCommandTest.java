package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.command.Console;

/** Runs {@code stanj stanc} with the options that clients use. */
class StancCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path good;
  private Path bad;
  private Path old;

  @BeforeEach
  void writePrograms() throws IOException {
    good = write("good.stan", "parameters { real x; }\nmodel { x ~ normal(0,1); }\n");
    bad = write("bad.stan", "model {\n  real y = z;\n}\n");
    old = write("old.stan", "parameters { real x; }\nmodel { target += fabs(x); }\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int stanc(Object... words) {
    String[] all = new String[words.length + 1];
    all[0] = "stanc";
    for (int i = 0; i < words.length; i++) {
      all[i + 1] = words[i].toString();
    }
    Console console = new Console(new PrintStream(out, true), new PrintStream(err, true));
    return new Main(console, ProgramCompiler.standard()).run(all);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsTheVersionThatItStandsFor() {
    assertEquals(0, stanc("--version"));
    assertEquals("stanc3 v2.37.0 (Unix)\n", out());
  }

  @Test
  void writesTheFileThatClientsLookFor() throws IOException {
    assertEquals(0, stanc(good));
    String text = Files.readString(folder.resolve("good.hpp"));
    assertTrue(text.contains("makes no C++"));
    assertTrue(text.contains("// model { x ~ normal(0,1); }"));
    assertEquals("", out() + err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--o=", "--output=", "--o ", "-o ", "-o"})
  void writesWhereItIsTold(String option) {
    Path target = folder.resolve("other.hpp");
    List<Object> words =
        option.endsWith(" ")
            ? List.of("--name=a_model", good, option.strip(), target)
            : List.of(option + target, "--standalone-functions", "--O1", good);
    assertEquals(0, stanc(words.toArray()));
    assertTrue(Files.exists(target));
    assertFalse(Files.exists(folder.resolve("good.hpp")));
  }

  @Test
  void saysWhatAProgramReads() {
    assertEquals(0, stanc("--info", "--include-paths", folder, good));
    assertTrue(out().startsWith("{\n  \"inputs\": {},\n  \"parameters\": { \"x\": { \"type\""));
    assertTrue(out().contains("\"distributions\": [ \"normal_lupdf\" ]"));
  }

  @Test
  void formats() {
    assertEquals(0, stanc(good, "--auto-format", "--max-line-length=40"));
    assertEquals("parameters {\n  real x;\n}\nmodel {\n  x ~ normal(0, 1);\n}\n\n", out());
    assertFalse(Files.exists(folder.resolve("good.hpp")));
  }

  @Test
  void refusesWrongPrograms() {
    assertEquals(1, stanc("--filename-in-msg=shown.stan", bad));
    assertTrue(err().startsWith("Semantic error in 'shown.stan', line 2, column 11"));
    assertEquals("", out());
  }

  @Test
  void oldNamesAreRefusedWhereStrict() {
    assertEquals(0, stanc("--info", old));
    assertTrue(err().startsWith("Warning in "));
    assertEquals(1, stanc("--info", "--strict", old));
    assertTrue(err().contains("Semantic error in "));
  }

  @Test
  void undefinedFunctionsMayBeAllowed() throws IOException {
    Path declared = write("d.stan", "functions { real f(real x); }\nmodel { target += f(1); }\n");
    assertEquals(1, stanc("--info", declared));
    assertEquals(0, stanc("--info", "--allow-undefined", declared));
  }

  @Test
  void functionsMayStandAlone() throws IOException {
    Path functions = write("f.stanfunctions", "real f(real x) { return x; }\n");
    assertEquals(0, stanc("--auto-format", "--filename-in-msg=x", functions));
    assertEquals("real f(real x) {\n  return x;\n}\n", out());
  }

  @Test
  void includedFilesAreKeptOrWrittenOut() throws IOException {
    write("f.stanfunctions", "real f(real x) { return x; }\n");
    Path including = write("i.stan", "functions {\n#include f.stanfunctions\n}\nmodel { }\n");
    assertEquals(0, stanc("--auto-format", "--include-paths=" + folder, including));
    assertTrue(out().contains("\n  #include f.stanfunctions\n"));
    out.reset();
    assertEquals(0, stanc("--print-canonical", "--include-paths=" + folder, including));
    assertTrue(out().contains("\n    return x;\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--nonsense", "--name", "none.stan", "--canonicalize=all good.stan"})
  void wrongCommandLinesHaveTheirOwnCode(String words) {
    Object[] line =
        words.isEmpty() ? new Object[0] : words.replace("good.stan", "" + good).split(" ");
    assertEquals(124, stanc(line));
    assertEquals("", out());
  }
}
