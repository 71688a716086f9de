package org.stanj.compiler;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.emit.TooLargeException;

/** A thread with a stack that is deep enough for deeply nested programs. */
public final class CompilerThread {
  /** What is not touched costs nothing. */
  private static final long STACK_BYTES = 1L << 29;

  private CompilerThread() {}

  /**
   * Runs a step of the compiler and waits for it; its exceptions come through as they are.
   *
   * @throws ProgramLimitException if the program is nested too deeply or too large
   * @throws IOException that the step throws
   * @throws InterruptedException if the waiting thread is interrupted; the step goes on alone
   */
  public static <T> T call(Callable<T> step) throws IOException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(step);
    Thread thread = new Thread(null, task, "compiler", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof StackOverflowError) {
      return new ProgramLimitException("the program is nested too deeply to be compiled");
    }
    if (cause instanceof TooLargeException) {
      return new ProgramLimitException(
          "the program is too large for the JVM: move parts of its blocks into functions");
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
  }
}
