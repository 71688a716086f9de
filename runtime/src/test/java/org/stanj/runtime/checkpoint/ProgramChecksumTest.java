package org.stanj.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramChecksumTest {
  @TempDir Path directory;

  /** As the jar of a model that was compiled from a changed program, or with a launcher. */
  @Test
  void anotherJarIsAnotherProgram() throws IOException {
    Path one = jar("one.jar", "", "class");
    assertEquals(ProgramChecksum.of(one), ProgramChecksum.of(jar("m", "#!/bin/sh\n", "class")));
    assertNotEquals(ProgramChecksum.of(one), ProgramChecksum.of(jar("two.jar", "", "klass")));
  }

  private Path jar(String name, String launcher, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(launcher.getBytes(StandardCharsets.UTF_8));
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("m.class"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(directory.resolve(name), bytes.toByteArray());
  }
}
