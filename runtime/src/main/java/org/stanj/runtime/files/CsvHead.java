package org.stanj.runtime.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.arguments.ConfigurationText;
import org.stanj.runtime.checkpoint.Checkpoint;
import org.stanj.runtime.checkpoint.Resumption;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.model.ModelInfo;

/**
 * What all files of a run say of it: Stan's version, the model, the start, the configuration.
 *
 * @param info of the model
 * @param configuration of the run
 * @param started date and time in UTC
 */
public record CsvHead(ModelInfo info, Configuration configuration, String started) {
  private static final Set<String> OURS = Set.of("fisher_diag", "low_rank");

  /** The head of a run that starts now. */
  public static CsvHead now(ModelInfo info, Configuration configuration) {
    LocalDateTime t = LocalDateTime.now(Clock.systemUTC());
    String started =
        String.format(
            Locale.ROOT,
            "%04d-%02d-%02d %02d:%02d:%02d UTC",
            t.getYear(),
            t.getMonthValue(),
            t.getDayOfMonth(),
            t.getHour(),
            t.getMinute(),
            t.getSecond());
    return new CsvHead(info, configuration, started);
  }

  /** The head of a run that was started before. */
  public static CsvHead of(
      ModelInfo info, Configuration configuration, Optional<Checkpoint> saved) {
    CsvHead now = now(info, configuration);
    return saved
        .map(s -> new CsvHead(info, Resumption.saved(configuration, s), s.started()))
        .orElse(now);
  }

  /** The configuration, and whether the model is one for MPI, as clients look for it. */
  public static List<String> lines(ModelInfo info, Configuration configuration) {
    List<String> lines = new ArrayList<>(ConfigurationText.lines(configuration));
    if (info.mpi()) {
      lines.add("mpi_enabled = 1");
    }
    return lines;
  }

  /** The comment lines at the head of a file. */
  public List<String> all() {
    List<String> lines = new ArrayList<>(version());
    lines.add("start_datetime = " + started);
    lines.addAll(lines(info, configuration));
    lines.add("stanc_version = " + StanVersion.STANC);
    lines.add("stancflags = " + info.stancFlags());
    if (savesDiagonal()) {
      lines.add("saved_metric = diag_e");
    }
    return lines;
  }

  /**
   * Whether the adaptation block has the diagonal of a metric that clients do not know. They take
   * its form from the last setting of the head whose name ends in metric.
   */
  private boolean savesDiagonal() {
    return configuration.method().equals("sample")
        && OURS.contains(configuration.text("sample.algorithm.hmc.metric"));
  }

  /** The comment lines of a diagnostic file, which tell neither time nor compiler. */
  public List<String> brief() {
    List<String> lines = new ArrayList<>(version());
    lines.addAll(lines(info, configuration));
    return lines;
  }

  private List<String> version() {
    return List.of(
        "stan_version_major = " + StanVersion.MAJOR,
        "stan_version_minor = " + StanVersion.MINOR,
        "stan_version_patch = " + StanVersion.PATCH,
        "model = " + info.name());
  }

  /** Writes the configuration as JSON. */
  public void writeJson(String file) {
    String text =
        String.join(
            ",\n",
            member("stan_major_version", StanVersion.MAJOR),
            member("stan_minor_version", StanVersion.MINOR),
            member("stan_patch_version", StanVersion.PATCH),
            member("model_name", info.name()),
            member("start_datetime", started),
            ConfigurationText.json(configuration, "  "),
            "  \"mpi_enabled\" : " + info.mpi(),
            member("stanc_version", StanVersion.STANC),
            member("stancflags", info.stancFlags()));
    writeFile(file, "\n{\n" + text + "\n}\n");
  }

  private static String member(String key, String value) {
    return "  " + ConfigurationText.quote(key) + " : " + ConfigurationText.quote(value);
  }

  /** Writes a small file, or leaves none. */
  public static void writeFile(String file, String text) {
    Path path = Path.of(file);
    boolean opened = false;
    try (Writer out = Files.newBufferedWriter(path)) {
      opened = true;
      out.write(text);
    } catch (IOException e) {
      if (opened) {
        remove(path);
      }
      String reason = String.valueOf(e.getMessage());
      String said = reason.equals(file) ? "" : ": " + reason;
      throw new FileProblem("Error: cannot write to output file " + file + said);
    }
  }

  /** Half a file would pass for a whole one. */
  private static void remove(Path path) {
    try {
      if (Files.isRegularFile(path)) {
        Files.delete(path);
      }
    } catch (IOException e) {
      // the failure that is told matters more
    }
  }
}
