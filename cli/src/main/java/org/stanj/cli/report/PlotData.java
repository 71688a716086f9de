package org.stanj.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.stanj.cli.draws.ChainFacts;
import org.stanj.cli.draws.Run;
import org.stanj.runtime.diagnostics.Autocorrelation;
import org.stanj.runtime.io.RealFormat;

/**
 * Writes what plots show as JSON that may stand in HTML. Draws are thinned, as 32-bit numbers in
 * base 64; everything else comes from all draws.
 */
final class PlotData {
  private static final int LAGS = 41;
  private static final int FIGURES = 4;
  private static final int MOST_DRAWS = 1000;
  private static final int LEAST_DRAWS = 50;

  /** Draws in the page. */
  private static final int MOST_VALUES = 230_000;

  private static final int MOST_ELEMENTS = 500;

  private final Run run;
  private final PlotChoice choice;
  private final Thinning thinning;
  private final JsonGenerator json;
  private final RealFormat format = new RealFormat(FIGURES);

  private PlotData(Run run, PlotChoice choice, boolean[][] divergent, Writer out)
      throws IOException {
    this.run = run;
    this.choice = choice;
    int lines = Math.max(1, choice.plotted().size() * run.chains().size());
    int most = Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, MOST_VALUES / lines));
    this.thinning = Thinning.of(run.draws(), run.chains().size(), most, divergent);
    this.json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setCharacterEscapes(new ForHtml());
  }

  /** Writes all of it; the caller closes {@code out}. */
  static void write(Run run, PlotChoice choice, boolean[][] divergent, Writer out)
      throws IOException {
    PlotData data = new PlotData(run, choice, divergent, out);
    data.write();
    data.json.flush();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeNumberField("draws", run.draws());
    json.writeNumberField("chains", run.chains().size());
    whole("iterations", thinning.iterations());
    json.writeArrayFieldStart("others");
    for (Thinning.Draw other : thinning.others()) {
      json.writeArray(new int[] {other.chain(), other.iteration()}, 0, 2);
    }
    json.writeEndArray();
    whole("divergent", thinning.divergent().stream().mapToInt(i -> i).toArray());
    json.writeArrayFieldStart("pairs");
    for (Quantity quantity : choice.pairs()) {
      json.writeString(quantity.name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("variables");
    for (Quantity quantity : choice.plotted()) {
      variable(quantity);
    }
    json.writeEndArray();
    if (run.has("energy__") && run.draws() > 1) {
      energy(run.column("energy__"));
    }
    metric();
    json.writeEndObject();
  }

  private void variable(Quantity quantity) throws IOException {
    double[][] draws = run.column(quantity.column());
    json.writeStartObject();
    json.writeStringField("name", quantity.name());
    json.writeStringField("draws", base64(thinning.values(draws)));
    json.writeArrayFieldStart("ranks");
    for (int[] counts : RankBins.of(draws)) {
      json.writeArray(counts, 0, counts.length);
    }
    json.writeEndArray();
    density("density", Density.of(draws));
    json.writeArrayFieldStart("correlation");
    for (double[] chain : draws) {
      array(Autocorrelation.of(chain, Math.min(LAGS, chain.length)));
    }
    json.writeEndArray();
    EssGrowth growth = EssGrowth.of(draws);
    json.writeObjectFieldStart("ess");
    whole("draws", growth.draws());
    field("bulk", growth.bulk());
    field("tail", growth.tail());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String base64(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private void density(String name, Density density) throws IOException {
    json.writeObjectFieldStart(name);
    field("places", density.places());
    json.writeArrayFieldStart("heights");
    for (double[] heights : density.heights()) {
      array(heights);
    }
    json.writeEndArray();
    json.writeBooleanField("whole", density.whole());
    json.writeEndObject();
  }

  /** Energies around their mean, and their changes from draw to draw: both widths should agree. */
  private void energy(double[][] energies) throws IOException {
    double[] all = Arrays.stream(energies).flatMapToDouble(Arrays::stream).toArray();
    if (!Arrays.stream(all).allMatch(Double::isFinite)) {
      return;
    }
    double mean = Arrays.stream(all).average().orElse(0);
    double[] changes = Arrays.stream(energies).flatMapToDouble(PlotData::differences).toArray();
    double[][] both = {Arrays.stream(all).map(e -> e - mean).toArray(), changes};
    density("energy", Density.of(both));
  }

  private static java.util.stream.DoubleStream differences(double[] x) {
    return java.util.stream.IntStream.range(1, x.length).mapToDouble(i -> x[i] - x[i - 1]);
  }

  private void metric() throws IOException {
    json.writeArrayFieldStart("metric");
    for (ChainFacts chain : run.chains()) {
      double[] all = chain.adaptation().diagonal();
      int step = all.length / MOST_ELEMENTS + 1;
      double[] some = new double[(all.length + step - 1) / step];
      Arrays.setAll(some, i -> all[i * step]);
      json.writeStartObject();
      json.writeNumberField("step", step);
      field("diagonal", some);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void whole(String name, int[] values) throws IOException {
    json.writeFieldName(name);
    json.writeArray(values, 0, values.length);
  }

  private void field(String name, double[] values) throws IOException {
    json.writeFieldName(name);
    array(values);
  }

  private void array(double[] values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      if (Double.isFinite(value)) {
        json.writeRawValue(format.text(value));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  /** No text ends the element that the JSON stands in, or begins another. */
  private static final class ForHtml extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      for (char c : new char[] {'<', '>', '&'}) {
        codes[c] = CharacterEscapes.ESCAPE_STANDARD;
      }
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return new SerializedString(String.format("\\u%04x", character));
    }
  }
}
