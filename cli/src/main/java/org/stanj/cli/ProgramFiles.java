package org.stanj.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs that a command line names: files, those below directories, those of a list. */
final class ProgramFiles {
  private static final String LIST = "-";

  private ProgramFiles() {}

  /**
   * The files in their order, those of a directory by name.
   *
   * @param words files, directories, or {@code -} for names of files on standard input, one a line
   */
  static List<Path> of(List<String> words) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String word : words) {
      if (word.equals(LIST)) {
        listed().forEach(line -> files.add(Path.of(line)));
      } else if (Files.isDirectory(Path.of(word))) {
        files.addAll(below(Path.of(word)));
      } else {
        files.add(Path.of(word));
      }
    }
    return files;
  }

  private static Stream<String> listed() throws IOException {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank());
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(ProgramFiles::isProgram).sorted().toList();
    }
  }

  private static boolean isProgram(Path path) {
    String name = String.valueOf(path.getFileName());
    return (name.endsWith(".stan") || name.endsWith(".stanfunctions")) && Files.isRegularFile(path);
  }
}
