package org.stanj.runtime.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrow's own library reads what we write, and we read what it writes. */
final class ArrowOfOthersTest {
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("o.arrow");
  }

  @Test
  void othersReadOurs() throws IOException {
    try (RowFile rows = RowFormat.ARROW.create(file().toString(), 8, ",")) {
      rows.head(List.of("model = m", "thin = 1"));
      rows.header(List.of("lp__", "θ.1"));
      for (int i = 0; i < 5; i++) {
        rows.value(i);
        rows.value(i == 3 ? Double.NaN : 1 / (1.0 + i));
        rows.endRow();
        if (i == 1) {
          rows.comment("Adaptation terminated");
        }
      }
      rows.comment("the end");
    }
    try (BufferAllocator allocator = new RootAllocator();
        FileChannel in = FileChannel.open(file());
        ArrowFileReader reader = new ArrowFileReader(in, allocator)) {
      Schema schema = reader.getVectorSchemaRoot().getSchema();
      assertEquals("model = m\nthin = 1", schema.getCustomMetadata().get("stan.head"));
      assertEquals("θ.1", schema.getFields().get(1).getName());
      List<Double> read = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      for (ArrowBlock block : reader.getRecordBlocks()) {
        assertTrue(reader.loadRecordBatch(block));
        VectorSchemaRoot root = reader.getVectorSchemaRoot();
        sizes.add(root.getRowCount());
        Float8Vector theta = (Float8Vector) root.getVector(1);
        for (int r = 0; r < root.getRowCount(); r++) {
          read.add(theta.get(r));
        }
      }
      assertEquals(List.of(2, 3, 0), sizes);
      assertEquals(List.of(1.0, 0.5, 1 / 3.0, Double.NaN, 0.2), read);
    }
  }

  private void write(List<FieldVector> columns, int rows) throws IOException {
    try (VectorSchemaRoot root = new VectorSchemaRoot(columns);
        FileChannel out =
            FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ArrowFileWriter writer = new ArrowFileWriter(root, null, out)) {
      root.setRowCount(rows);
      writer.start();
      writer.writeBatch();
      writer.end();
    }
  }

  @Test
  void weReadTheirs() throws IOException {
    try (BufferAllocator allocator = new RootAllocator()) {
      Float8Vector doubles = new Float8Vector("a", allocator);
      Float4Vector floats = new Float4Vector("b", allocator);
      IntVector ints = new IntVector("c", allocator);
      BigIntVector longs = new BigIntVector("d", allocator);
      for (int r = 0; r < 10; r++) {
        doubles.setSafe(r, r / 3.0);
        floats.setSafe(r, r + 0.5f);
        ints.setSafe(r, -r);
        longs.setSafe(r, r * 10_000_000_000L);
      }
      doubles.setNull(9);
      write(List.of(doubles, floats, ints, longs), 10);
    }
    FileDraws draws = FileDraws.read(file().toString());
    assertEquals(List.of("a", "b", "c", "d"), draws.columns());
    assertArrayEquals(new double[] {7 / 3.0, 7.5, -7, 7e10}, draws.rows().get(7));
    assertArrayEquals(new double[] {Double.NaN, 9.5, -9, 9e10}, draws.rows().get(9));
  }

  @Test
  void refusesWhatIsNoNumber() throws IOException {
    try (BufferAllocator allocator = new RootAllocator()) {
      VarCharVector names = new VarCharVector("who", allocator);
      names.setSafe(0, "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      write(List.of(names), 1);
    }
    String message =
        assertThrows(FileProblem.class, () -> FileDraws.read(file().toString())).getMessage();
    assertEquals(
        file()
            + ": is no Arrow file that can be read: column \"who\" is not of a type that is read:"
            + " double, float, or integer of 32 or 64 bits",
        message);
  }
}
