package org.stanj.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where {@code #include} looks for files: what the user names, then beside the program. */
final class IncludePaths {
  private IncludePaths() {}

  static List<Path> of(List<Path> named, Path program) {
    List<Path> all = new ArrayList<>(named);
    all.add(Optional.ofNullable(program.getParent()).orElse(Path.of(".")));
    return all;
  }
}
