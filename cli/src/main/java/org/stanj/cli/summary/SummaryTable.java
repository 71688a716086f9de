package org.stanj.cli.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stanj.runtime.diagnostics.ChainStatistics;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.RealFormat;

/**
 * The table of {@code stansummary}: the first column of the draws, the sampler's, the model's.
 *
 * @param titles of the columns
 * @param nameWidth of the column of names, which has room for all of the file
 * @param first the row of the first column
 * @param sampler rows of the sampler's columns
 * @param model rows of the model's columns
 */
record SummaryTable(
    List<String> titles, int nameWidth, Row first, List<Row> sampler, List<Row> model) {
  /** Blanks between columns. */
  private static final int GAP = 2;

  /** A name and its statistics. */
  record Row(String name, double[] values) {}

  /**
   * Computes the table.
   *
   * @param included names of the model's columns to show
   */
  static SummaryTable of(Draws draws, List<String> percentiles, List<String> included) {
    List<String> titles = new ArrayList<>(List.of("Mean", "MCSE", "StdDev", "MAD"));
    percentiles.forEach(percentile -> titles.add(percentile + "%"));
    titles.addAll(List.of("ESS_bulk", "ESS_tail", "ESS_bulk/s", "R_hat"));
    int behind = 1 + draws.samplerColumns();
    return new SummaryTable(
        titles,
        1 + draws.names().stream().mapToInt(String::length).max().orElse(0),
        row(draws, 0, percentiles),
        IntStream.range(1, behind).mapToObj(c -> row(draws, c, percentiles)).toList(),
        ColumnName.rowMajor(draws.names().subList(behind, draws.names().size())).stream()
            .map(c -> c + behind)
            .filter(c -> included.contains(draws.names().get(c)))
            .map(c -> row(draws, c, percentiles))
            .toList());
  }

  private static Row row(Draws draws, int column, List<String> percentiles) {
    double[][] chains = draws.column(column);
    ChainStatistics statistics = ChainStatistics.of(chains);
    double seconds = Arrays.stream(draws.sampling()).sum();
    double[] quantiles =
        percentiles.stream()
            .mapToDouble(p -> statistics.quantile(Double.parseDouble(p) / 100))
            .toArray();
    double[] values = new double[8 + quantiles.length];
    values[0] = statistics.mean();
    values[1] = statistics.mcse();
    values[2] = statistics.sd();
    values[3] = statistics.mad();
    System.arraycopy(quantiles, 0, values, 4, quantiles.length);
    values[values.length - 4] = statistics.essBulk();
    values[values.length - 3] = statistics.essTail();
    values[values.length - 2] = statistics.essBulk() / seconds;
    values[values.length - 1] = statistics.rHat();
    return new Row(draws.names().get(column), values);
  }

  /** The text on the console. */
  String text(int figures) {
    List<ColumnFormat> ofSampler = formats(sampler, figures);
    List<ColumnFormat> ofModel = formats(model, figures);
    int[] widths = new int[titles.size()];
    for (int c = 0; c < widths.length; c++) {
      int numbers = Math.max(ofSampler.get(c).width(), ofModel.get(c).width());
      widths[c] = GAP + Math.max(numbers, titles.get(c).length());
    }
    StringBuilder out = new StringBuilder(" ".repeat(nameWidth));
    for (int c = 0; c < widths.length; c++) {
      out.append(right(titles.get(c), widths[c]));
    }
    out.append("\n\n");
    append(out, List.of(first), ofModel, widths);
    append(out, sampler, ofSampler, widths);
    out.append('\n');
    append(out, model, ofModel, widths);
    return out.append('\n').toString();
  }

  /** The format of the last column, which the numbers behind the table share. */
  ColumnFormat lastFormat(int figures) {
    List<ColumnFormat> formats = formats(model.isEmpty() ? sampler : model, figures);
    return formats.get(formats.size() - 1);
  }

  /** The number that stands last. */
  double lastValue() {
    Row last = rows().reduce(first, (a, b) -> b);
    return last.values()[last.values().length - 1];
  }

  private Stream<Row> rows() {
    return Stream.of(Stream.of(first), sampler.stream(), model.stream()).flatMap(rows -> rows);
  }

  private List<ColumnFormat> formats(List<Row> rows, int figures) {
    return IntStream.range(0, titles.size())
        .mapToObj(c -> rows.stream().mapToDouble(row -> row.values()[c]).toArray())
        .map(values -> ColumnFormat.of(values, figures))
        .toList();
  }

  private void append(StringBuilder out, List<Row> rows, List<ColumnFormat> formats, int[] widths) {
    for (Row row : rows) {
      out.append(row.name()).append(" ".repeat(nameWidth - row.name().length()));
      for (int c = 0; c < widths.length; c++) {
        out.append(right(formats.get(c).text(row.values()[c]), widths[c]));
      }
      out.append('\n');
    }
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The table as CSV, header first. */
  String csv(int figures) {
    RealFormat format = new RealFormat(figures);
    StringBuilder out = new StringBuilder("name,").append(String.join(",", titles)).append('\n');
    rows()
        .forEach(
            row -> {
              out.append('"').append(row.name()).append('"');
              for (double value : row.values()) {
                out.append(',');
                out.append(Double.isFinite(value) ? format.text(value) : StreamText.special(value));
              }
              out.append('\n');
            });
    return out.toString();
  }
}
