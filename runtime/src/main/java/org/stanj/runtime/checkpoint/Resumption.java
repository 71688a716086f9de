package org.stanj.runtime.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.arguments.ValueText;
import org.stanj.runtime.model.CompiledModel;

/** Brings a saved run and the command line that goes on with it together. */
public final class Resumption {
  public static final String RESUME = "sample.resume";
  private static final String DATA = "data.file";

  /** What may differ: no draw depends on it. Data are compared by their contents. */
  private static final Set<String> FREE =
      Set.of(
          "method",
          RESUME,
          DATA,
          "output.refresh",
          "output.status",
          "output.checkpoint",
          "output.checkpoint_interval",
          "num_threads",
          "auto_parallel");

  private Resumption() {}

  /** The saved arguments, as they stand at the head of the files. */
  public static Configuration saved(Configuration now, Checkpoint checkpoint) {
    return new Configuration(now.arguments(), checkpoint.given(), checkpoint.shownAsDefault());
  }

  /**
   * The arguments to go on with: the saved ones, and from the command line what no draw depends on.
   * Refuses others that differ.
   */
  public static Configuration merged(
      Configuration now, Checkpoint checkpoint, CompiledModel model) {
    if (!checkpoint.model().equals(model.info().name())) {
      throw new CommandFailure("resume: the checkpoint is of model " + checkpoint.model());
    }
    if (checkpoint.program() != ProgramChecksum.of(model)) {
      throw new CommandFailure(
          "resume: the program is not the one that the run was started with: it was changed, or"
              + " compiled with other flags or by another version of stanj");
    }
    Configuration saved = saved(now, checkpoint);
    Map<String, Object> given = new HashMap<>(saved.given());
    Set<String> shown = new HashSet<>(saved.shownAsDefault());
    for (Map.Entry<String, Object> e : now.given().entrySet()) {
      String path = e.getKey();
      if (FREE.contains(path)) {
        given.put(path, e.getValue());
      } else if (!now.shownAsDefault().contains(path) && !saved.at(path).equals(e.getValue())) {
        throw new CommandFailure(
            "resume: the run was started with "
                + path.substring(path.lastIndexOf('.') + 1)
                + "="
                + ValueText.show(saved.at(path))
                + ", not "
                + ValueText.show(e.getValue()));
      }
    }
    if (checksum(new Configuration(now.arguments(), given, shown)) != checkpoint.data()) {
      throw new CommandFailure("resume: the data are not those that the run was started with");
    }
    return new Configuration(now.arguments(), given, shown);
  }

  /** Checksum of the data file; 0 without one. */
  public static long checksum(Configuration configuration) {
    return checksum(configuration.text(DATA));
  }

  /** Checksum of a data file; 0 without a name. */
  public static long checksum(String file) {
    if (file.isEmpty()) {
      return 0;
    }
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(Path.of(file)), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
      return sum.getValue();
    } catch (IOException e) {
      throw new CommandFailure("Cannot open specified file, \"" + file + "\"");
    }
  }
}
