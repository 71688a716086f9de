package org.stanj.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A file of draws that ended early, or whose warmup did. Clients refuse a file with fewer rows than
 * its head says; so the numbers in the head are replaced by those of the iterations that are there,
 * in place and filled up with blanks. {@code resume} writes the head anew.
 */
public final class ShortFile {
  private static final String SAMPLES = "num_samples";
  private static final String WARMUP = "num_warmup";
  private static final int KEPT = 256;

  private final Map<String, Setting> settings = new HashMap<>();
  private final byte[] line = new byte[KEPT];
  private int length;
  private long offset;
  private boolean headed;
  private boolean adapted;
  private long warmupRows;
  private long rows;

  /** A line of the head: its text behind the equals sign and where that stands. */
  private record Setting(String value, long offset) {
    long number() {
      return Long.parseLong(value.split(" ", 2)[0]);
    }
  }

  private ShortFile() {}

  /** Replaces what is too large; leaves the file alone if it cannot be read or written. */
  public static void restate(String file) {
    restate(file, OptionalInt.empty());
  }

  /**
   * The same where warmup may have ended early.
   *
   * @param warmup iterations that it had then
   */
  public static void restate(String file, OptionalInt warmup) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      return;
    }
    ShortFile content = new ShortFile();
    try {
      content.scan(path);
      content.write(path, warmup);
    } catch (IOException | NumberFormatException e) {
      // the rows are whole all the same
    }
  }

  private void scan(Path path) throws IOException {
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        for (int i = 0; i < n; i++) {
          take(block[i]);
        }
      }
    }
  }

  private void take(byte b) {
    if (b != '\n') {
      if (length < KEPT) {
        line[length] = b;
      }
      length++;
      return;
    }
    if (length > 0 && line[0] == '#') {
      comment(new String(line, 0, Math.min(length, KEPT), StandardCharsets.ISO_8859_1));
    } else if (headed) {
      rows++;
    } else {
      headed = true;
    }
    offset += length + 1;
    length = 0;
  }

  private void comment(String text) {
    int equals = text.indexOf(" = ");
    if (!headed && equals > 0) {
      String key = text.substring(1, equals).strip();
      String value = text.substring(equals + 3);
      settings.putIfAbsent(key, new Setting(value, offset + equals + 3));
    } else if (headed && text.equals("# Adaptation terminated")) {
      adapted = true;
      warmupRows = rows;
    }
  }

  private void write(Path path, OptionalInt warmup) throws IOException {
    List<String> needed = List.of(SAMPLES, WARMUP, "thin", "save_warmup", "algorithm");
    if (!headed || !settings.keySet().containsAll(needed)) {
      return;
    }
    boolean warms = !setting("algorithm").value().startsWith("fixed_param");
    if (warms && !adapted) {
      return;
    }
    try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
      lower(SAMPLES, iterations(rows - warmupRows), out);
      if (warmup.isPresent()) {
        lower(WARMUP, warmup.getAsInt(), out);
      } else if (adapted && setting("save_warmup").value().startsWith("true")) {
        lower(WARMUP, iterations(warmupRows), out);
      }
    }
  }

  private Setting setting(String key) {
    return Objects.requireNonNull(settings.get(key));
  }

  private long iterations(long saved) {
    return saved * setting("thin").number();
  }

  private void lower(String key, long iterations, FileChannel out) throws IOException {
    Setting setting = setting(key);
    if (iterations >= setting.number()) {
      return;
    }
    byte[] text = new byte[setting.value().length()];
    Arrays.fill(text, (byte) ' ');
    byte[] number = Long.toString(iterations).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(number, 0, text, 0, number.length);
    out.write(ByteBuffer.wrap(text), setting.offset());
  }
}
