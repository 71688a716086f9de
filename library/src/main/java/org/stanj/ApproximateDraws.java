package org.stanj;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.stanj.runtime.chains.ConstrainedRow;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.Columns;

/**
 * Draws from an approximation of a posterior. Immutable and thread-safe; arrays that are handed out
 * are the caller's own.
 *
 * <p>Columns are the elements of variables, such as {@code theta[2,1]} ({@code theta.2.1} means the
 * same).
 */
public final class ApproximateDraws {
  private final Posterior posterior;
  private final List<Point> points;
  private final List<double[]> rows = new ArrayList<>();
  private final Optional<double[]> mean;
  private final Verdict verdict;

  /** Names as shown to places in rows. */
  private final Map<String, Integer> places = new LinkedHashMap<>();

  /**
   * A draw.
   *
   * @param position on the unconstrained scale
   * @param logDensity of the posterior
   * @param logApproximation of the approximation
   */
  record Point(double[] position, double logDensity, double logApproximation) {}

  /**
   * What a method says of its approximation.
   *
   * @param reliable whether nothing is known against it
   * @param reason what is, in CmdStan's words; empty for nothing
   * @param paretoK shape of the tail of importance ratios; NaN without resampling
   */
  record Verdict(boolean reliable, String reason, double paretoK) {}

  /**
   * @param mean the row before the first draw, if there is one
   * @param points in their order
   * @throws RunException if the program rejects a draw for good
   */
  ApproximateDraws(
      Posterior posterior, int id, Optional<double[]> mean, List<Point> points, Verdict verdict) {
    this.posterior = posterior;
    this.points = List.copyOf(points);
    this.verdict = verdict;
    ConstrainedRow row = new ConstrainedRow(posterior.bound(), posterior.seed(), id, line -> {});
    int first = mean.isPresent() ? 1 : 0;
    this.mean = mean.map(q -> row(row, 0, q));
    for (int i = 0; i < points.size(); i++) {
      rows.add(row(row, first + i, points.get(i).position()));
    }
    Columns columns = Columns.of(posterior.variables());
    for (int c = 0; c < columns.names().size(); c++) {
      places.put(ColumnName.shown(columns.names().get(c)), columns.storage()[c]);
    }
  }

  private static double[] row(ConstrainedRow row, int iteration, double[] q) {
    return Failures.run(() -> row.at(iteration, q).clone());
  }

  /** The posterior that was approximated, with the seed of the run. */
  public Posterior posterior() {
    return posterior;
  }

  /** Number of draws. */
  public int size() {
    return points.size();
  }

  /** Names of all columns. */
  public List<String> names() {
    return List.copyOf(places.keySet());
  }

  /**
   * A column, a value for each draw.
   *
   * @throws NoSuchElementException if there is no such column
   */
  public double[] column(String name) {
    Integer place = places.getOrDefault(name, places.get(ColumnName.shown(name)));
    if (place == null) {
      throw new NoSuchElementException("no column " + name);
    }
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }

  /**
   * The variables of one draw.
   *
   * @param draw from 0
   */
  public Values values(int draw) {
    return new Values(posterior.layout(), rows.get(draw));
  }

  /** The variables at the mean of the approximation, which only variational ones know. */
  public Optional<Values> mean() {
    return mean.map(row -> new Values(posterior.layout(), row));
  }

  /**
   * One draw on the unconstrained scale.
   *
   * @param draw from 0
   */
  public double[] unconstrained(int draw) {
    return points.get(draw).position().clone();
  }

  /**
   * The log density of the posterior at each draw, in nats, with the Jacobian unless it was left
   * out: of pathfinder and variational with its constants, of Laplace without them. −∞ where the
   * program rejects the draw, NaN where it was not asked for.
   */
  public double[] logDensity() {
    return points.stream().mapToDouble(Point::logDensity).toArray();
  }

  /**
   * The log density of the approximation at each draw, in nats: of pathfinder normalised, of the
   * others without its constants, −½ zᵀz.
   */
  public double[] logApproximation() {
    return points.stream().mapToDouble(Point::logApproximation).toArray();
  }

  /**
   * Whether the method has found nothing against its approximation, see {@link #reason}. That is no
   * proof of a good one.
   */
  public boolean isReliable() {
    return verdict.reliable();
  }

  /** What the method has found against it, in CmdStan's words; empty for nothing. */
  public String reason() {
    return verdict.reason();
  }

  /**
   * Shape k of the tail of importance ratios: above 0.7 the approximation is poor. NaN where draws
   * were not resampled, or where there are too few to tell.
   */
  public double paretoK() {
    return verdict.paretoK();
  }

  /**
   * Statistics of all columns. Draws are independent, but that resampling repeats some.
   *
   * @throws IllegalStateException if there are no draws
   */
  public Summary summary() {
    List<String> names = names();
    return new Summary(
        ColumnName.rowMajor(names).stream().map(i -> summary(names.get(i))).toList());
  }

  /**
   * Statistics of one column.
   *
   * @throws NoSuchElementException if there is no such column
   * @throws IllegalStateException if there are no draws
   */
  public SummaryRow summary(String name) {
    double[] column = column(name);
    if (column.length == 0) {
      throw new IllegalStateException("there are no draws");
    }
    return SummaryRow.of(ColumnName.shown(name), new double[][] {column});
  }
}
