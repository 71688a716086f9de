package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.ProfileTimes;

/** The file with the times of the program's profile blocks. */
public final class ProfileFile {
  /** The argument that names the file. */
  public static final String NAME = "output.profile_file";

  private static final String HEADER =
      "name,thread_id,total_time,forward_time,reverse_time,chain_stack,no_chain_stack,"
          + "autodiff_calls,no_autodiff_calls";
  private static final RealFormat FORMAT = new RealFormat(6);

  private final String name;
  private final boolean byThread;
  private final List<Model> models = new ArrayList<>();

  /**
   * A file without rows.
   *
   * @param name of the file; if empty, nothing is measured
   * @param byThread whether each thread has its rows; if not, there is one row for each block, as
   *     clients expect of a model built without threads
   */
  public ProfileFile(String name, boolean byThread) {
    this.name = name;
    this.byThread = byThread;
  }

  /** The model's times are to be written: those of scratches that it makes from now on. */
  public void watch(Model model) {
    if (!name.isEmpty()) {
      model.timeBlocks();
      models.add(model);
    }
  }

  /** Writes the file, unless the program has no profile blocks or none has run. */
  public void write() {
    List<String> rows =
        models.stream()
            .flatMap(model -> (byThread ? model.profiles() : summed(model.profiles())).stream())
            .map(ProfileFile::row)
            .toList();
    if (!rows.isEmpty()) {
      CsvHead.writeFile(name, HEADER + "\n" + String.join("\n", rows) + "\n");
    }
  }

  /** Writes the file of a run that has failed; if that fails too, only the first reason counts. */
  public void writeAfter(RuntimeException reason) {
    try {
      write();
    } catch (FileProblem e) {
      reason.addSuppressed(e);
    }
  }

  private static List<ProfileTimes.Entry> summed(List<ProfileTimes.Entry> entries) {
    Map<String, ProfileTimes.Entry> sums = new LinkedHashMap<>();
    entries.forEach(entry -> sums.merge(entry.name(), entry, ProfileTimes.Entry::plus));
    return List.copyOf(sums.values());
  }

  /** There are no variables on stacks: derivatives are code. */
  private static String row(ProfileTimes.Entry e) {
    return String.join(
        ",",
        quoted(e.name()),
        Long.toString(e.thread()),
        seconds(e.forwardNanos() + e.reverseNanos()),
        seconds(e.forwardNanos()),
        seconds(e.reverseNanos()),
        "0",
        "0",
        Long.toString(e.gradients()),
        Long.toString(e.values()));
  }

  /** A name that would break the row stands in quotes. */
  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String seconds(long nanos) {
    return FORMAT.text(nanos * 1e-9);
  }
}
