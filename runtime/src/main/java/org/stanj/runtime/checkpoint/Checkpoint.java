package org.stanj.runtime.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.Decisions;

/**
 * What a file holds from which a run can go on.
 *
 * @param model its name
 * @param program see {@link ProgramChecksum}
 * @param data checksum of the data file
 * @param started when the run began
 * @param given the arguments of the run, see {@link Configuration}
 * @param shownAsDefault see {@link Configuration}
 * @param decisions of all chains together
 * @param chains those that have begun, by id
 */
public record Checkpoint(
    String model,
    long program,
    long data,
    String started,
    Map<String, Object> given,
    Set<String> shownAsDefault,
    Decisions.State decisions,
    Map<Integer, Chain> chains) {
  private static final long MAGIC = 0x7374616e6a434b34L;

  /**
   * One chain.
   *
   * @param state between two iterations
   * @param draws length of its file of draws when the state was taken
   * @param diagnostics length of its diagnostic file; 0 without one
   * @param judged the draws that a stop rule judges; none without one
   */
  public record Chain(ChainState state, long draws, long diagnostics, double[] judged) {}

  public Checkpoint {
    given = Map.copyOf(given);
    shownAsDefault = Set.copyOf(shownAsDefault);
    chains = Map.copyOf(chains);
  }

  /** Reads a file. */
  public static Checkpoint read(String file) {
    if (!Files.isReadable(Path.of(file))) {
      throw new CommandFailure(
          "Cannot open specified file, \""
              + file
              + "\"\nThere is no checkpoint yet: start the run without resume");
    }
    try {
      byte[] all = Files.readAllBytes(Path.of(file));
      DataInputStream data = new DataInputStream(new ByteArrayInputStream(all));
      if (data.readLong() != MAGIC) {
        throw new CommandFailure(file + " is not a checkpoint of this version of stanj");
      }
      int end = all.length - Long.BYTES;
      if (end < Long.BYTES || checksum(all, end) != ByteBuffer.wrap(all).getLong(end)) {
        throw new EOFException();
      }
      return CheckpointFormat.read(data);
    } catch (IOException e) {
      throw new CommandFailure(file + " is not a whole checkpoint");
    }
  }

  /**
   * Puts the file in the place of an older one. At each moment one or the other is there, whatever
   * happens.
   */
  public void write(String file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeLong(MAGIC);
    CheckpointFormat.write(this, data);
    data.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    Path fresh = Path.of(file + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    Files.move(
        fresh, Path.of(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Of the bytes before the end: a damaged file is told apart from a whole one. */
  private static long checksum(byte[] bytes, int end) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, end);
    return crc.getValue();
  }

  /** Whether nothing is left to do for so many chains from an id on. */
  public boolean isFinished(int id, int count) {
    return IntStream.range(id, id + count)
        .mapToObj(chains::get)
        .allMatch(chain -> chain != null && chain.state().finished());
  }

  /** Whether all of so many chains from an id on have begun. */
  public boolean holds(int id, int count) {
    return IntStream.range(id, id + count).allMatch(chains::containsKey);
  }
}
