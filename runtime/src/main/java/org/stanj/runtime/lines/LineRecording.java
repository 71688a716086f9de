package org.stanj.runtime.lines;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.model.GeneratedModel;

/**
 * The flight recorder of the Java runtime at work on the gradients of this process. It stops
 * threads wherever they are, not only at safepoints, and looks at five of them at a time.
 */
public final class LineRecording implements AutoCloseable {
  /** Wanted between two looks at the threads. */
  private static final Duration PERIOD = Duration.ofMillis(5);

  /** Makes compiled code know the line of each instruction, not only of calls and loop ends. */
  public static final String EXACT = "-XX:+DebugNonSafepoints";

  private static final String EVENT = "jdk.ExecutionSample";

  /** The latest samples of a run of days are enough. */
  private static final long MOST_BYTES = 256L << 20;

  private static final String MODEL = GeneratedModel.class.getName();

  /** Its methods that need no gradient. */
  private static final Set<String> OTHERS =
      Set.of("logDensity", "constrain", "unconstrain", "generate");

  /** Its methods for parts of sums. */
  private static final Set<String> PARTS = Set.of("slice", "callback");

  private final Recording recording;

  /**
   * Begins to record.
   *
   * @throws UnsupportedOperationException if this Java runtime has no flight recorder
   */
  public LineRecording() {
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      throw new UnsupportedOperationException("this Java runtime has no module jdk.jfr");
    }
    recording = new Recording();
    recording.enable(EVENT).withPeriod(PERIOD);
    recording.setMaxSize(MOST_BYTES);
    recording.start();
  }

  /** Whether the Java runtime was started so that lines are told apart within loops. */
  public static boolean isExact() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(EXACT);
  }

  /**
   * Ends the recording, and reads it.
   *
   * @param program name of the model's class; its other classes have it before theirs
   * @throws IOException if it cannot be written to a temporary file, and read from there
   */
  public LineCounts end(String program) throws IOException {
    recording.stop();
    LineCounts counts = new LineCounts();
    Path file = Files.createTempFile("stanj", ".jfr");
    try {
      recording.dump(file);
      try (RecordingFile events = new RecordingFile(file)) {
        while (events.hasMoreEvents()) {
          count(events.readEvent(), program, counts);
        }
      }
    } finally {
      Files.delete(file);
    }
    return counts;
  }

  private static void count(RecordedEvent event, String program, LineCounts counts) {
    @Nullable RecordedStackTrace trace = event.getStackTrace();
    if (trace != null && event.getEventType().getName().equals(EVENT) && isGradient(trace)) {
      Instant time = event.getStartTime();
      long nanos = TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
      long thread = event.getThread("sampledThread").getId();
      counts.add(line(trace.getFrames(), program), thread, nanos);
    }
  }

  /** A chain is in a gradient; helpers know slices only, and deep stacks lose their lower end. */
  private static boolean isGradient(RecordedStackTrace trace) {
    boolean slice = false;
    for (RecordedFrame frame : trace.getFrames()) {
      String entry = type(frame).equals(MODEL) ? frame.getMethod().getName() : "";
      if (entry.equals("gradient")) {
        return true;
      }
      if (OTHERS.contains(entry)) {
        return false;
      }
      slice |= PARTS.contains(entry);
    }
    return slice || trace.isTruncated();
  }

  /** That of the innermost frame of the program which has one. */
  private static int line(List<RecordedFrame> frames, String program) {
    for (RecordedFrame frame : frames) {
      if (isOf(program, type(frame)) && frame.getLineNumber() > 0) {
        return frame.getLineNumber();
      }
    }
    return 0;
  }

  private static boolean isOf(String program, String type) {
    return type.startsWith(program)
        && (type.length() == program.length() || type.charAt(program.length()) == '$');
  }

  private static String type(RecordedFrame frame) {
    return frame.isJavaFrame() ? frame.getMethod().getType().getName() : "";
  }

  /** Drops what was recorded. */
  @Override
  public void close() {
    recording.close();
  }
}
