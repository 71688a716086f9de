package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.Sizes;
import org.stanj.stdlib.abi.SliceMap;
import org.stanj.stdlib.abi.Stretch;

/**
 * Stan's {@code map_rect}: the values of jobs, joined in the order of the jobs.
 *
 * <p>How long values are is known when the jobs have run. Rows have room for the longest that the
 * callback has given so far; where a value is longer, all jobs run once more with more room. That
 * happens in the first evaluation, unless all have one element, or none.
 *
 * <p>Where the reverse sweep will come by and values have one element, their gradients come from
 * the same sweep, and the adjoint only scales them. Otherwise the adjoint asks each job for its
 * vector-Jacobian product.
 */
public final class MapRect {
  private MapRect() {}

  /**
   * The joined values. Behind them stands the trace: the room that the rows have, 0 if they hold
   * gradients; then the rows.
   *
   * @param theta leading arguments of the jobs, one after the other
   * @param jobs number of jobs
   * @param size of the leading arguments of a job
   */
  public static Stretch results(BoundCallback f, double[] theta, int thetaAt, int jobs, int size) {
    SliceMap work = f.jobs(theta, thetaAt, jobs, size);
    Scratch scratch = f.scratch();
    long mark = scratch.markReals();
    int room = f.longest();
    int longest = run(f, work, room);
    while (longest > room) {
      f.longest(longest);
      scratch.releaseReals(mark);
      room = longest;
      longest = run(f, work, room);
    }
    Stretch joined = joined(f, work);
    scratch.releaseMap();
    return joined;
  }

  /** Fills the rows; returns the length of the longest value. */
  private static int run(BoundCallback f, SliceMap work, int room) {
    boolean gradients = f.traced() && room == 1;
    work.askValues(gradients, room);
    int before = Sizes.sum(Sizes.product(work.jobs(), room), 1);
    int start = f.scratch().allocateReals(Sizes.sum(before, work.reals()));
    double[] block = f.scratch().reals;
    block[start + before - 1] = gradients ? 0 : room;
    work.rows(block, start + before);
    f.run(work);
    int longest = 0;
    for (int job = 0; job < work.jobs(); job++) {
      longest = Math.max(longest, (int) block[work.at(job)]);
    }
    return longest;
  }

  /** The values before the trace. */
  private static Stretch joined(BoundCallback f, SliceMap work) {
    double[] block = work.rows();
    int end = work.row(0) - 1;
    int at = end;
    for (int job = 0; job < work.jobs(); job++) {
      at -= (int) block[work.at(job)];
    }
    int start = at;
    for (int job = 0; job < work.jobs(); job++) {
      int row = work.at(job);
      int length = (int) block[row];
      System.arraycopy(block, row + 1, block, at, length);
      at += length;
    }
    return f.made(block, start, end - start);
  }

  /** Adjoint of {@link #results}. */
  public static void resultsAdjoint(
      BoundCallback f,
      double[] theta,
      int thetaAt,
      int jobs,
      int size,
      double[] results,
      int resultsAt,
      int n,
      double[] dResults,
      int dResultsAt,
      double @Nullable [] dTheta,
      int dThetaAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    int trace = resultsAt + n;
    int room = (int) results[trace];
    SliceMap work = f.jobs(theta, thetaAt, jobs, size);
    Scratch scratch = f.scratch();
    if (room == 0) {
      work.askValues(true, 1);
      work.rows(results, trace + 1);
      int k = dResultsAt;
      for (int job = 0; job < jobs; job++) {
        int row = work.at(job);
        if (results[row] > 0) {
          add(work, row + 2, dResults[k++], job, dTheta, dThetaAt, dActive, dActiveAt);
        }
      }
    } else {
      long reals = scratch.markReals();
      long ints = scratch.markInts();
      int ends = ends(scratch, results, trace + 1, 1 + room, jobs);
      work.askProducts(dResults, dResultsAt, scratch.ints, ends);
      int rows = scratch.allocateReals(work.reals());
      work.rows(scratch.reals, rows);
      f.run(work);
      for (int job = 0; job < jobs; job++) {
        add(work, work.at(job), 1, job, dTheta, dThetaAt, dActive, dActiveAt);
      }
      scratch.releaseReals(reals);
      scratch.releaseInts(ints);
    }
    scratch.releaseMap();
  }

  /** Where the values of each job end; 0 before. */
  private static int ends(Scratch scratch, double[] rows, int first, int stride, int jobs) {
    int at = scratch.allocateInts(jobs + 1);
    int[] ends = scratch.ints;
    ends[at] = 0;
    for (int job = 0; job < jobs; job++) {
      ends[at + job + 1] = ends[at + job] + (int) rows[first + job * stride];
    }
    return at;
  }

  /** Adds a gradient of a job times a factor. */
  private static void add(
      SliceMap work,
      int from,
      double factor,
      int job,
      double @Nullable [] dTheta,
      int dThetaAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    double[] rows = work.rows();
    int size = work.leadLength();
    if (dTheta != null) {
      addTo(dTheta, dThetaAt + job * size, size, factor, rows, from);
    }
    if (dActive != null) {
      addTo(dActive, dActiveAt, work.frames().activeLength(), factor, rows, from + size + 1);
    }
  }

  private static void addTo(
      double[] sum, int sumAt, int n, double factor, double[] from, int fromAt) {
    for (int i = 0; i < n; i++) {
      sum[sumAt + i] += factor * from[fromAt + i];
    }
  }
}
