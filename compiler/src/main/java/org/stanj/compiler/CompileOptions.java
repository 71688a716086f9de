package org.stanj.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a program is compiled.
 *
 * @param name of the model, as in the CSV head; if empty, the file's name without suffix, with
 *     {@code _model} behind it
 * @param stancFlags as the model reports them, e.g. {@code --filename-in-msg=m.stan}
 * @param threads whether the model reports {@code STAN_THREADS=true}
 * @param mpi whether the model reports {@code STAN_MPI=true}
 * @param includePaths where {@code #include} looks for files, in this order
 * @param observer sees what leaves each pass
 */
public record CompileOptions(
    Optional<String> name,
    String stancFlags,
    boolean threads,
    boolean mpi,
    List<Path> includePaths,
    PassObserver observer) {
  /** Named after its file, no flags, one thread. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(Optional.empty(), "", false, false, List.of(), PassObserver.NONE);

  /** Copies the list. */
  public CompileOptions {
    includePaths = List.copyOf(includePaths);
  }

  /** These options with another observer. */
  public CompileOptions withObserver(PassObserver other) {
    return new CompileOptions(name, stancFlags, threads, mpi, includePaths, other);
  }
}
