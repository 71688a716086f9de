package org.stanj.compiler.jar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.compiler.CompiledProgram;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.SourceLines;

/** Writes jars from a small runtime jar and runs them with the JDK of the test. */
final class ModelJarTest {
  private static final String MODEL = "org.stanj.compiler.jar.ModelJarTest$Payload";

  /** Stands in for a generated class. */
  static final class Payload {}

  private static final SourceLines LINES =
      new SourceLines(List.of(new SourceLines.File("é.stan", List.of("model {", "", "}"))));

  @TempDir private Path temp;
  private Path runtime;
  private Path out;

  @BeforeEach
  void makeRuntimeJar() throws IOException {
    runtime = temp.resolve("runtime.jar");
    Path folder = Files.createDirectory(temp.resolve("with blanks"));
    out = folder.resolve("m.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ReportingMain.class.getName());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(runtime), manifest)) {
      for (Class<?> type : List.of(ReportingMain.class, ModelJar.class)) {
        jar.putNextEntry(new JarEntry(path(type.getName())));
        jar.write(classFile(type.getName()));
      }
    }
  }

  @Test
  void holdsTheRuntimeTheClassesAndTheProperties() throws IOException {
    ModelJar.write(program("naïve_model", "--O1 --filename-in-msg=a b.stan"), runtime, out);
    try (JarFile jar = new JarFile(out.toFile())) {
      assertEquals(6, jar.size());
      assertArrayEquals(classFile(MODEL), bytes(jar, path(MODEL)));
      String main = path(ReportingMain.class.getName());
      assertArrayEquals(classFile(ReportingMain.class.getName()), bytes(jar, main));
      Properties properties = new Properties();
      properties.load(new ByteArrayInputStream(bytes(jar, ModelJar.PROPERTIES)));
      assertEquals(
          Map.of(
              "class", MODEL,
              "name", "naïve_model",
              "stancflags", "--O1 --filename-in-msg=a b.stan",
              "settings", "THREADS",
              "generates", "true"),
          properties);
      String lines = new String(bytes(jar, ModelJar.LINES), StandardCharsets.UTF_8);
      assertEquals(LINES, SourceLines.read(lines));
    }
  }

  @Test
  void keepsTheRuntimeEntriesAsTheyAre() throws IOException {
    ModelJar.write(program("m", ""), runtime, out);
    byte[] before = Archive.read(runtime).entries();
    assertArrayEquals(before, Arrays.copyOf(Files.readAllBytes(out), before.length));
  }

  @Test
  void launcherEndsInTheSameBytes() throws IOException {
    ModelJar.write(program("m", ""), runtime, out);
    byte[] jar = Files.readAllBytes(out);
    byte[] executable = Files.readAllBytes(ModelJar.launcher(out));
    int stub = executable.length - jar.length;
    assertArrayEquals(jar, Arrays.copyOfRange(executable, stub, executable.length));
    String text = new String(executable, 0, stub, StandardCharsets.US_ASCII);
    assertTrue(text.startsWith("#!/bin/sh\n"), text);
    assertTrue(text.endsWith("\"$@\"\n"), text);
  }

  @Test
  void equalProgramsGiveEqualJars() throws IOException {
    ModelJar.write(program("m", ""), runtime, out);
    byte[] first = Files.readAllBytes(out);
    ModelJar.write(program("m", ""), runtime, out);
    assertArrayEquals(first, Files.readAllBytes(out));
  }

  @Test
  void runsAsJarAndAsExecutable() throws Exception {
    ModelJar.write(program("m", ""), runtime, out);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String expected = "[two, a b] " + MODEL + " m\n";
    assertEquals(expected, run(new ProcessBuilder(java, "-jar", out.toString(), "two", "a b")));
    String executable = ModelJar.launcher(out).toString();
    ProcessBuilder direct = new ProcessBuilder(executable, "two", "a b");
    direct.environment().put("STANJ_JAVA", java);
    assertEquals(expected, run(direct));
  }

  @Test
  void launcherSaysWhenThereIsNoJava() throws Exception {
    ModelJar.write(program("m", ""), runtime, out);
    ProcessBuilder direct = new ProcessBuilder(ModelJar.launcher(out).toString());
    direct.environment().put("STANJ_JAVA", "/no/such/java");
    Process process = direct.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    assertTrue(said.startsWith("Error: /no/such/java was not found"), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void launcherSaysWhenJavaIsTooOld() throws Exception {
    ModelJar.write(program("m", ""), runtime, out);
    for (String version : List.of("1.8.0_402", "9.0.4", "11.0.22", "16")) {
      Path java = temp.resolve("java" + version);
      Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + version + "\"' >&2\n");
      assertTrue(java.toFile().setExecutable(true));
      ProcessBuilder direct = new ProcessBuilder(ModelJar.launcher(out).toString());
      direct.environment().put("STANJ_JAVA", java.toString());
      Process process = direct.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(1, process.waitFor());
      assertTrue(said.startsWith("Error: " + java + " is too old"), said);
    }
  }

  /** Only then: it makes what the JVM compiles a little larger. */
  @Test
  void compiledCodeKnowsItsLinesWhereTheyAreProfiled() throws Exception {
    ModelJar.write(program("m", ""), runtime, out);
    Path java = temp.resolve("java-that-tells");
    String script = "[ \"$1\" = -version ] && echo '\"17\"' || { echo \"$*\"; exit 3; }\n";
    Files.writeString(java, "#!/bin/sh\n" + script);
    assertTrue(java.toFile().setExecutable(true));
    for (String word : List.of("profile_lines=a b.csv", "profile_file=a.csv")) {
      ProcessBuilder direct = new ProcessBuilder(ModelJar.launcher(out).toString(), "output", word);
      direct.environment().put("STANJ_JAVA", java.toString());
      String said = run(direct);
      assertTrue(said.contains(" output " + word), said);
      assertEquals(word.startsWith("profile_lines"), said.contains("+DebugNonSafepoints"), said);
    }
  }

  /** The Java that compiled the model serves where none is on the path, or none that is right. */
  @Test
  void runsWithoutAnEnvironment() throws Exception {
    ModelJar.write(program("m", ""), runtime, out);
    String executable = ModelJar.launcher(out).toString();
    String line = "exec \"$0\" \"$(printf 'n\\303\\251e')\"";
    ProcessBuilder direct = new ProcessBuilder("/bin/sh", "-c", line, executable);
    direct.environment().clear();
    direct.environment().put("JAVA_HOME", "/no/such");
    assertEquals("[née] " + MODEL + " m\n", run(direct));
  }

  @Test
  void launcherOfWindowsIsABatchFile() {
    String text = new String(Launcher.WINDOWS.stub(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("@echo off\r\n"), text);
    assertTrue(text.endsWith("exit /b %ERRORLEVEL%\r\n"), text);
    assertEquals(Path.of("a/m.cmd"), Launcher.WINDOWS.file(Path.of("a/m.exe")));
    assertEquals(Path.of("m.cmd"), Launcher.WINDOWS.file(Path.of("m")));
    assertEquals(Path.of("m.exe"), Launcher.SHELL.file(Path.of("m.exe")));
  }

  @Test
  void leavesNothingBehindWhereItCannotWrite() throws IOException {
    Path folder = Files.createDirectories(out.resolveSibling("taken.jar").resolve("x")).getParent();
    assertThrows(IOException.class, () -> ModelJar.write(program("m", ""), runtime, folder));
    try (Stream<Path> left = Files.list(out.getParent())) {
      assertEquals(
          List.of("taken.jar"), left.map(p -> p.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Path text = Files.writeString(temp.resolve("text.jar"), "no jar".repeat(10));
    assertThrows(IOException.class, () -> ModelJar.write(program("m", ""), text, out));
    assertFalse(Files.exists(out));
  }

  private static String run(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(3, process.waitFor(), said);
    return said;
  }

  private static CompiledProgram program(String name, String flags) throws IOException {
    ModelInfo info = new ModelInfo(name, flags, Set.of(BuildSetting.THREADS), true);
    return new CompiledProgram(info, MODEL, LINES, Map.of(MODEL, classFile(MODEL)));
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in = ModelJarTest.class.getResourceAsStream("/" + path(name))) {
      return in.readAllBytes();
    }
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }

  private static byte[] bytes(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return in.readAllBytes();
    }
  }
}
