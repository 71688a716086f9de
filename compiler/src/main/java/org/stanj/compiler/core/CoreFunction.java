package org.stanj.compiler.core;

import java.util.List;
import java.util.Optional;

/**
 * A core function. Containers are passed by reference; a callee assigns to none but those that are
 * documented as outputs.
 *
 * @param name unique in the program; a legal Java identifier
 * @param result type of the returned value, if any
 */
public record CoreFunction(
    String name, List<Var> parameters, Optional<CoreType> result, List<Stmt> body) {
  public CoreFunction {
    parameters = List.copyOf(parameters);
    body = List.copyOf(body);
  }

  /** The same function with another body. */
  public CoreFunction withBody(List<Stmt> changed) {
    return changed == body ? this : new CoreFunction(name, parameters, result, changed);
  }
}
