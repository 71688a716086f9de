package org.stanj.runtime.checkpoint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.runtime.adapt.DualAveraging;
import org.stanj.runtime.adapt.EstimatorState;
import org.stanj.runtime.adapt.SamplerState;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.Decisions;

/** The bytes of a {@link Checkpoint}: its parts one after the other, lists behind their lengths. */
final class CheckpointFormat {
  private CheckpointFormat() {}

  static void write(Checkpoint checkpoint, DataOutputStream out) throws IOException {
    out.writeUTF(checkpoint.model());
    out.writeLong(checkpoint.program());
    out.writeLong(checkpoint.data());
    out.writeUTF(checkpoint.started());
    out.writeInt(checkpoint.given().size());
    for (Map.Entry<String, Object> e : checkpoint.given().entrySet()) {
      out.writeUTF(e.getKey());
      value(e.getValue(), out);
    }
    out.writeInt(checkpoint.shownAsDefault().size());
    for (String path : checkpoint.shownAsDefault()) {
      out.writeUTF(path);
    }
    decisions(checkpoint.decisions(), out);
    out.writeInt(checkpoint.chains().size());
    for (Map.Entry<Integer, Checkpoint.Chain> e : checkpoint.chains().entrySet()) {
      out.writeInt(e.getKey());
      chain(e.getValue(), out);
    }
  }

  static Checkpoint read(DataInputStream in) throws IOException {
    String model = in.readUTF();
    long program = in.readLong();
    long data = in.readLong();
    String started = in.readUTF();
    Map<String, Object> given = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      given.put(in.readUTF(), value(in));
    }
    Set<String> shownAsDefault = new HashSet<>();
    for (int n = in.readInt(); n > 0; n--) {
      shownAsDefault.add(in.readUTF());
    }
    Decisions.State decisions = decisions(in);
    Map<Integer, Checkpoint.Chain> chains = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      chains.put(in.readInt(), chain(in));
    }
    return new Checkpoint(model, program, data, started, given, shownAsDefault, decisions, chains);
  }

  private static void value(Object value, DataOutputStream out) throws IOException {
    if (value instanceof Long number) {
      out.writeByte('L');
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeByte('D');
      out.writeDouble(number);
    } else if (value instanceof Boolean flag) {
      out.writeByte('B');
      out.writeBoolean(flag);
    } else {
      out.writeByte('S');
      out.writeUTF((String) value);
    }
  }

  private static Object value(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'L' -> in.readLong();
      case 'D' -> in.readDouble();
      case 'B' -> in.readBoolean();
      default -> in.readUTF();
    };
  }

  private static void chain(Checkpoint.Chain chain, DataOutputStream out) throws IOException {
    out.writeLong(chain.draws());
    out.writeLong(chain.diagnostics());
    reals(chain.judged(), out);
    ChainState state = chain.state();
    out.writeLong(state.warmupNanos());
    out.writeLong(state.samplingNanos());
    out.writeLong(state.divergences());
    out.writeBoolean(state.finished());
    sampler(state.sampler(), out);
  }

  private static Checkpoint.Chain chain(DataInputStream in) throws IOException {
    long draws = in.readLong();
    long diagnostics = in.readLong();
    double[] judged = reals(in);
    long warmup = in.readLong();
    long sampling = in.readLong();
    long divergences = in.readLong();
    boolean finished = in.readBoolean();
    ChainState state = new ChainState(sampler(in), warmup, sampling, divergences, finished);
    return new Checkpoint.Chain(state, draws, diagnostics, judged);
  }

  private static void sampler(SamplerState state, DataOutputStream out) throws IOException {
    out.writeLong(state.iteration());
    reals(state.position(), out);
    out.writeDouble(state.stepSize());
    reals(state.inverseMetric(), out);
    DualAveraging.State averaging = state.averaging();
    out.writeLong(averaging.count());
    out.writeDouble(averaging.mu());
    out.writeDouble(averaging.sBar());
    out.writeDouble(averaging.xBar());
    estimator(state.estimator(), out);
    estimator(state.moments(), out);
    out.writeInt(state.stream().length);
    for (long word : state.stream()) {
      out.writeLong(word);
    }
  }

  private static SamplerState sampler(DataInputStream in) throws IOException {
    long iteration = in.readLong();
    double[] position = reals(in);
    double stepSize = in.readDouble();
    double[] inverseMetric = reals(in);
    DualAveraging.State averaging =
        new DualAveraging.State(in.readLong(), in.readDouble(), in.readDouble(), in.readDouble());
    EstimatorState estimator = estimator(in);
    EstimatorState moments = estimator(in);
    long[] stream = new long[in.readInt()];
    for (int i = 0; i < stream.length; i++) {
      stream[i] = in.readLong();
    }
    return new SamplerState(
        iteration, position, stepSize, inverseMetric, averaging, estimator, moments, stream);
  }

  private static void estimator(EstimatorState state, DataOutputStream out) throws IOException {
    out.writeLong(state.count());
    reals(state.mean(), out);
    reals(state.squares(), out);
  }

  private static EstimatorState estimator(DataInputStream in) throws IOException {
    return new EstimatorState(in.readLong(), reals(in), reals(in));
  }

  private static void decisions(Decisions.State state, DataOutputStream out) throws IOException {
    out.writeInt(state.metrics().size());
    for (Decisions.Learned metric : state.metrics()) {
      out.writeInt(metric.meeting());
      reals(metric.inverse(), out);
    }
    estimator(state.moments().orElse(EstimatorState.NONE), out);
    out.writeInt(state.warmup().orElse(0));
    out.writeInt(state.looks());
    out.writeBoolean(state.stopped());
  }

  private static Decisions.State decisions(DataInputStream in) throws IOException {
    List<Decisions.Learned> metrics = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      metrics.add(new Decisions.Learned(in.readInt(), reals(in)));
    }
    EstimatorState moments = estimator(in);
    int warmup = in.readInt();
    return new Decisions.State(
        metrics,
        Optional.of(moments).filter(m -> m.count() > 0),
        Optional.of(warmup).filter(w -> w > 0),
        in.readInt(),
        in.readBoolean());
  }

  private static void reals(double[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] reals(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
