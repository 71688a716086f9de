package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stanj.runtime.arguments.ConfigurationText;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.pathfinder.PathLog;
import org.stanj.stdlib.abi.RejectException;

/** The points of one path as JSON, for a file beside its draws. */
public final class PathJson implements PathLog {
  private final PathLog next;
  private final RealFormat format;
  private final List<String> points = new ArrayList<>();

  /**
   * @param next is told everything as well
   */
  public PathJson(PathLog next, int significantFigures) {
    this.next = next;
    this.format = new RealFormat(significantFigures);
  }

  @Override
  public void start(Point point) {
    points.add(entry(0, point, ""));
    next.start(point);
  }

  @Override
  public void step(Step step, int evaluations, double elbo, double best) {
    boolean found = elbo > Double.NEGATIVE_INFINITY;
    String more =
        ",\n    \"lbfgs_success\" : "
            + step.end().map(e -> e.isSuccess()).orElse(true)
            + ",\n    \"pathfinder_success\" : "
            + found
            + (found ? ",\n    \"elbo\" : " + format.text(elbo) : "")
            + ",\n    \"lbfgs_note\" : "
            + ConfigurationText.quote(step.note());
    points.add(entry(step.iteration(), step.point(), more));
    next.step(step, evaluations, elbo, best);
  }

  private String entry(int iteration, Point point, String more) {
    return "  \""
        + iteration
        + "\" : {\n    \"iter\" : "
        + iteration
        + ",\n    \"unconstrained_parameters\" : "
        + list(point.position())
        + ",\n    \"grads\" : "
        + list(point.gradient())
        + more
        + "\n  }";
  }

  private String list(double[] values) {
    return Arrays.stream(values)
        .mapToObj(format::text)
        .collect(Collectors.joining(", ", "[ ", " ]"));
  }

  @Override
  public void rejected(RejectException reason) {
    next.rejected(reason);
  }

  @Override
  public void best(int iteration, double elbo, int evaluations) {
    next.best(iteration, elbo, evaluations);
  }

  /** The whole file. */
  public String text() {
    return "\n{\n" + String.join(",\n", points) + "\n}\n";
  }
}
