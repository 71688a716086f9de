package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command said and wrote, compared with {@code src/test/resources/.../NAME.expected}; the
 * profile {@code golden} writes that file instead.
 */
final class Transcript {
  private static final Path RESOURCES =
      Path.of("src/test/resources/org/stanj/runtime/command").toAbsolutePath();

  private Transcript() {}

  /**
   * Compares.
   *
   * @param name of the file with what is expected
   * @param words of the command, without what differs from run to run
   * @param result of the command
   * @param files that it wrote
   */
  static void check(String name, String words, CommandLine result, String... files) {
    StringBuilder text = new StringBuilder("$ model " + words + "\n");
    text.append(CommandLine.mask(result.out()));
    text.append(CommandLine.mask(result.err()));
    text.append("[exit ").append(result.code()).append("]\n");
    for (String file : files) {
      text.append("\n==> ").append(Path.of(file).getFileName()).append("\n");
      text.append(CommandLine.masked(file));
    }
    compare(RESOURCES.resolve(name + ".expected"), text.toString());
  }

  private static void compare(Path expected, String text) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(RESOURCES);
        Files.writeString(expected, text);
      }
      assertEquals(Files.readString(expected), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
