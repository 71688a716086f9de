package org.stanj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.Columns;

/**
 * The draws of a run. Immutable and thread-safe; arrays that are handed out are the caller's own.
 *
 * <p>Columns are scalars: the sampler's, such as {@code lp__} and {@code divergent__}, then the
 * elements of variables, such as {@code theta[2,1]} ({@code theta.2.1} means the same). Where a run
 * was cancelled, chains may have different numbers of draws, or none.
 */
public final class Draws {
  private final Posterior posterior;
  private final SampleSettings settings;
  private final long seed;
  private final List<ChainRecord> chains;
  private final boolean complete;
  private final int warmup;

  /** Names as shown to places in the rows of a chain. */
  private final Map<String, Integer> places = new LinkedHashMap<>();

  Draws(
      Posterior posterior,
      SampleSettings settings,
      long seed,
      List<ChainRecord> chains,
      boolean complete) {
    this.posterior = posterior;
    this.settings = settings;
    this.seed = seed;
    this.chains = List.copyOf(chains);
    this.complete = complete;
    warmup = savedWarmup();
    List<String> own = chains.get(0).samplerNames();
    own.forEach(name -> places.put(name, places.size()));
    Columns columns = Columns.of(posterior.variables());
    for (int c = 0; c < columns.names().size(); c++) {
      places.put(ColumnName.shown(columns.names().get(c)), own.size() + columns.storage()[c]);
    }
  }

  private int savedWarmup() {
    boolean saved = settings.saveWarmup() && settings.algorithm() == SampleSettings.Algorithm.HMC;
    return saved ? (settings.numWarmup() + settings.thin() - 1) / settings.thin() : 0;
  }

  /** The posterior that was sampled, with the seed of the run. */
  public Posterior posterior() {
    return posterior;
  }

  /** The seed of the run. */
  public long seed() {
    return seed;
  }

  /** Whether the run came to its end; false if it was cancelled. */
  public boolean isComplete() {
    return complete;
  }

  /** Number of chains. */
  public int chains() {
    return chains.size();
  }

  /** Draws after warmup, over all chains. */
  public int size() {
    return IntStream.range(0, chains.size()).map(this::size).sum();
  }

  /**
   * Draws of a chain after warmup.
   *
   * @param chain from 0
   */
  public int size(int chain) {
    return Math.max(0, chains.get(chain).size() - warmup);
  }

  /** Names of all columns, the sampler's first. */
  public List<String> names() {
    return List.copyOf(places.keySet());
  }

  /**
   * A column after warmup.
   *
   * @return {@code [chain][draw]}
   * @throws NoSuchElementException if there is no such column
   */
  public double[][] column(String name) {
    int place = place(name);
    return chains.stream()
        .map(c -> c.column(place, Math.min(warmup, c.size()), c.size()))
        .toArray(double[][]::new);
  }

  /**
   * A column of warmup, if that was saved.
   *
   * @return {@code [chain][draw]}
   * @throws NoSuchElementException if there is no such column
   */
  public double[][] warmupColumn(String name) {
    int place = place(name);
    return chains.stream()
        .map(c -> c.column(place, 0, Math.min(warmup, c.size())))
        .toArray(double[][]::new);
  }

  private int place(String name) {
    Integer place = places.getOrDefault(name, places.get(ColumnName.shown(name)));
    if (place == null) {
      throw new NoSuchElementException("no column " + name);
    }
    return place;
  }

  /**
   * The variables of one draw after warmup.
   *
   * @param chain from 0
   * @param draw from 0
   * @throws IndexOutOfBoundsException if there is no such chain or draw
   */
  public Values values(int chain, int draw) {
    if (draw < 0 || draw >= size(chain)) {
      throw new IndexOutOfBoundsException("draw " + draw + " of " + size(chain));
    }
    return chains.get(chain).values(warmup + draw);
  }

  /** Transitions after warmup whose energy error exceeded its limit, over all chains. */
  public int divergences() {
    return chains.stream().mapToInt(ChainRecord::divergent).sum();
  }

  /**
   * Step size and inverse metric of a chain after warmup.
   *
   * @param chain from 0
   */
  public Adaptation adaptation(int chain) {
    return chains.get(chain).adaptation();
  }

  /**
   * Wall time of a chain in seconds.
   *
   * @param chain from 0
   */
  public ElapsedTime time(int chain) {
    return chains.get(chain).time();
  }

  /**
   * Statistics of {@code lp__} and of all elements of variables, in the order and with the figures
   * of {@code stansummary}. After a cancelled run they are those of the chains that have draws,
   * each as far as the shortest of these goes.
   *
   * @throws IllegalStateException if there are no draws
   */
  public Summary summary() {
    List<String> all = names();
    int own = chains.get(0).samplerNames().size();
    List<String> elements = all.subList(own, all.size());
    List<SummaryRow> rows = new ArrayList<>(List.of(summary(all.get(0))));
    ColumnName.rowMajor(elements).forEach(i -> rows.add(summary(elements.get(i))));
    return new Summary(rows);
  }

  /**
   * Statistics of one column.
   *
   * @throws NoSuchElementException if there is no such column
   * @throws IllegalStateException if there are no draws
   */
  public SummaryRow summary(String name) {
    double[][] begun =
        Arrays.stream(column(name)).filter(c -> c.length > 0).toArray(double[][]::new);
    int shortest = Arrays.stream(begun).mapToInt(c -> c.length).min().orElse(0);
    if (shortest == 0) {
      throw new IllegalStateException("there are no draws");
    }
    double[][] even =
        Arrays.stream(begun).map(c -> Arrays.copyOf(c, shortest)).toArray(double[][]::new);
    return SummaryRow.of(ColumnName.shown(name), even);
  }

  /** All draws of a column after warmup, one chain after the other. */
  public double[] pooled(String name) {
    return Arrays.stream(column(name)).flatMapToDouble(Arrays::stream).toArray();
  }
}
