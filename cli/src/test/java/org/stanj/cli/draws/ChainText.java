package org.stanj.cli.draws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the CSV file of a chain as CmdStan does, for tests. */
public final class ChainText {
  private static final String HEAD =
      """
      # stan_version_major = 2
      # stan_version_minor = 37
      # stan_version_patch = 0
      # model = %s_model
      # start_datetime = 2026-01-02 03:04:05 UTC
      # method = %s (Default)
      #   sample
      #     num_samples = %d
      #     num_warmup = 1000 (Default)
      #     save_warmup = %s (Default)
      #     thin = 1 (Default)
      #     adapt
      #       engaged = true (Default)
      #       delta = 0.95
      #     algorithm = %s (Default)
      #       hmc
      #         engine = nuts (Default)
      #           nuts
      #             max_depth = 10 (Default)
      #         metric = diag_e (Default)
      #     num_chains = 1 (Default)
      # id = %d
      # data
      #   file = %s
      # init = 2 (Default)
      # random
      #   seed = 17
      # output
      #   file = o.csv
      # num_threads = 1 (Default)
      # stanc_version = stanc3 v2.37.0
      # stancflags =
      """;

  private static final String SAMPLER =
      "lp__,accept_stat__,stepsize__,treedepth__,n_leapfrog__,divergent__,energy__";

  private String model = "line";
  private String method = "sample";
  private String algorithm = "hmc";
  private String data = "d.json";
  private boolean saveWarmup;
  private String columns = SAMPLER;
  private final int id;
  private final List<String> rows = new ArrayList<>();
  private String adaptation =
      """
      # Adaptation terminated
      # Step size = 0.25
      # Diagonal elements of inverse mass matrix:
      # 0.5, 2
      """;
  private String foot =
      """
      #\s
      #  Elapsed Time: 0.5 seconds (Warm-up)
      #                1.5 seconds (Sampling)
      #                2 seconds (Total)
      #\s
      """;

  /** An empty chain of an id. */
  public ChainText(int id) {
    this.id = id;
  }

  /** Columns behind the sampler's, as they stand in the file. */
  public ChainText columns(String names) {
    columns = SAMPLER + "," + names;
    return this;
  }

  /** All columns. */
  public ChainText onlyColumns(String names) {
    columns = names;
    return this;
  }

  /** Name of the model, without its end. */
  public ChainText model(String name) {
    model = name;
    return this;
  }

  /** The method. */
  public ChainText method(String name) {
    method = name;
    return this;
  }

  /** The algorithm; fixed_param has no adaptation block. */
  public ChainText algorithm(String name) {
    algorithm = name;
    adaptation = name.equals("fixed_param") ? "" : adaptation;
    return this;
  }

  /** The data file. */
  public ChainText data(String file) {
    data = file;
    return this;
  }

  /** Rows of warmup stand before the adaptation block. */
  public ChainText saveWarmup() {
    saveWarmup = true;
    return this;
  }

  /** The run was killed: there are no times. */
  public ChainText withoutFoot() {
    foot = "";
    return this;
  }

  /** A draw whose sampler had nothing special; {@code lp__} and the energy vary with its number. */
  public ChainText draw(double... values) {
    return draw(false, values);
  }

  /** A draw. */
  public ChainText draw(boolean divergent, double... values) {
    double wave = Math.sin(rows.size() * 0.7 + id) + 0.1 * Math.cos(rows.size() * 3.1);
    String sampler =
        String.format(
            Locale.ROOT, "%.6g,0.9,0.25,3,7,%d,%.6g", -5 - wave, divergent ? 1 : 0, 7 + wave);
    StringBuilder row = new StringBuilder(sampler);
    for (double value : values) {
      row.append(',').append(Double.isNaN(value) ? "nan" : String.valueOf(value));
    }
    return row(row.toString());
  }

  /** A row as it stands in the file. */
  public ChainText row(String text) {
    rows.add(text);
    return this;
  }

  /** The text of the file. */
  public String text() {
    return text(rows.size());
  }

  /** The text of the file with another number of draws in its head. */
  public String text(int announced) {
    StringBuilder out = new StringBuilder();
    Object[] values = {model, method, announced, saveWarmup, algorithm, id, data};
    out.append(HEAD.formatted(values));
    out.append(columns).append('\n').append(adaptation);
    rows.forEach(row -> out.append(row).append('\n'));
    return out.append(foot).toString();
  }

  /** Writes the file. */
  public Path write(Path folder) {
    return write(folder, text());
  }

  /** Writes a file of this chain's name. */
  public Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("o_" + id + ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
