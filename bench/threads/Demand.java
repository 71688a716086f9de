import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the threads of this process ask of the cores: the time that they ran or stood in a queue for a
 * core, from Linux's {@code schedstat}. Unlike the time that they ran it does not depend on what other
 * processes take. HotSpot's own threads do not count.
 */
final class Demand implements AutoCloseable {
  private static final long PERIOD_MILLIS = 5;
  private static final List<String> OTHERS = List.of("C1 ", "C2 ", "VM ", "GC ", "Sweeper", "demand");

  private final Map<Path, Long> before = new HashMap<>();
  private final Map<Path, Long> latest = new HashMap<>();
  private final Thread thread = new Thread(this::look, "demand");

  /** Threads may end on the way: what they last had is kept. */
  Demand() {
    read(before);
    thread.start();
  }

  private void look() {
    while (!Thread.interrupted()) {
      read(latest);
      try {
        Thread.sleep(PERIOD_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void read(Map<Path, Long> nanos) {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      tasks.forEach(task -> read(task, nanos));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path task, Map<Path, Long> nanos) {
    try {
      String name = Files.readString(task.resolve("comm"));
      if (OTHERS.stream().noneMatch(name::startsWith)) {
        String[] fields = Files.readString(task.resolve("schedstat")).split(" ");
        nanos.put(task, Long.parseLong(fields[0]) + Long.parseLong(fields[1]));
      }
    } catch (NoSuchFileException e) {
      // It has ended.
    } catch (IOException e) {
      if (Files.exists(task)) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Seconds so far. */
  double seconds() throws InterruptedException {
    thread.interrupt();
    thread.join();
    read(latest);
    double sum = 0;
    for (Map.Entry<Path, Long> e : latest.entrySet()) {
      sum += e.getValue() - before.getOrDefault(e.getKey(), 0L);
    }
    return sum * 1e-9;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
