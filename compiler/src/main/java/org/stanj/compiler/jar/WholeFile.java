package org.stanj.compiler.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Writes a file that is never seen half written: a temporary beside it takes its name at the end.
 */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes or replaces {@code target}.
   *
   * @param executable whether whoever may read the file may run it
   */
  static void write(Path target, byte[] content, boolean executable) throws IOException {
    // Not a random name: the JDK's secure generator costs tens of milliseconds to start.
    String suffix = Long.toHexString(System.nanoTime());
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + suffix);
    try {
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (executable) {
        makeExecutable(temporary);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    Files.setPosixFilePermissions(file, permissions);
  }
}
