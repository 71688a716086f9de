package org.stanj.runtime.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of rows in all formats: what is written, cut off or damaged, and read again. */
final class RowFormatTest {
  private static final List<String> HEAD = List.of("model = m", "thin = 1", "num_samples = 1000");

  @TempDir private Path directory;

  private Path file(RowFormat format) {
    return directory.resolve("o" + format.suffix());
  }

  private static void row(RowFile file, double... values) {
    for (double value : values) {
      file.value(value);
    }
    file.endRow();
  }

  private RowFile begun(RowFormat format) {
    RowFile file = format.create(file(format).toString(), 18, ",");
    file.head(HEAD);
    file.header(List.of("lp__", "theta.1"));
    return file;
  }

  private void write(RowFormat format) {
    try (RowFile file = begun(format)) {
      row(file, 1, Double.NaN);
      file.comment("Adaptation terminated");
      file.comment("Step size = 0.5");
      row(file, 1 / 3.0, Double.NEGATIVE_INFINITY);
      row(file, -0.0, 1e-300);
      file.comment("");
      file.comment(" Elapsed Time: 1 seconds (Warm-up)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWrites(RowFormat format) {
    write(format);
    FileDraws draws = FileDraws.read(file(format).toString());
    assertEquals(List.of("lp__", "theta.1"), draws.columns());
    assertEquals("m", draws.configuration().get("model"));
    assertEquals(1, draws.warmupRows());
    assertEquals(List.of("Adaptation terminated", "Step size = 0.5"), draws.adaptation());
    assertEquals(List.of("", " Elapsed Time: 1 seconds (Warm-up)"), draws.footer());
    assertArrayEquals(new double[] {1, Double.NaN}, draws.rows().get(0));
    assertArrayEquals(new double[] {1 / 3.0, Double.NEGATIVE_INFINITY}, draws.rows().get(1));
    assertArrayEquals(new double[] {-0.0, 1e-300}, draws.rows().get(2));
  }

  @Test
  void packedCsvIsTheCsv() throws IOException {
    write(RowFormat.CSV);
    write(RowFormat.CSV_GZ);
    byte[] packed = Files.readAllBytes(file(RowFormat.CSV_GZ));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertEquals(
          Files.readString(file(RowFormat.CSV)),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void namesDoNotMatter() throws IOException {
    write(RowFormat.ARROW);
    Path renamed = directory.resolve("x.csv");
    Files.move(file(RowFormat.ARROW), renamed);
    assertEquals(3, FileDraws.read(renamed.toString()).rows().size());
  }

  /** Whatever a killed run leaves, whole rows can be read from it. */
  @ParameterizedTest
  @EnumSource
  void anyBeginningGivesWholeRows(RowFormat format) throws IOException {
    write(format);
    byte[] all = Files.readAllBytes(file(format));
    Path cut = directory.resolve("cut");
    int most = 0;
    for (int length = 0; length <= all.length; length++) {
      Files.write(cut, Arrays.copyOf(all, length));
      List<double[]> rows = new ArrayList<>();
      FileParts parts = new FileParts(cut.toString(), row -> rows.add(row.clone()));
      try (RowReader in = RowReader.open(cut, parts)) {
        in.read();
      }
      assertTrue(rows.size() >= most, "at " + length);
      most = rows.size();
    }
    assertEquals(3, most);
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV_GZ", "ARROW"})
  void tellsWhatIsCutOff(RowFormat format) throws IOException {
    write(format);
    byte[] all = Files.readAllBytes(file(format));
    int inBatch = format == RowFormat.ARROW ? all.length / 2 : all.length - 3;
    Files.write(file(format), Arrays.copyOf(all, inBatch));
    String message =
        assertThrows(FileProblem.class, () -> FileDraws.read(file(format).toString())).getMessage();
    assertTrue(message.startsWith(file(format) + ": is cut off: "), message);
  }

  /** Any byte may be wrong: what comes is draws or a message, and no other failure. */
  @ParameterizedTest
  @EnumSource(names = {"CSV_GZ", "ARROW"})
  void damageIsTold(RowFormat format) throws IOException {
    write(format);
    byte[] all = Files.readAllBytes(file(format));
    for (int i = 0; i < all.length; i++) {
      for (int bits : new int[] {1, 0x80, 0xff}) {
        byte[] damaged = all.clone();
        damaged[i] ^= (byte) bits;
        Files.write(file(format), damaged);
        try {
          FileDraws.read(file(format).toString());
        } catch (FileProblem e) {
          assertTrue(e.getMessage().startsWith(file(format).toString()), e.getMessage());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereItWas(RowFormat format) throws IOException {
    String name = file(format).toString();
    RowFile file = begun(format);
    row(file, 1, 2);
    file.comment("Adaptation terminated");
    long length = file.force();
    row(file, 3, 4);
    List<String> shorter = List.of("model = m", "thin = 1", "num_samples = 1   ");
    file.head(shorter);
    file.close();
    assertEquals("1", FileDraws.read(name).configuration().get("num_samples"));
    assertEquals(2, FileDraws.read(name).rows().size());
    try (RowFile again = format.resume(name, 18, length, HEAD)) {
      row(again, 5, 6);
    }
    FileDraws draws = FileDraws.read(name);
    assertEquals("1000", draws.configuration().get("num_samples"));
    assertArrayEquals(new double[] {1, 5}, draws.rows().stream().mapToDouble(r -> r[0]).toArray());
    assertEquals(1, draws.warmupRows());
    Files.write(file(format), Arrays.copyOf(Files.readAllBytes(file(format)), 20));
    String message =
        assertThrows(FileProblem.class, () -> format.resume(name, 18, length, HEAD)).getMessage();
    assertEquals(
        "Error: cannot go on with output file " + name + ": it is shorter than it was", message);
  }

  /** Pieces are written before the end, and a reader that waits sees all of them once. */
  @ParameterizedTest
  @EnumSource
  void growsWhileItIsRead(RowFormat format) throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (RowFile file = begun(format)) {
      file.flush();
      FileParts parts = new FileParts("o", row -> rows.add(row.clone()));
      try (RowReader in = RowReader.open(file(format), parts)) {
        for (int i = 0; i < 50; i++) {
          row(file, i, 2 * i);
          if (i % 7 == 0) {
            file.flush();
            in.read();
            assertEquals(i + 1, rows.size());
            assertEquals(RowReader.Rest.NONE, in.rest());
          }
        }
        file.flush();
        in.read();
      }
    }
    assertEquals(50, rows.size());
    assertArrayEquals(new double[] {49, 98}, rows.get(49));
  }

  @ParameterizedTest
  @EnumSource
  void manyRowsAndManyColumns(RowFormat format) {
    for (int columns : new int[] {1, 3, 40_000}) {
      int rows = 20_000 / columns + 2;
      String name = file(format).toString();
      try (RowFile file = format.create(name, 18, ",")) {
        file.head(HEAD);
        file.header(java.util.stream.IntStream.range(0, columns).mapToObj(c -> "x." + c).toList());
        for (int r = 0; r < rows; r++) {
          for (int c = 0; c < columns; c++) {
            file.value(r + c / 7.0);
            if (r % 11 == 3 && c == columns / 2) {
              file.flush(); // inside a row
            }
          }
          file.endRow();
        }
      }
      FileDraws draws = FileDraws.read(name);
      assertEquals(rows, draws.rows().size());
      for (int r = 0; r < rows; r++) {
        assertEquals(r + (columns - 1) / 7.0, draws.rows().get(r)[columns - 1]);
        assertEquals(r + (columns / 2) / 7.0, draws.rows().get(r)[columns / 2]);
      }
    }
  }

  @Test
  void gzipOfOthersIsRead() throws IOException {
    write(RowFormat.CSV);
    try (var out =
        new java.util.zip.GZIPOutputStream(Files.newOutputStream(file(RowFormat.CSV_GZ)))) {
      Files.copy(file(RowFormat.CSV), out);
    }
    assertEquals(3, FileDraws.read(file(RowFormat.CSV_GZ).toString()).rows().size());
  }

  @Test
  void oneSuffixForPackedFiles() {
    assertEquals("a/o", "a/o.csv.gz".substring(0, FileSuffix.start("a/o.csv.gz")));
    assertEquals(RowFormat.CSV_GZ, RowFormat.ofName("x.gz").orElseThrow());
    assertTrue(RowFormat.ofName("x.txt").isEmpty());
  }
}
