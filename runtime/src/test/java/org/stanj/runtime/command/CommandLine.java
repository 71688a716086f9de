package org.stanj.runtime.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.model.CompiledModel;

/**
 * What a command line did.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CommandLine(int code, String out, String err) {
  /** Runs words separated by blanks on {@link NormalModel}. */
  static CommandLine run(String words) {
    return run(new NormalModel(), Map.of(), words);
  }

  static CommandLine run(CompiledModel model, Map<String, String> environment, String words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(out), new PrintStream(err));
    String[] args = words.isEmpty() ? new String[0] : words.split(" ");
    int code = Main.run(args, model, console, environment);
    return new CommandLine(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of standard error. */
  List<String> errors() {
    return err.lines().toList();
  }

  /** Standard output behind the configuration and its empty line. */
  String afterEcho() {
    int end = out.indexOf("\n\n");
    return end < 0 ? out : out.substring(end + 2);
  }

  /** Writes a file into a directory; returns its path. */
  static String file(Path directory, String name, String text) {
    Path file = directory.resolve(name);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  /** Reads a file, with what differs from run to run masked. */
  static String masked(String file) {
    try {
      return mask(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Dates, times and directories are replaced. */
  static String mask(String text) {
    return text.replaceAll("start_datetime = .*", "start_datetime = DATE")
        .replaceAll("[0-9.e-]+ seconds", "T seconds")
        .replaceAll("\"start_datetime\" : .*,", "\"start_datetime\" : DATE,")
        .replaceAll("= /.*/", "= ")
        .replaceAll(": \"\\\\?/.*/", ": \"");
  }
}
