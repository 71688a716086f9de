package org.stanj.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the prebuilt jar that models are appended to. */
final class RuntimeJar {
  private RuntimeJar() {}

  /** {@code runtime.jar} in the directory that the launching script names. */
  static Path locate() {
    Path jar = Path.of(System.getProperty("stanj.home", "."), "runtime.jar");
    if (!Files.isRegularFile(jar)) {
      throw CliFailure.file("read", jar, "start stanj by its script, which builds that file");
    }
    return jar;
  }
}
