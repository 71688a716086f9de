package org.stanj.runtime.command;

import java.io.IOException;
import java.util.Optional;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.files.LineFile;
import org.stanj.runtime.files.ProfileFile;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.lines.LineRecording;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.SourceLines;

/**
 * What a run measures of its program: times of its profile blocks, and of its lines if asked for.
 */
final class Profiles implements AutoCloseable {
  private final ProfileFile blocks;
  private final String lineFile;
  private final SourceLines lines;
  private Optional<LineRecording> recording = Optional.empty();
  private String program = "";

  /**
   * Looks at what is asked for.
   *
   * @throws CommandFailure if lines are to be measured and cannot be
   */
  Profiles(CompiledModel model, Configuration configuration, Console console) {
    String blockFile = configuration.text(ProfileFile.NAME);
    blocks = new ProfileFile(blockFile, model.info().threads());
    lineFile = configuration.text(LineFile.NAME);
    lines = lineFile.isEmpty() ? SourceLines.NONE : model.lines();
    if (lineFile.isEmpty()) {
      return;
    }
    if (lines.files().isEmpty()) {
      throw new CommandFailure(
          "output profile_lines: the lines of the program are not known: compile it anew;"
              + " programs of more than "
              + SourceLines.REVERSE
              + " lines have none");
    }
    if (!LineRecording.isExact()) {
      console.error(
          "Warning: output profile_lines tells lines of a loop apart only if Java was started with "
              + LineRecording.EXACT
              + ", as the executable of the model does");
    }
  }

  /**
   * The model is about to be evaluated.
   *
   * @param bound to its data
   * @param shared what the run evaluates
   */
  void watch(Model bound, Model shared) {
    blocks.watch(shared);
    if (!lineFile.isEmpty() && recording.isEmpty()) {
      program = bound.getClass().getName();
      try {
        recording = Optional.of(new LineRecording());
      } catch (UnsupportedOperationException e) {
        throw new CommandFailure("output profile_lines: " + e.getMessage());
      }
    }
  }

  /** Writes the files of a run that has ended. */
  void write() {
    blocks.write();
    if (recording.isPresent()) {
      try {
        LineFile.write(lineFile, recording.get().end(program), lines);
      } catch (IOException e) {
        throw new CommandFailure("output profile_lines: " + e.getMessage());
      }
    }
  }

  /** Writes the files of a run that has failed; if that fails too, only the first reason counts. */
  void writeAfter(RuntimeException reason) {
    try {
      write();
    } catch (FileProblem | CommandFailure e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    recording.ifPresent(LineRecording::close);
  }
}
