package org.stanj.runtime.files;

import java.util.List;
import java.util.stream.Collectors;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.lines.LineCounts;
import org.stanj.runtime.model.SourceLines;

/** The file with the shares of a program's lines in the time of its gradients. */
public final class LineFile {
  /** The argument that names the file. */
  public static final String NAME = "output.profile_lines";

  private static final String HEADER = "line,samples,total_time,share,forward,reverse,file,text";
  private static final RealFormat FORMAT = new RealFormat(6);

  private LineFile() {}

  /**
   * Writes the file: a row for each line that was met, the one with the largest share first. Code
   * that belongs to no line has line 0.
   *
   * @throws org.stanj.runtime.io.FileProblem if it cannot be written
   */
  public static void write(String name, LineCounts counts, SourceLines lines) {
    double seconds = counts.period() * 1e-9;
    String rows =
        counts.lines().stream()
            .map(l -> row(lines.place(l.number()), l, seconds, (double) counts.total()))
            .collect(Collectors.joining());
    CsvHead.writeFile(name, HEADER + "\n" + rows);
  }

  private static String row(
      SourceLines.Place place, LineCounts.Line line, double seconds, double total) {
    List<String> cells =
        List.of(
            Integer.toString(place.line()),
            Long.toString(line.samples()),
            FORMAT.text(line.samples() * seconds),
            FORMAT.text(line.samples() / total),
            FORMAT.text(line.forward() / total),
            FORMAT.text(line.reverse() / total),
            quoted(place.file()),
            quoted(place.text().strip()));
    return String.join(",", cells) + "\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
