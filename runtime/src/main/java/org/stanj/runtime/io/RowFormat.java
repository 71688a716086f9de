package org.stanj.runtime.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file of rows can be written in. */
public enum RowFormat {
  /** Stan CSV, which all clients of CmdStan read. */
  CSV("csv"),
  /** The same, packed by gzip. */
  CSV_GZ("csv.gz"),
  /** An Arrow IPC file. */
  ARROW("arrow");

  private static final String SHORT = ".gz";

  private final String word;

  RowFormat(String word) {
    this.word = word;
  }

  /** What it is called on the command line. */
  public String word() {
    return word;
  }

  /** How names of its files end. */
  public String suffix() {
    return "." + word;
  }

  /** The format that a word of the command line names. */
  public static Optional<RowFormat> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }

  /** All words, as text. */
  public static String words() {
    return Arrays.stream(values()).map(RowFormat::word).collect(Collectors.joining(", "));
  }

  /** The format that the end of a file's name tells, if it tells any. */
  public static Optional<RowFormat> ofName(String file) {
    if (file.endsWith(SHORT)) {
      return Optional.of(CSV_GZ);
    }
    return Arrays.stream(values()).filter(f -> file.endsWith(f.suffix())).findFirst();
  }

  /**
   * Creates a file, or empties it.
   *
   * @param significantFigures of CSV, see {@link RealFormat}
   * @param separator between the values of a row of CSV, such as {@code ", "}
   * @throws FileProblem if it cannot be created
   */
  public RowFile create(String file, int significantFigures, String separator) {
    return this == ARROW
        ? new ArrowWriter(GrowingFile.create(file))
        : new CsvWriter(GrowingFile.create(file), packing(), significantFigures, separator);
  }

  /**
   * Goes on with a file that was written before: what stands behind {@code length} bytes goes.
   *
   * @param length what {@link RowFile#force} said
   * @param head takes the place of what the file begins with
   * @throws FileProblem if it is shorter or cannot be written
   */
  public RowFile resume(String file, int significantFigures, long length, List<String> head) {
    RowFile rows =
        this == ARROW
            ? ArrowWriter.resume(file, length)
            : new CsvWriter(GrowingFile.resume(file, length), packing(), significantFigures, ",");
    rows.head(head);
    return rows;
  }

  private Packing packing() {
    return this == CSV_GZ ? Packing.GZIP : Packing.PLAIN;
  }
}
