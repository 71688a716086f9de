package org.stanj.stdlib.abi;

/**
 * Work that is cut into chunks. Each chunk fills a row of its own and touches nothing else, so that
 * chunks may run in any order, at the same time, on any thread that has a scratch of the model.
 * Frames and rows belong to whoever gives the work; they stay as they are until it is done.
 */
public abstract class SliceWork {
  /** What work can be: the process that it is sent to makes its own of the form, and reads it. */
  public enum Form {
    /** A {@link SliceSum}. */
    SUM {
      @Override
      public SliceWork blank() {
        return new SliceSum();
      }
    },
    /** A {@link SliceMap}. */
    MAP {
      @Override
      public SliceWork blank() {
        return new SliceMap();
      }
    };

    /** Work for {@link SliceWork#read}. */
    public abstract SliceWork blank();
  }

  private int chunks;
  private int width;
  private double[] rows = {};
  private int offset;

  /**
   * Says where the rows are.
   *
   * @param count of the chunks
   * @param length of a row
   * @param values row {@code c} stands from {@code start + c * length}
   */
  protected final void shape(int count, int length, double[] values, int start) {
    chunks = count;
    width = length;
    rows = values;
    offset = start;
  }

  /** What another process makes this work from. */
  public abstract Form form();

  /** Writes all that chunks need to know, but not the rows. */
  public abstract void write(Parcel parcel);

  /** Becomes the work that was written. It has chunks, but no rows until {@link #place}. */
  public abstract void read(Parcel parcel);

  /**
   * Gives room for some rows only.
   *
   * @param first the chunk whose row begins at 0
   */
  public final void place(int first, double[] values) {
    rows = values;
    offset = -first * width;
  }

  /**
   * Whether the program did not ask for slices: the compiler found that a loop can be cut. Who may
   * run them is a switch of its own then; the results are the same.
   */
  public boolean automatic() {
    return false;
  }

  /**
   * A small number for works that are alike: the time for a unit of {@link #size} is nearly the
   * same. Sums have numbers from 0, other works negative ones.
   */
  public int kind() {
    return -1;
  }

  /** How much work it is, in a unit that all works of its kind have in common. */
  public int size() {
    return chunks;
  }

  /** Number of chunks. */
  public final int chunks() {
    return chunks;
  }

  /** Length of a row. */
  public final int width() {
    return width;
  }

  /** The array that holds the rows. */
  public final double[] rows() {
    return rows;
  }

  /** Where a row begins in {@link #rows}. */
  public final int row(int chunk) {
    return offset + chunk * width;
  }

  /**
   * Fills the row of a chunk.
   *
   * @param c from 0
   * @param scratch working memory of the thread that does it
   * @throws RejectException what the program throws there
   */
  public abstract void chunk(int c, SliceRunner.Kernels model, Scratch scratch);

  /**
   * Runs all chunks one after the other. Whoever gave the work finds what it would have found had
   * others run them.
   *
   * @throws RejectException what the first chunk that throws has thrown
   */
  public void alone(SliceRunner.Kernels model, Scratch scratch) {
    for (int c = 0; c < chunks(); c++) {
      chunk(c, model, scratch);
    }
  }
}
