package org.stanj.stdlib.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of one evaluation at a time: arenas for containers, stacks for the reverse
 * sweep, frames between pieces of a split method.
 *
 * <p>Containers of emitted code live in the arenas as (array, offset, sizes). An arena grows by
 * replacing its current segment; containers in older segments stay valid because they hold the old
 * array. {@link #reset} joins the segments into one, so that a steady state allocates nothing.
 */
public final class Scratch {
  private static final int FIRST_SEGMENT = 1024;
  private static final int FIRST_CONTAINERS = 64;

  /** Current segment for real containers; the last allocation starts at {@code realTop}. */
  public double[] reals = new double[FIRST_SEGMENT];

  /** Current segment for integer containers; the last allocation starts at {@code intTop}. */
  public int[] ints = new int[FIRST_SEGMENT];

  /** Frame through which pieces of a split method hand over real scalars. */
  public final double[] realFrame;

  /** Frame through which pieces of a split method hand over integer scalars. */
  public final int[] intFrame;

  /** Frame through which pieces of a split method and callees hand over real containers. */
  public final double[][] realBases;

  /** Frame through which pieces of a split method and callees hand over integer containers. */
  public final int[][] intBases;

  /** Storages of real containers that are saved; emitted code reads those that it takes. */
  public double[][] realsStack = new double[FIRST_CONTAINERS][];

  /** Storages of integer containers that are saved. */
  public int[][] intsStack = new int[FIRST_CONTAINERS][];

  /** Offsets and sizes of containers that are saved. */
  public int[] shapeStack = new int[FIRST_SEGMENT];

  /** Flags of checks on data that have passed once and need no repetition. */
  public final boolean[] passed;

  /** Random numbers for transformed data and generated quantities; unused in densities. */
  public @Nullable RandomStream random;

  /** The data or init context that is being read (a {@code DataContext}); null otherwise. */
  public @Nullable Object source;

  /** Who runs the slices of parallel sums. */
  public final SliceRunner slices;

  /** Destination of {@code print}. */
  public PrintSink sink = PrintSink.STANDARD_OUT;

  /**
   * Is told of the times of profile blocks when the first of them runs; null: they are not timed.
   */
  public @Nullable Consumer<ProfileTimes> profiled;

  private @Nullable ProfileTimes profiles;
  private final List<Frames> lent = new ArrayList<>();
  private int framesUsed;
  private final List<SliceSum> sums = new ArrayList<>();
  private int sumsUsed;
  private final List<SliceMap> maps = new ArrayList<>();
  private int mapsUsed;
  private final List<BoundCallback> callbacks = new ArrayList<>();
  private int callbacksUsed;

  /** By callback: elements of the longest value of its jobs. */
  private int[] longest = {};

  private int realTop;
  private int intTop;
  private int realGeneration;
  private int intGeneration;
  private long realNeed;
  private long intNeed;

  private double[] realStack = new double[FIRST_SEGMENT];
  private int[] intStack = new int[FIRST_SEGMENT];
  private int realStackTop;
  private int intStackTop;

  private int realsStackTop;
  private int intsStackTop;
  private int shapeStackTop;

  /** Working memory whose slices run one after the other. */
  public Scratch(int frame, int flags) {
    this(frame, flags, SerialSlices.INSTANCE);
  }

  /**
   * @param frame slots in each of the frames
   * @param flags number of {@link #passed} flags
   * @param slices who runs the slices of parallel sums
   */
  public Scratch(int frame, int flags, SliceRunner slices) {
    this.slices = slices;
    realFrame = new double[frame];
    intFrame = new int[frame];
    realBases = new double[frame][];
    intBases = new int[frame][];
    passed = new boolean[flags];
  }

  /** Empties arenas and stacks: called before each evaluation, also after one that threw. */
  public void reset() {
    framesUsed = 0;
    sumsUsed = 0;
    mapsUsed = 0;
    callbacksUsed = 0;
    if (profiles != null) {
      profiles.begin();
    }
    if (realGeneration > 0) {
      reals = new double[Math.toIntExact(Math.min(realNeed * 5 / 4, Integer.MAX_VALUE - 8))];
      realGeneration = 0;
    }
    if (intGeneration > 0) {
      ints = new int[Math.toIntExact(Math.min(intNeed * 5 / 4, Integer.MAX_VALUE - 8))];
      intGeneration = 0;
    }
    realTop = 0;
    intTop = 0;
    realNeed = reals.length;
    intNeed = ints.length;
    realStackTop = 0;
    intStackTop = 0;
    realsStackTop = 0;
    intsStackTop = 0;
    shapeStackTop = 0;
  }

  /** Reserves {@code n} reals in {@link #reals}, contents undefined; returns their offset. */
  public int allocateReals(int n) {
    int offset = realTop;
    if (n > reals.length - offset) {
      return growReals(n);
    }
    realTop = offset + n;
    return offset;
  }

  private int growReals(int n) {
    long size = Math.max(2L * reals.length, 2L * n);
    reals = new double[(int) Math.min(size, Integer.MAX_VALUE - 8)];
    realNeed += reals.length;
    realGeneration++;
    realTop = n;
    return 0;
  }

  /** Reserves {@code n} reals and sets them to {@code value}; returns their offset. */
  public int allocateReals(int n, double value) {
    int offset = allocateReals(n);
    Arrays.fill(reals, offset, offset + n, value);
    return offset;
  }

  /** Reserves {@code n} ints in {@link #ints}, contents undefined; returns their offset. */
  public int allocateInts(int n) {
    int offset = intTop;
    if (n > ints.length - offset) {
      return growInts(n);
    }
    intTop = offset + n;
    return offset;
  }

  private int growInts(int n) {
    long size = Math.max(2L * ints.length, 2L * n);
    ints = new int[(int) Math.min(size, Integer.MAX_VALUE - 8)];
    intNeed += ints.length;
    intGeneration++;
    intTop = n;
    return 0;
  }

  /** Reserves {@code n} ints and sets them to {@code value}; returns their offset. */
  public int allocateInts(int n, int value) {
    int offset = allocateInts(n);
    Arrays.fill(ints, offset, offset + n, value);
    return offset;
  }

  /** The present height of the real arena, for {@link #releaseReals}. */
  public long markReals() {
    return ((long) realGeneration << 32) | realTop;
  }

  /** The present height of the integer arena, for {@link #releaseInts}. */
  public long markInts() {
    return ((long) intGeneration << 32) | intTop;
  }

  /**
   * Frees all real containers made since the mark. Where the segment changed since, the present one
   * holds nothing older than the mark.
   */
  public void releaseReals(long mark) {
    realTop = (int) (mark >>> 32) == realGeneration ? (int) mark : 0;
  }

  /** Frees all integer containers made since the mark. */
  public void releaseInts(long mark) {
    intTop = (int) (mark >>> 32) == intGeneration ? (int) mark : 0;
  }

  /** Saves a real for the reverse sweep. */
  public void push(double value) {
    if (realStackTop == realStack.length) {
      realStack = Arrays.copyOf(realStack, 2 * realStackTop);
    }
    realStack[realStackTop++] = value;
  }

  /** The real saved last. */
  public double popReal() {
    return realStack[--realStackTop];
  }

  /** Saves an int for the reverse sweep. */
  public void push(int value) {
    if (intStackTop == intStack.length) {
      intStack = Arrays.copyOf(intStack, 2 * intStackTop);
    }
    intStack[intStackTop++] = value;
  }

  /** The int saved last. */
  public int popInt() {
    return intStack[--intStackTop];
  }

  /** Saves the storage of a real container for the reverse sweep. */
  public void push(double[] container) {
    if (realsStackTop == realsStack.length) {
      realsStack = Arrays.copyOf(realsStack, 2 * realsStackTop);
    }
    realsStack[realsStackTop++] = container;
  }

  /** Takes the storages of the last n real containers off their stack; returns where they begin. */
  public int takeReals(int n) {
    return realsStackTop -= n;
  }

  /** Saves the storage of an integer container for the reverse sweep. */
  public void push(int[] container) {
    if (intsStackTop == intsStack.length) {
      intsStack = Arrays.copyOf(intsStack, 2 * intsStackTop);
    }
    intsStack[intsStackTop++] = container;
  }

  /** The same for integer containers. */
  public int takeInts(int n) {
    return intsStackTop -= n;
  }

  /** Saves the offset or a size of a container, on a stack of its own. */
  public void pushShape(int value) {
    reserveShapes(1);
    shapeStack[shapeStackTop++] = value;
  }

  /** Saves the offset and the first size of a container. */
  public void pushShape(int first, int second) {
    reserveShapes(2);
    int[] stack = shapeStack;
    int top = shapeStackTop;
    stack[top] = first;
    stack[top + 1] = second;
    shapeStackTop = top + 2;
  }

  private void reserveShapes(int n) {
    if (shapeStackTop + n > shapeStack.length) {
      shapeStack = Arrays.copyOf(shapeStack, 2 * shapeStackTop + n);
    }
  }

  /** Takes the last n offsets and sizes off their stack; returns where they begin. */
  public int takeShapes(int n) {
    return shapeStackTop -= n;
  }

  /**
   * A part of a profile block begins.
   *
   * @param part see {@link ProfileTimes}
   */
  public void enterProfile(String name, int part) {
    if (profiled != null) {
      times(profiled).enter(name, part);
    }
  }

  private ProfileTimes times(Consumer<ProfileTimes> told) {
    ProfileTimes times = profiles;
    if (times == null) {
      times = new ProfileTimes();
      profiles = times;
      told.accept(times);
    }
    return times;
  }

  /** The part ends that has begun last. */
  public void leaveProfile(String name, int part) {
    ProfileTimes times = profiles;
    if (times != null) {
      times.leave(name, part);
    }
  }

  /** Frames for one parallel sum, until {@link #releaseFrames}; sums may nest. */
  public Frames frames(
      double[] active,
      int activeOffset,
      int activeLength,
      double[] passive,
      int passiveOffset,
      int passiveLength,
      int[] intValues,
      int intsOffset,
      int intsLength) {
    if (framesUsed == lent.size()) {
      lent.add(new Frames());
    }
    Frames frames = lent.get(framesUsed++);
    frames.active(active, activeOffset, activeLength);
    frames.passive(passive, passiveOffset, passiveLength);
    frames.ints(intValues, intsOffset, intsLength);
    return frames;
  }

  /** Takes back the frames lent last. */
  public void releaseFrames() {
    framesUsed--;
  }

  /** A sum to fill in, until {@link #releaseSum}; sums may nest. */
  SliceSum lendSum() {
    if (sumsUsed == sums.size()) {
      sums.add(new SliceSum());
    }
    return sums.get(sumsUsed++);
  }

  /** Takes back the sum lent last. */
  void releaseSum() {
    sumsUsed--;
  }

  /** Jobs to fill in, until {@link #releaseMap}; they may nest. */
  SliceMap lendMap() {
    if (mapsUsed == maps.size()) {
      maps.add(new SliceMap());
    }
    return maps.get(mapsUsed++);
  }

  /** Takes back the jobs lent last. */
  public void releaseMap() {
    mapsUsed--;
  }

  /** A callback to bind, until {@link #releaseCallback}; kernels that call may nest. */
  BoundCallback lendCallback() {
    if (callbacksUsed == callbacks.size()) {
      callbacks.add(new BoundCallback(this));
    }
    return callbacks.get(callbacksUsed++);
  }

  /** Takes back the callback lent last. */
  public void releaseCallback() {
    callbacksUsed--;
  }

  /** Elements of the longest value that jobs of a callback have given here; 1 if none have. */
  int longest(int callback) {
    return callback < longest.length ? Math.max(1, longest[callback]) : 1;
  }

  void longest(int callback, int elements) {
    if (callback >= longest.length) {
      longest = Arrays.copyOf(longest, callback + 1);
    }
    longest[callback] = Math.max(longest[callback], elements);
  }
}
