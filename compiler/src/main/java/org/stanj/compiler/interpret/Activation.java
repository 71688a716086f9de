package org.stanj.compiler.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Var;

/**
 * One call of a function: its variables, and the value it gives back. A scalar that was never
 * assigned is 0 (as it is in emitted code), a container absent.
 */
final class Activation {
  private final Machine machine;
  private final CoreFunction function;
  private final Map<String, Object> locals = new HashMap<>();
  private @Nullable Object value;

  private Activation(Machine machine, CoreFunction function) {
    this.machine = machine;
    this.function = function;
  }

  /** The value of a function, null if it has none. */
  static @Nullable Object call(Machine machine, CoreFunction function, List<Object> arguments) {
    Activation activation = new Activation(machine, function);
    if (arguments.size() != function.parameters().size()) {
      throw new IllegalArgumentException(function.name() + " with " + arguments.size());
    }
    for (int i = 0; i < arguments.size(); i++) {
      activation.set(function.parameters().get(i), arguments.get(i));
    }
    Outcome outcome = new Execution(activation).run(function.body());
    if (function.result().isPresent() && outcome != Outcome.RETURN) {
      throw new IllegalStateException(function.name() + " ended without a value");
    }
    return activation.value;
  }

  Machine machine() {
    return machine;
  }

  Object get(Var variable) {
    Object found = storage(variable).get(variable.name());
    if (found != null) {
      return found;
    }
    if (!variable.isScalar()) {
      return Container.absent(variable.type().rank());
    }
    return variable.type().kind() == Kind.INT ? (Object) 0 : (Object) 0.0;
  }

  Container container(Var variable) {
    return (Container) get(variable);
  }

  void set(Var variable, Object to) {
    storage(variable).put(variable.name(), checked(variable, to));
  }

  private Object checked(Var variable, Object to) {
    boolean fits =
        to instanceof Container container
            ? container.sizes().length == variable.type().rank() && !variable.isScalar()
            : variable.isScalar() && (to instanceof Integer) == !variable.isReal();
    if (!fits) {
      throw new IllegalArgumentException(
          function.name() + ": " + variable.type() + " " + variable + " set to " + to);
    }
    return to;
  }

  void giveBack(Object result) {
    value = result;
  }

  private Map<String, Object> storage(Var variable) {
    return variable.storage() == Var.Storage.FIELD ? machine.fields : locals;
  }

  /** How a statement ended. */
  enum Outcome {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }
}
