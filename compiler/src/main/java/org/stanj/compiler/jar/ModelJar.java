package org.stanj.compiler.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stanj.compiler.CompiledProgram;
import org.stanj.runtime.model.ModelInfo;

/** Writes a compiled program as {@code m.jar} and as the executable {@code m}. */
public final class ModelJar {
  /** Where in the jar the run-time command line finds the model's class and name. */
  public static final String PROPERTIES = "META-INF/stanj/model.properties";

  /** Where in the jar the text of the program is, for those who measure its lines. */
  public static final String LINES = "META-INF/stanj/model.lines";

  private static final String SUFFIX = ".jar";

  private ModelJar() {}

  /**
   * Writes the jar, and beside it, without the suffix {@code .jar}, the same bytes behind a
   * launcher. Each file appears whole or not at all.
   *
   * @param runtimeJar what every model jar carries; its entries are copied as they are
   * @param out path that ends in {@code .jar}
   * @throws IOException if a file cannot be read or written
   */
  public static void write(CompiledProgram program, Path runtimeJar, Path out) throws IOException {
    byte[] jar = bytes(program, runtimeJar);
    WholeFile.write(out, jar, false);
    WholeFile.write(launcher(out), executable(jar), true);
  }

  /**
   * Writes the executable alone.
   *
   * @param out its path; on Windows {@code .cmd} takes the place of {@code .exe}, or is added
   * @param runtimeJar as for {@link #write}
   * @throws IOException if a file cannot be read or written
   */
  public static void writeExecutable(CompiledProgram program, Path runtimeJar, Path out)
      throws IOException {
    Path file = Launcher.here().file(out);
    WholeFile.write(file, executable(bytes(program, runtimeJar)), true);
  }

  private static byte[] executable(byte[] jar) {
    byte[] stub = Launcher.here().stub();
    byte[] executable = new byte[stub.length + jar.length];
    System.arraycopy(stub, 0, executable, 0, stub.length);
    System.arraycopy(jar, 0, executable, stub.length, jar.length);
    return executable;
  }

  /** The executable beside a jar: its path without {@code .jar}; on Windows {@code .cmd}. */
  public static Path launcher(Path jar) {
    String name = jar.getFileName().toString();
    if (!name.endsWith(SUFFIX) || name.equals(SUFFIX)) {
      throw new IllegalArgumentException(jar + " does not end in " + SUFFIX);
    }
    String base = name.substring(0, name.length() - SUFFIX.length());
    return jar.resolveSibling(base + Launcher.here().suffix());
  }

  private static byte[] bytes(CompiledProgram program, Path runtimeJar) throws IOException {
    ArchiveAppender appender = new ArchiveAppender(Archive.read(runtimeJar));
    appender.add(PROPERTIES, properties(program));
    appender.add(LINES, program.lines().written().getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(program.classes())
        .forEach((name, content) -> appender.add(name.replace('.', '/') + ".class", content));
    return appender.toByteArray();
  }

  /** Sorted and without the date that {@link Properties} writes, so that equal programs agree. */
  private static byte[] properties(CompiledProgram program) throws IOException {
    ModelInfo info = program.info();
    Properties properties = new Properties();
    properties.setProperty("class", program.className());
    properties.setProperty("name", info.name());
    properties.setProperty("stancflags", info.stancFlags());
    properties.setProperty("settings", settings(info));
    properties.setProperty("generates", Boolean.toString(info.generatesQuantities()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    properties.store(out, null);
    StringBuilder lines = new StringBuilder();
    out.toString(StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String settings(ModelInfo info) {
    return info.settings().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }
}
