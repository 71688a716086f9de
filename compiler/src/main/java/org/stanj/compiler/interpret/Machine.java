package org.stanj.compiler.interpret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Kind;
import org.stanj.stdlib.abi.Scratch;

/** The state of one evaluation: stacks of the reverse sweep, and the containers made so far. */
final class Machine {
  final CoreProgram program;
  final Map<String, Object> fields;
  final JavaMethods library;
  final Scratch scratch;
  final InterpretedModel model;

  /** Sum of the {@code target +=} statements. */
  double target;

  private final Deque<Integer> ints = new ArrayDeque<>();
  private final Deque<Double> reals = new ArrayDeque<>();
  private final Map<Kind, Deque<Container>> containers = new HashMap<>();
  private final List<Container> made = new ArrayList<>();

  Machine(InterpretedModel model, Scratch scratch) {
    this.program = model.program();
    this.fields = model.fields();
    this.library = model.library();
    this.model = model;
    this.scratch = scratch;
    for (Kind kind : Kind.values()) {
      containers.put(kind, new ArrayDeque<>());
    }
  }

  void push(Object scalar) {
    if (scalar instanceof Integer i) {
      ints.push(i);
    } else {
      reals.push((Double) scalar);
    }
  }

  Object pop(Kind kind) {
    return kind == Kind.INT ? (Object) ints.pop() : (Object) reals.pop();
  }

  void push(Kind kind, Container container) {
    containers.get(kind).push(container);
  }

  Container popContainer(Kind kind) {
    return containers.get(kind).pop();
  }

  Container made(Container container) {
    made.add(container);
    return container;
  }

  int mark() {
    return made.size();
  }

  void release(int mark) {
    List<Container> since = made.subList(mark, made.size());
    since.forEach(Container::poison);
    since.clear();
  }
}
