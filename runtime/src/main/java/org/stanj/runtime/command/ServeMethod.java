package org.stanj.runtime.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.serve.Session;
import org.stanj.stdlib.abi.RejectException;

/**
 * The method {@code serve}, ours: answers requests on standard input, a JSON object on each line,
 * until it ends. Nothing else is written to standard output.
 */
final class ServeMethod {
  private final Run run;

  ServeMethod(Run run) {
    this.run = run;
  }

  /** Serves; returns the exit code. */
  int run() {
    Model model = bind();
    try {
      new Session(model, run.compiled().info().name(), run.seed()).serve(System.in, lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 0;
  }

  /** What is wrong with the data is told to both the client and the user. */
  private Model bind() {
    try {
      return run.bind();
    } catch (DataException | RejectException | FileProblem e) {
      run.console().line(Session.refusal(String.valueOf(e.getMessage()).strip()));
      throw e;
    }
  }

  /** Standard output by way of the console, which tells of a closed pipe. */
  private OutputStream lines() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        throw new AssertionError("answers are written whole");
      }

      @Override
      public void write(byte[] bytes) {
        run.console().text(new String(bytes, StandardCharsets.UTF_8));
      }
    };
  }
}
