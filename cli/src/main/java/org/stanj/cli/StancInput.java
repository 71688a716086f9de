package org.stanj.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.ModelName;
import org.stanj.compiler.source.SourceFile;

/**
 * The program that {@code stanj stanc} is given.
 *
 * @param stem the path without its suffix
 * @param functionsOnly whether it is a list of functions without a block
 */
record StancInput(SourceFile source, Path stem, boolean functionsOnly) {
  /** How standard input is named on the command line. */
  static final String STANDARD = "-";

  private static final String STDIN = "stdin";

  /**
   * Reads the program.
   *
   * @param shown what messages call it, if not by its path
   */
  static StancInput read(String file, @Nullable String shown) throws IOException {
    boolean standard = file.equals(STANDARD);
    String text = standard ? decode(System.in) : decode(Path.of(file));
    String given = standard ? STDIN : file;
    String name = shown == null ? given : shown;
    return new StancInput(SourceFile.of(name, text), stem(given), given.endsWith(".stanfunctions"));
  }

  private static String decode(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String decode(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CliFailure.file("read", path, FileReasons.of(e));
    }
  }

  private static Path stem(String file) {
    Path path = Path.of(file);
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? path.resolveSibling(name.substring(0, dot)) : path;
  }

  /** As stanc forms it: the file's name without suffix, {@code _model} behind it. */
  String modelName() {
    return ModelName.of(String.valueOf(stem.getFileName()));
  }

  /** Where stanc writes C++ unless it is told otherwise. */
  Path codeFile() {
    return stem.resolveSibling(stem.getFileName() + ".hpp");
  }

  /** What is written in the place of C++: that there is none, and the program. */
  String insteadOfCode() {
    StringBuilder out = new StringBuilder();
    out.append("// Written by stanj ").append(StanjCommand.VERSION).append(" in the place of\n");
    out.append("// the C++ of stanc3 v2.37.0, for tools that look for this file. stanj compiles\n");
    out.append("// Stan to Java bytecode and makes no C++. The program that was checked:\n//\n");
    for (int line = 1; line <= source.lineCount(); line++) {
      out.append(("// " + source.line(line)).stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
