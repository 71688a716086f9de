package org.stanj.runtime.model;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.ProfileTimes;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.Stretch;

/**
 * What all compiled programs share: emitted classes extend it and give it their entries. {@link
 * #compiled} makes an instance for each bind; after that it does not change.
 *
 * <p>Every evaluation starts with an empty scratch and a zero gradient.
 */
public abstract class GeneratedModel implements Model, SliceRunner.Kernels {
  private static final int METHODS = BoundCallback.Method.values().length;

  private List<Variable> variables = List.of();
  private final Queue<ProfileTimes> profiled = new ConcurrentLinkedQueue<>();
  private volatile boolean timesBlocks;
  private int unconstrainedSize;

  /**
   * The program of an emitted class.
   *
   * @param type has a public constructor without parameters
   * @param streams opens the random stream of transformed data for a seed
   */
  public static CompiledModel compiled(
      Class<? extends GeneratedModel> type, ModelInfo info, LongFunction<RandomStream> streams) {
    return compiled(() -> instance(type), info, () -> SourceLines.NONE, streams);
  }

  /**
   * The program of an emitted class whose lines are known.
   *
   * @param type has a public constructor without parameters
   * @param lines are asked for only where they are needed
   * @param streams opens the random stream of transformed data for a seed
   */
  public static CompiledModel compiled(
      Class<? extends GeneratedModel> type,
      ModelInfo info,
      Supplier<SourceLines> lines,
      LongFunction<RandomStream> streams) {
    return compiled(() -> instance(type), info, lines, streams);
  }

  /** A program whose unbound instances come from {@code instances}. */
  public static CompiledModel compiled(
      Supplier<? extends GeneratedModel> instances,
      ModelInfo info,
      LongFunction<RandomStream> streams) {
    return compiled(instances, info, () -> SourceLines.NONE, streams);
  }

  private static CompiledModel compiled(
      Supplier<? extends GeneratedModel> instances,
      ModelInfo info,
      Supplier<SourceLines> lines,
      LongFunction<RandomStream> streams) {
    return new CompiledModel() {
      @Override
      public ModelInfo info() {
        return info;
      }

      @Override
      public SourceLines lines() {
        return lines.get();
      }

      @Override
      public Model bind(DataContext data, long seed, PrintSink prints) {
        GeneratedModel model = instances.get();
        model.bind(data, streams.apply(seed), prints);
        return model;
      }
    };
  }

  private static GeneratedModel instance(Class<? extends GeneratedModel> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type.getName(), e);
    }
  }

  private void bind(DataContext data, RandomStream stream, PrintSink prints) {
    Scratch scratch = newScratch();
    scratch.sink = prints;
    scratch.source = data;
    scratch.random = stream;
    bindData(scratch);
    describe(scratch);
  }

  private void describe(Scratch scratch) {
    List<String[]> rows = lines(variableTable()).map(line -> line.split("\t")).toList();
    int total = rows.stream().mapToInt(row -> number(row, 3) + number(row, 4)).sum();
    int[] shapes = new int[total];
    sizes(shapes, scratch);
    Iterator<Integer> sizes = Arrays.stream(shapes).iterator();
    Iterator<String[]> left = rows.iterator();
    List<Variable> described = new ArrayList<>(rows.size());
    while (left.hasNext()) {
      described.add(described(left, sizes));
    }
    variables = List.copyOf(described);
    unconstrainedSize = described.stream().mapToInt(Variable::unconstrainedSize).sum();
  }

  /** The variable of the next row, with its members from the rows behind it. */
  private static Variable described(Iterator<String[]> rows, Iterator<Integer> sizes) {
    String[] row = rows.next();
    List<Integer> dims = take(sizes, number(row, 3));
    List<Integer> unconstrained = take(sizes, number(row, 4));
    List<Variable> members = new ArrayList<>();
    for (int m = 0; m < number(row, 5); m++) {
      members.add(described(rows, sizes));
    }
    Variable.Block block = Variable.Block.valueOf(row[1]);
    Variable.Form form = Variable.Form.valueOf(row[2]);
    return new Variable(row[0], block, form, dims, unconstrained, members);
  }

  private static List<Integer> take(Iterator<Integer> sizes, int count) {
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(sizes.next());
    }
    return taken;
  }

  private static int number(String[] row, int column) {
    return Integer.parseInt(row[column]);
  }

  private static Stream<String> lines(String[] table) {
    Function<String, Stream<String>> split = chunk -> Arrays.stream(chunk.split("\n", -1));
    return Arrays.stream(table).flatMap(split);
  }

  /**
   * One line for each output variable: name, block, form, rank, unconstrained rank and number of
   * members between tabs, the lines of its members behind it; joined by line ends, in chunks.
   */
  protected abstract String[] variableTable();

  /** Slots in each frame of the scratch. */
  protected abstract int frameSize();

  /** Number of checks that need to pass once only. */
  protected abstract int flagCount();

  /** Reads the data from {@code scratch.source} and runs transformed data. */
  protected abstract void bindData(Scratch scratch);

  /** Fills in the sizes of each output variable, followed by its unconstrained sizes. */
  protected abstract void sizes(int[] out, Scratch scratch);

  /** The log density; {@code propto} and {@code jacobian} are 0 or 1. */
  protected abstract double density(double[] q, int propto, int jacobian, Scratch scratch);

  /** The log density; its gradient is added to {@code adjoint}. */
  protected abstract double densityGradient(
      double[] q, double[] adjoint, int propto, int jacobian, Scratch scratch);

  /** Constrained values; {@code transformed} and {@code generated} are 0 or 1. */
  protected abstract void constrained(
      double[] q, double[] out, int transformed, int generated, Scratch scratch);

  /** Replaces what {@code scratch.source} has. */
  protected abstract void unconstrained(double[] q, Scratch scratch);

  /** Generated quantities. */
  protected abstract void generated(double[] parameters, double[] out, Scratch scratch);

  /** A slice; see {@link SliceRunner.Kernels#slice}. */
  protected abstract double sliceKernel(
      int kernel,
      Frames frames,
      int lo,
      int hi,
      double @Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch);

  /**
   * A method of a callback; see {@link SliceRunner.Kernels#callback}.
   *
   * @param which id of the callback times the number of methods, plus the method
   */
  protected abstract double callbackMethod(
      int which, Stretch[] containers, Frames frames, Scratch scratch);

  @Override
  public final int unconstrainedSize() {
    return unconstrainedSize;
  }

  @Override
  public final List<Variable> variables() {
    return variables;
  }

  @Override
  public final Scratch newScratch() {
    return started(new Scratch(frameSize(), flagCount()));
  }

  @Override
  public final Scratch newScratch(SliceRunner slices) {
    return started(new Scratch(frameSize(), flagCount(), slices));
  }

  private Scratch started(Scratch scratch) {
    if (timesBlocks) {
      scratch.profiled = profiled::add;
    }
    return scratch;
  }

  @Override
  public final void timeBlocks() {
    timesBlocks = true;
  }

  @Override
  public final List<ProfileTimes.Entry> profiles() {
    Map<List<Object>, ProfileTimes.Entry> sums = new LinkedHashMap<>();
    for (ProfileTimes times : profiled) {
      for (ProfileTimes.Entry e : times.entries()) {
        sums.merge(List.of(e.name(), e.thread()), e, ProfileTimes.Entry::plus);
      }
    }
    return List.copyOf(sums.values());
  }

  @Override
  public final double logDensity(double[] q, int flags, Scratch scratch) {
    scratch.reset();
    return density(q, bit(flags, PROPTO), bit(flags, JACOBIAN), scratch);
  }

  @Override
  public final double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
    scratch.reset();
    Arrays.fill(gradient, 0);
    return densityGradient(q, gradient, bit(flags, PROPTO), bit(flags, JACOBIAN), scratch);
  }

  @Override
  public final void constrain(
      double[] q,
      double[] out,
      boolean transformedParameters,
      boolean generatedQuantities,
      RandomStream stream,
      Scratch scratch) {
    scratch.reset();
    scratch.random = stream;
    Arrays.fill(out, Double.NaN);
    try {
      constrained(q, out, transformedParameters ? 1 : 0, generatedQuantities ? 1 : 0, scratch);
    } finally {
      scratch.random = null;
    }
  }

  @Override
  public final void unconstrain(DataContext inits, double[] q, Scratch scratch) {
    scratch.reset();
    scratch.source = inits;
    try {
      unconstrained(q, scratch);
    } finally {
      scratch.source = null;
    }
  }

  @Override
  public final void generate(
      double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
    scratch.reset();
    scratch.random = stream;
    Arrays.fill(out, Double.NaN);
    try {
      generated(parameters, out, scratch);
    } finally {
      scratch.random = null;
    }
  }

  @Override
  public final double slice(
      int kernel,
      Frames frames,
      int lo,
      int hi,
      double @Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch) {
    long reals = scratch.markReals();
    long ints = scratch.markInts();
    double sum = sliceKernel(kernel, frames, lo, hi, adjoints, adjointOffset, scratch);
    scratch.releaseReals(reals);
    scratch.releaseInts(ints);
    return sum;
  }

  @Override
  public final double callback(
      int callback,
      BoundCallback.Method method,
      Stretch[] containers,
      Frames frames,
      Scratch scratch) {
    long reals = scratch.markReals();
    long ints = scratch.markInts();
    int which = callback * METHODS + method.ordinal();
    double value = callbackMethod(which, containers, frames, scratch);
    scratch.releaseReals(reals);
    scratch.releaseInts(ints);
    return value;
  }

  private static int bit(int flags, int flag) {
    return (flags & flag) == 0 ? 0 : 1;
  }
}
