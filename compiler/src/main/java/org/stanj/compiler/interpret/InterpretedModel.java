package org.stanj.compiler.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.stdlib.abi.BoundCallback.Method;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.Stretch;

/** A model whose entries are interpreted. */
final class InterpretedModel extends GeneratedModel {
  private final CoreProgram program;
  private final JavaMethods library = new JavaMethods();
  private final Map<String, Object> fields = new HashMap<>();

  InterpretedModel(CoreProgram program) {
    this.program = program;
  }

  CoreProgram program() {
    return program;
  }

  JavaMethods library() {
    return library;
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** The value of a function; the sum of {@code target +=} if it has none. */
  Object run(String function, Scratch scratch, List<Object> arguments) {
    Machine machine = new Machine(this, scratch);
    Object value = Activation.call(machine, program.function(function), arguments);
    return value == null ? machine.target : value;
  }

  @Override
  protected String[] variableTable() {
    return program.variables().stream().flatMap(v -> v.rows().stream()).toArray(String[]::new);
  }

  @Override
  protected int frameSize() {
    return 0;
  }

  @Override
  protected int flagCount() {
    return program.flags();
  }

  @Override
  protected void bindData(Scratch scratch) {
    run(Entries.BIND, scratch, List.of());
  }

  @Override
  protected void sizes(int[] out, Scratch scratch) {
    run(Entries.SHAPES, scratch, List.of(Container.of(out)));
  }

  @Override
  protected double density(double[] q, int propto, int jacobian, Scratch scratch) {
    List<Object> arguments = List.of(Container.of(q), propto, jacobian);
    return (Double) run(Entries.LOG_DENSITY, scratch, arguments);
  }

  @Override
  protected double densityGradient(
      double[] q, double[] adjoint, int propto, int jacobian, Scratch scratch) {
    List<Object> arguments = List.of(Container.of(q), Container.of(adjoint), propto, jacobian);
    return (Double) run(Entries.GRADIENT, scratch, arguments);
  }

  @Override
  protected void constrained(
      double[] q, double[] out, int transformed, int generated, Scratch scratch) {
    List<Object> arguments = List.of(Container.of(q), Container.of(out), transformed, generated);
    run(Entries.CONSTRAIN, scratch, arguments);
  }

  @Override
  protected void unconstrained(double[] q, Scratch scratch) {
    run(Entries.UNCONSTRAIN, scratch, List.of(Container.of(q)));
  }

  @Override
  protected void generated(double[] parameters, double[] out, Scratch scratch) {
    run(Entries.GENERATE, scratch, List.of(Container.of(parameters), Container.of(out)));
  }

  @Override
  protected double sliceKernel(
      int kernel,
      Frames frames,
      int lo,
      int hi,
      double @Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch) {
    CoreProgram.SliceKernel names = program.kernels().get(kernel);
    String name = adjoints == null ? names.value() : names.gradient().orElseThrow();
    CoreFunction function = program.function(name);
    int[] activeSizes = {frames.activeLength()};
    List<Object> arguments = new ArrayList<>(containers(frames));
    arguments.add(lo);
    arguments.add(hi);
    if (adjoints != null) {
      arguments.add(new Container(adjoints, adjointOffset, activeSizes));
    }
    return (Double) run(function.name(), scratch, arguments);
  }

  @Override
  protected double callbackMethod(int which, Stretch[] containers, Frames frames, Scratch scratch) {
    Method method = Method.values()[which % Method.values().length];
    CoreProgram.Callback callback = program.callbacks().get(which / Method.values().length);
    List<Object> arguments = new ArrayList<>(List.of(Container.of(containers[0])));
    arguments.addAll(containers(frames));
    for (int i = 1; i <= method.containers(); i++) {
      arguments.add(Container.of(containers[i]));
    }
    String function = callback.methods().get(method);
    if (function == null) {
      throw new IllegalStateException("no " + method + " of " + callback.function());
    }
    return (Double) run(function, scratch, arguments);
  }

  private static List<Container> containers(Frames frames) {
    return List.of(
        new Container(frames.active(), frames.activeOffset(), new int[] {frames.activeLength()}),
        new Container(frames.passive(), frames.passiveOffset(), new int[] {frames.passiveLength()}),
        new Container(frames.ints(), frames.intsOffset(), new int[] {frames.intsLength()}));
  }
}
