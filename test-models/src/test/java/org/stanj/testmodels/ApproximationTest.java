package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.chains.ConstrainedRow;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.laplace.LaplaceApproximation;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.optimize.Newton;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.optimize.Termination;
import org.stanj.runtime.optimize.Tolerances;
import org.stanj.runtime.pathfinder.Draw;
import org.stanj.runtime.pathfinder.PathLog;
import org.stanj.runtime.pathfinder.Pathfinder;
import org.stanj.runtime.variational.Advi;
import org.stanj.runtime.variational.Approximation;
import org.stanj.runtime.variational.Family;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StandardNormal;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * Modes and approximations of compiled programs. The algorithms for the mode must agree with each
 * other; the approximations are held against long runs of real Stan, where they have to be good: at
 * parameters whose posterior is nearly normal, which is not so of what is computed from them (an
 * odds ratio is log-normal). The limits are for bias: a third of a standard deviation for means, a
 * third for the logarithm of standard deviations.
 */
final class ApproximationTest {
  private static final int DRAWS = 1000;
  private static final double BIAS = 1.0 / 3;

  private static Density density(Model model, int flags) {
    Scratch scratch = model.newScratch();
    return (q, gradient) -> model.gradient(q, gradient, flags, scratch);
  }

  private static RandomStream random(int id) {
    return Streams.open(StreamKey.sampler(20261121, id));
  }

  private static Step climb(Density density, int size, int history, Tolerances tolerances) {
    QuasiNewton.Settings settings = new QuasiNewton.Settings(0.001, tolerances, 2000, history);
    QuasiNewton climb = new QuasiNewton(density, new double[size], settings, e -> {});
    Step step = climb.step();
    while (step.end().isEmpty()) {
      step = climb.step();
    }
    return step;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear_regression_vectorised",
        "logistic_regression_matrix",
        "eight_schools_noncentered",
        "gp_regression_marginal",
        "simplex_multinomial",
        "garch_1_1"
      })
  void allAlgorithmsFindTheSameMode(String name) {
    Model model = TestPrograms.bind(name);
    Density density = density(model, Model.PROPTO | Model.JACOBIAN);
    int size = model.unconstrainedSize();
    Newton newton = new Newton(density, new double[size], e -> {});
    for (int i = 0; i < 100 && newton.step() > 1e-12; i++) {
      assertTrue(newton.point().logDensity() > Double.NEGATIVE_INFINITY);
    }
    Point mode = newton.point();
    assertArrayEquals(new double[size], mode.gradient(), 1e-4);
    for (int history : new int[] {0, 5}) {
      Step end = climb(density, size, history, new Tolerances(0, 0, 1e-5, 0, 0));
      assertEquals(Termination.GRADIENT, end.end().orElseThrow());
      assertEquals(mode.logDensity(), end.point().logDensity(), 1e-7);
      assertArrayEquals(mode.position(), end.point().position(), 1e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic_regression_matrix", "poisson_offset", "simplex_multinomial"})
  void laplaceIsNearNormalPosteriors(String name) {
    Model model = TestPrograms.bind(name);
    Density density = density(model, Model.PROPTO | Model.JACOBIAN);
    Step end = climb(density, model.unconstrainedSize(), 5, Tolerances.DEFAULT);
    double[] mode = end.point().position();
    LaplaceApproximation approximation =
        LaplaceApproximation.of(mode, LaplaceApproximation.expand(density, mode)).orElseThrow();
    RandomStream random = random(1);
    compare(
        name,
        model,
        IntStream.range(0, DRAWS).mapToObj(i -> approximation.draw(random).position()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic_regression_matrix", "poisson_offset", "robust_student_t"})
  void pathfinderIsNearNormalPosteriors(String name) {
    Model model = TestPrograms.bind(name);
    Pathfinder.Target target =
        new Pathfinder.Target(
            density(model, Model.PROPTO | Model.JACOBIAN), density(model, Model.JACOBIAN));
    QuasiNewton.Settings climb = new QuasiNewton.Settings(0.001, Tolerances.DEFAULT, 1000, 5);
    Pathfinder.Result result =
        Pathfinder.run(
            target,
            new double[model.unconstrainedSize()],
            new Pathfinder.Settings(climb, 25, DRAWS, true),
            random(2),
            new Pathfinder.Path(1, new Silent()));
    compare(name, model, result.draws().stream().map(Draw::position).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic_regression_matrix", "robust_student_t"})
  void variationalMeansAreNearThePosteriors(String name) {
    Model model = TestPrograms.bind(name);
    int size = model.unconstrainedSize();
    Advi.Settings settings = new Advi.Settings(10_000, 5, 100, 50, 1e-4, 100);
    Advi advi =
        new Advi(
            density(model, Model.JACOBIAN),
            Family.fullRank(size),
            new double[size],
            settings,
            random(3));
    Approximation fit = advi.ascend(0.1, e -> {}).approximation();
    StandardNormal normal = new StandardNormal(random(4));
    compare(
        name, model, IntStream.range(0, DRAWS).mapToObj(i -> fit.draw(normal).position()).toList());
  }

  private static void compare(String name, Model model, List<double[]> positions) {
    Columns columns =
        Columns.of(
            model.variables().stream()
                .filter(v -> v.block() == Variable.Block.PARAMETERS)
                .toList());
    ConstrainedRow rows = new ConstrainedRow(model, 1, 1, line -> {});
    List<double[]> values = new ArrayList<>();
    for (double[] q : positions) {
      values.add(rows.at(values.size(), q).clone());
    }
    assertEquals(DRAWS, values.size());
    for (JsonNode expected : OracleModels.of(name).posterior().orElseThrow().get("params")) {
      int column = columns.names().indexOf(expected.get("name").asText());
      double sd = expected.get("sd").asDouble();
      if (column >= 0 && sd > 0) {
        int at = columns.storage()[column];
        double mean = values.stream().mapToDouble(v -> v[at]).average().orElseThrow();
        double square =
            values.stream()
                .mapToDouble(v -> (v[at] - mean) * (v[at] - mean))
                .average()
                .orElseThrow();
        String label = name + " " + columns.names().get(column);
        assertEquals(expected.get("mean").asDouble(), mean, BIAS * sd, label);
        assertEquals(0, Math.log(Math.sqrt(square) / sd), BIAS, label);
      }
    }
  }

  private static final class Silent implements PathLog {
    @Override
    public void start(Point point) {}

    @Override
    public void step(Step step, int evaluations, double elbo, double best) {}

    @Override
    public void rejected(RejectException reason) {}

    @Override
    public void best(int iteration, double elbo, int evaluations) {}
  }
}
