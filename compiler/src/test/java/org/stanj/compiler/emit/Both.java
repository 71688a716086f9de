package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Runs programs interpreted and emitted, and compares all bits and texts. */
final class Both {
  /** What one run gave: values, printed lines, and what was thrown. */
  record Result(List<Long> bits, List<String> texts) {
    double value(int i) {
      return Double.longBitsToDouble(bits.get(i));
    }
  }

  private Both() {}

  /** Runs the entries that the program has; returns the common result. */
  static Result run(CoreProgram program, int outputs, double... q) {
    return run(program, DataContext.EMPTY, outputs, q);
  }

  static Result run(CoreProgram program, DataContext data, int outputs, double... q) {
    CompiledModel interpreted = new Interpreter(program).compiled(Classes.INFO, TestStream::new);
    Result expected = run(program, interpreted, data, outputs, q);
    Result emitted = run(program, Classes.compiled(program), data, outputs, q);
    assertEquals(expected.texts(), emitted.texts());
    assertArrayEquals(doubles(expected), doubles(emitted));
    assertEquals(expected, emitted);
    return emitted;
  }

  /** What the interpreter gives. */
  static Result interpreted(CoreProgram program, int outputs, double... q) {
    CompiledModel interpreted = new Interpreter(program).compiled(Classes.INFO, TestStream::new);
    return run(program, interpreted, DataContext.EMPTY, outputs, q);
  }

  private static double[] doubles(Result result) {
    return result.bits().stream().mapToDouble(Double::longBitsToDouble).toArray();
  }

  private static Result run(
      CoreProgram program, CompiledModel compiled, DataContext data, int outputs, double[] q) {
    List<String> texts = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    try {
      Model model = compiled.bind(data, 1);
      model.variables().forEach(variable -> texts.add(variable.toString()));
      Scratch scratch = model.newScratch();
      scratch.sink = texts::add;
      for (int repeat = 0; repeat < 2; repeat++) {
        entries(program, model, scratch, outputs, q).forEach(values::add);
      }
    } catch (RejectException e) {
      texts.add(e.kind() + " " + e.getMessage());
    }
    return new Result(values.stream().map(Both::bits).toList(), texts);
  }

  /** The sign of a NaN means nothing in Java and may differ. */
  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  private static List<Double> entries(
      CoreProgram program, Model model, Scratch scratch, int outputs, double[] q) {
    List<Double> values = new ArrayList<>();
    for (int flags = 0; flags < 4; flags += 3) {
      if (program.functions().containsKey(Entries.LOG_DENSITY)) {
        values.add(model.logDensity(q.clone(), flags, scratch));
      }
      if (program.functions().containsKey(Entries.GRADIENT)) {
        double[] gradient = new double[q.length];
        values.add(model.gradient(q.clone(), gradient, flags, scratch));
        Arrays.stream(gradient).forEach(values::add);
      }
    }
    if (program.functions().containsKey(Entries.GENERATE)) {
      double[] out = new double[outputs];
      model.generate(q.clone(), out, new TestStream(7), scratch);
      Arrays.stream(out).forEach(values::add);
    }
    if (program.functions().containsKey(Entries.CONSTRAIN)) {
      double[] out = new double[outputs];
      model.constrain(q.clone(), out, true, false, new TestStream(8), scratch);
      Arrays.stream(out).forEach(values::add);
    }
    return values;
  }
}
