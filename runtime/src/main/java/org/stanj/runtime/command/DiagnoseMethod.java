package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.io.RealFormat;

/**
 * The method {@code diagnose}: the gradient of the log density (constants dropped, with Jacobian)
 * at the starting point, against central differences.
 */
final class DiagnoseMethod {
  private static final String GRADIENT = "diagnose.test.gradient.";
  private static final RealFormat FORMAT = new RealFormat(6);

  private final Run run;

  DiagnoseMethod(Run run) {
    this.run = run;
  }

  /** One parameter: the derivative as the program has it, and as the differences have it. */
  private record Derivative(double value, double model, double difference) {
    double error() {
      return model - difference;
    }
  }

  /** Compares all derivatives; the exit code is 1 if any differs by more than is allowed. */
  int run() {
    try (OneRun one = OneRun.begin(run)) {
      return one.start().map(q -> compare(one, q)).orElse(1);
    }
  }

  private int compare(OneRun one, double[] q) {
    run.console().text("TEST GRADIENT MODE\n");
    Density density = one.density(true);
    double[] gradient = new double[q.length];
    List<String> lines = new ArrayList<>();
    double value = density.evaluate(q, gradient);
    lines.add("");
    lines.add(" Log probability=" + FORMAT.text(value));
    lines.add("");
    lines.add(" param idx           value           model     finite diff           error");
    List<Derivative> derivatives = derivatives(density, q, gradient);
    for (int i = 0; i < q.length; i++) {
      lines.add(row(i, derivatives.get(i)));
    }
    run.console().text(String.join("\n", lines) + "\n");
    lines.forEach(one.csv()::comment);
    double allowed = run.configuration().real(GRADIENT + "error");
    return derivatives.stream().allMatch(d -> Math.abs(d.error()) <= allowed) ? 0 : 1;
  }

  private List<Derivative> derivatives(Density density, double[] q, double[] gradient) {
    double epsilon = run.configuration().real(GRADIENT + "epsilon");
    double[] unused = new double[q.length];
    List<Derivative> derivatives = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      double at = q[i];
      q[i] = at + epsilon;
      double above = density.evaluate(q, unused);
      q[i] = at - epsilon;
      double below = density.evaluate(q, unused);
      q[i] = at;
      derivatives.add(new Derivative(at, gradient[i], (above - below) / (2 * epsilon)));
    }
    return derivatives;
  }

  private static String row(int index, Derivative d) {
    return right(Integer.toString(index), 10)
        + right(FORMAT.text(d.value()), 16)
        + right(FORMAT.text(d.model()), 16)
        + right(FORMAT.text(d.difference()), 16)
        + right(FORMAT.text(d.error()), 16);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
