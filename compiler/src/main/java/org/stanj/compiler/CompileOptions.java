package org.stanj.compiler;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.batch.BlockLimits;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.model.BuildSetting;

/**
 * How a program is compiled.
 *
 * @param name of the model, as in the CSV head; if empty, the file's name without suffix, with
 *     {@code _model} behind it
 * @param stancFlags as the model reports them, e.g. {@code --filename-in-msg=m.stan}
 * @param settings what the model reports as asked for, e.g. {@code STAN_THREADS=true}
 * @param reading how the program is read and checked
 * @param slices what is cut into slices
 * @param blocks which loops run a block at a time
 * @param observer sees what leaves each pass
 * @param packageName Java package of the classes
 */
public record CompileOptions(
    Optional<String> name,
    String stancFlags,
    Set<BuildSetting> settings,
    ReadOptions reading,
    Limits slices,
    BlockLimits blocks,
    PassObserver observer,
    String packageName) {
  private static final String GENERATED = "org.stanj.generated";

  /** Named after its file, no flags, one thread. */
  public static final CompileOptions DEFAULT = of(ReadOptions.lenient(List.of()));

  /** Named after its file, no flags, one thread. */
  public static CompileOptions of(ReadOptions reading) {
    return new CompileOptions(Optional.empty(), "", Set.of(), reading, PassObserver.NONE);
  }

  /** Loops are cut where it pays. */
  public CompileOptions(
      Optional<String> name,
      String stancFlags,
      Set<BuildSetting> settings,
      ReadOptions reading,
      PassObserver observer) {
    this(
        name,
        stancFlags,
        settings,
        reading,
        Limits.DEFAULT,
        BlockLimits.DEFAULT,
        observer,
        GENERATED);
  }

  /** These options with another observer. */
  public CompileOptions withObserver(PassObserver other) {
    return new CompileOptions(
        name, stancFlags, settings, reading, slices, blocks, other, packageName);
  }

  /** These options with other limits of slices. */
  public CompileOptions withSlices(Limits limits) {
    return new CompileOptions(
        name, stancFlags, settings, reading, limits, blocks, observer, packageName);
  }

  /** These options with other limits of blocks. */
  public CompileOptions withBlocks(BlockLimits limits) {
    return new CompileOptions(
        name, stancFlags, settings, reading, slices, limits, observer, packageName);
  }

  /** These options with another Java package, not empty. */
  public CompileOptions withPackage(String other) {
    return new CompileOptions(name, stancFlags, settings, reading, slices, blocks, observer, other);
  }
}
