package org.stanj.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.lint.Advice;

/**
 * How a program is compiled.
 *
 * @param name of the model, as in the CSV head; if empty, the file's name without suffix, with
 *     {@code _model} behind it
 * @param stancFlags as the model reports them, e.g. {@code --filename-in-msg=m.stan}
 * @param threads whether the model reports {@code STAN_THREADS=true}
 * @param mpi whether the model reports {@code STAN_MPI=true}
 * @param includePaths where {@code #include} looks for files, in this order
 * @param advice which warnings to give besides those that are always given
 * @param shownAs what messages call the program, if not by its path
 * @param observer sees what leaves each pass
 */
public record CompileOptions(
    Optional<String> name,
    String stancFlags,
    boolean threads,
    boolean mpi,
    List<Path> includePaths,
    Set<Advice> advice,
    Optional<String> shownAs,
    PassObserver observer) {
  /** Named after its file, no flags, one thread. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(Optional.empty(), "", false, false, List.of(), PassObserver.NONE);

  /** Copies the collections. */
  public CompileOptions {
    includePaths = List.copyOf(includePaths);
    advice = Set.copyOf(advice);
  }

  /** Without advice. */
  public CompileOptions(
      Optional<String> name,
      String stancFlags,
      boolean threads,
      boolean mpi,
      List<Path> includePaths,
      PassObserver observer) {
    this(name, stancFlags, threads, mpi, includePaths, Set.of(), Optional.empty(), observer);
  }

  /** These options with other advice. */
  public CompileOptions withAdvice(Set<Advice> other) {
    return new CompileOptions(
        name, stancFlags, threads, mpi, includePaths, other, shownAs, observer);
  }

  /** These options with another observer. */
  public CompileOptions withObserver(PassObserver other) {
    return new CompileOptions(name, stancFlags, threads, mpi, includePaths, advice, shownAs, other);
  }

  /** These options with messages that call the program by another name. */
  public CompileOptions shownAs(Optional<String> other) {
    return new CompileOptions(
        name, stancFlags, threads, mpi, includePaths, advice, other, observer);
  }
}
