package org.stanj.runtime.checkpoint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.CompiledModel;

/**
 * A number that changes with the code of a model and of what runs it. It is made of the entries of
 * their jar, so that the launcher in front of them does not matter.
 */
public final class ProgramChecksum {
  private ProgramChecksum() {}

  /** The number of a model's jar; 0 for a model that does not come from a jar. */
  public static long of(CompiledModel model) {
    @Nullable CodeSource source = model.getClass().getProtectionDomain().getCodeSource();
    try {
      if (source == null || source.getLocation() == null) {
        return 0;
      }
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar) ? of(jar) : 0;
    } catch (IOException | URISyntaxException e) {
      throw new CommandFailure("cannot read the model's own file: " + e.getMessage());
    }
  }

  static long of(Path jar) throws IOException {
    CRC32 sum = new CRC32();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        String text = entry.getName() + " " + entry.getCrc() + "\n";
        sum.update(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return sum.getValue();
  }
}
