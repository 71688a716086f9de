package org.stanj.compiler.core;

import java.util.List;
import java.util.Optional;

/**
 * A dense kernel of the library: one static Java method over containers.
 *
 * <p>Java parameters: (random stream if {@code random}), then per parameter: a scalar as int or
 * double; a container as array, offset, and one int per dimension; an adjoint as array and offset
 * only; a string.
 *
 * @param owner internal class name
 * @param parameters what is passed
 * @param result kind of the returned scalar, if any
 * @param differentiable whether there is a method {@code <method>Adjoint}
 */
public record KernelMethod(
    String owner,
    String method,
    List<Parameter> parameters,
    Optional<Kind> result,
    boolean random,
    boolean differentiable) {
  public KernelMethod {
    parameters = List.copyOf(parameters);
  }

  /** How an argument is used. */
  public enum Mode {
    IN,
    OUT,
    /** The adjoint of a container: array and offset, possibly null. */
    ADJOINT,
    TEXT
  }

  /** One parameter. */
  public record Parameter(CoreType type, Mode mode) {}
}
