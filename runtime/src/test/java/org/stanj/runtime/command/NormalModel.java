package org.stanj.runtime.command;

import java.util.List;
import java.util.Set;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataContext.Request;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.model.Variable.Block;
import org.stanj.runtime.model.Variable.Form;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * What would be emitted for a small program:
 *
 * <pre>
 * data { int&lt;lower=0&gt; N; vector[N] y; }
 * parameters { real mu; real&lt;lower=0&gt; sigma; }
 * model { mu ~ normal(0, 10); sigma ~ exponential(1); y ~ normal(mu, sigma); }
 * generated quantities { matrix[2, 3] m; }
 * </pre>
 */
public final class NormalModel implements CompiledModel {
  static final ModelInfo INFO =
      new ModelInfo("normal_model", "--filename-in-msg=normal.stan", Set.of(), true);

  private final ModelInfo info;

  public NormalModel() {
    this(INFO);
  }

  /** With what a jar says of it. */
  public NormalModel(ModelInfo info) {
    this.info = info;
  }

  /** A process as a model's jar starts it, for checks by hand with real clients. */
  public static void main(String[] args) {
    System.exit(Main.process(args, new NormalModel(), Console.standard()));
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Model bind(DataContext data, long seed, PrintSink prints) {
    int[] n = new int[1];
    String first = "(in 'normal.stan', line 1, column 7 to column 22)";
    data.readInts(new Request("data initialization", "N", first), n, 0, new int[0]);
    if (n[0] < 0) {
      throw new RejectException(
          RejectException.Kind.DOMAIN,
          "normal_model_namespace::normal_model: N is "
              + n[0]
              + ", but must be greater than or equal to 0.000000",
          first);
    }
    double[] y = new double[n[0]];
    String second = "(in 'normal.stan', line 1, column 23 to column 35)";
    data.readReals(new Request("data initialization", "y", second), y, 0, n, false);
    return new Bound(y);
  }

  private record Bound(double[] y) implements Model {
    @Override
    public int unconstrainedSize() {
      return 2;
    }

    @Override
    public Scratch newScratch() {
      return new Scratch(0, 0);
    }

    @Override
    public double logDensity(double[] q, int flags, Scratch scratch) {
      return gradient(q, new double[2], flags, scratch);
    }

    @Override
    public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
      double mu = q[0];
      double sigma = Math.exp(q[1]);
      double squares = 0;
      double sum = 0;
      for (double v : y) {
        squares += (v - mu) * (v - mu);
        sum += v - mu;
      }
      double variance = sigma * sigma;
      int jacobian = (flags & JACOBIAN) != 0 ? 1 : 0;
      gradient[0] = sum / variance - mu / 100;
      gradient[1] = squares / variance - y.length - sigma + jacobian;
      double logDensity = -0.5 * squares / variance - y.length * q[1] - mu * mu / 200 - sigma;
      return logDensity + jacobian * q[1];
    }

    @Override
    public void constrain(
        double[] q,
        double[] out,
        boolean transformedParameters,
        boolean generatedQuantities,
        RandomStream stream,
        Scratch scratch) {
      out[0] = q[0];
      out[1] = Math.exp(q[1]);
      if (generatedQuantities) {
        fill(out, 2);
      }
    }

    private static void fill(double[] out, int from) {
      for (int i = 0; i < 6; i++) {
        out[from + i] = 11 + 10 * (i % 2) + i / 2;
      }
    }

    @Override
    public void unconstrain(DataContext inits, double[] q, Scratch scratch) {
      double[] value = new double[1];
      if (inits.contains("mu")) {
        inits.readReals(request("mu"), value, 0, new int[0], false);
        q[0] = value[0];
      }
      if (inits.contains("sigma")) {
        inits.readReals(request("sigma"), value, 0, new int[0], false);
        if (value[0] < 0) {
          throw new RejectException(
              RejectException.Kind.DOMAIN,
              "lb_free: Lower bounded variable is "
                  + value[0]
                  + ", but must be greater than or equal to 0.000000",
              request("sigma").where());
        }
        q[1] = Math.log(value[0]);
      }
    }

    private static Request request(String name) {
      return new Request(
          "parameter initialization", name, "(in 'normal.stan', line 2, column 13 to column 21)");
    }

    @Override
    public void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
      fill(out, 0);
    }

    @Override
    public List<Variable> variables() {
      return List.of(
          new Variable("mu", Block.PARAMETERS, Form.REAL, List.of(), List.of(), List.of()),
          new Variable("sigma", Block.PARAMETERS, Form.REAL, List.of(), List.of(), List.of()),
          new Variable(
              "m", Block.GENERATED_QUANTITIES, Form.MATRIX, List.of(2, 3), List.of(), List.of()));
    }
  }
}
