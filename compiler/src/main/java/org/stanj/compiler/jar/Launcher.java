package org.stanj.compiler.jar;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The lines in front of a jar that make an executable of it.
 *
 * @param resource their text
 * @param suffix of the executable's name
 */
record Launcher(String resource, String suffix) {
  static final Launcher SHELL = new Launcher("launcher.sh", "");

  /** A batch file; nobody has tried it. */
  static final Launcher WINDOWS = new Launcher("launcher.cmd", ".cmd");

  private static final String EXE = ".exe";

  /** That of this system. */
  static Launcher here() {
    return File.separatorChar == '\\' ? WINDOWS : SHELL;
  }

  /** The name of the executable when another one was asked for. */
  Path file(Path asked) {
    String name = asked.getFileName().toString();
    if (suffix.isEmpty() || name.endsWith(suffix)) {
      return asked;
    }
    String base = name.endsWith(EXE) ? name.substring(0, name.length() - EXE.length()) : name;
    return asked.resolveSibling(base + suffix);
  }

  /** The lines; they name the Java of this process, which is tried before others. */
  byte[] stub() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String quoted = "'" + java.toString().replace("'", "'\\''") + "'";
    String text = text().replace("@JAVA@", quoted);
    String lines = suffix.isEmpty() ? text : text.replace("\n", "\r\n");
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    try (InputStream in = Launcher.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError(resource + " is not among the compiler's resources");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
