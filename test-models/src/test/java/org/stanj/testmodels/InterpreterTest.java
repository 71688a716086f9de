package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.Pipeline;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.compiler.library.Library;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The emitted classes of every program do, bit for bit, what the core interpreter does. */
class InterpreterTest {
  private static final ModelInfo INFO = new ModelInfo("m", "", Set.of(), true);
  private static final int POINTS = 2;

  @TestFactory
  Stream<DynamicTest> emittedEqualsInterpreted() {
    Library library = Library.load();
    return Scope.programs().stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      Path data = TestPrograms.root().resolve(name).resolve("data.json");
                      CompiledModel interpreted = interpreted(name, library);
                      assertEquals(
                          evaluate(TestPrograms.bind(interpreted, data)),
                          evaluate(TestPrograms.bind(name)));
                    }));
  }

  private static CompiledModel interpreted(String name, Library library) throws IOException {
    CoreProgram core =
        Pipeline.run(
            StanCompiler.check(
                TestPrograms.program(name),
                TestPrograms.beside(TestPrograms.program(name)),
                w -> {}),
            library,
            PassObserver.NONE);
    return new Interpreter(core)
        .compiled(INFO, seed -> Streams.open(StreamKey.transformedData(seed)));
  }

  /** All that a model says at some points: values, printed lines, rejections. */
  private static List<String> evaluate(Model model) {
    List<String> seen = new ArrayList<>(List.of(model.variables().toString()));
    Scratch scratch = model.newScratch();
    scratch.sink = seen::add;
    SplittableRandom random = new SplittableRandom(17);
    int n = model.unconstrainedSize();
    double[] row = new double[model.variables().stream().mapToInt(Variable::size).sum()];
    for (int point = 0; point < POINTS; point++) {
      double[] q = random.doubles(n, -1, 1).toArray();
      double[] gradient = new double[n];
      for (int flags = 0; flags <= (Model.PROPTO | Model.JACOBIAN); flags++) {
        int chosen = flags;
        attempt(seen, () -> seen.add("" + model.logDensity(q, chosen, scratch)));
        attempt(seen, () -> seen.add("" + model.gradient(q, gradient, chosen, scratch)));
        seen.add(Arrays.toString(gradient));
      }
      attempt(seen, () -> model.constrain(q, row, true, true, TestPrograms.stream(1), scratch));
      seen.add(Arrays.toString(row));
    }
    return seen;
  }

  private static void attempt(List<String> seen, Runnable evaluation) {
    try {
      evaluation.run();
    } catch (RejectException e) {
      seen.add(e.kind() + " " + e.getMessage());
    }
  }
}
