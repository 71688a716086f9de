package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A dense kernel of the library: one static Java method over containers.
 *
 * <p>Java parameters: (random stream if {@code random}), then per parameter: a scalar as int or
 * double; a container as array, offset, and one int per dimension; an adjoint as array and offset
 * only; a string; a function of the program as a {@code Callback}.
 *
 * <p>A kernel that takes a function of the program has the frames of its bound arguments as its
 * last parameters, which the Java method sees in the callback only. It returns a trace of its work,
 * a {@code double[]} that its adjoint reads, or a {@code Stretch} of the scratch: its value, with
 * the trace behind it in the same array. Nothing writes to such a value.
 *
 * @param owner internal class name
 * @param parameters what is passed
 * @param result type of the returned value or of the trace, if any
 * @param traces whether the result is a trace
 * @param differentiable whether there is a method {@code <method>Adjoint}
 * @param byRows whether there is a method {@code <method>Rows} that makes some of the elements of
 *     the last parameter, each of which depends on a row of the first one
 * @param total whether it throws nothing where all dimensions of its operands are the same
 * @param saves whether there are methods {@code <method>Saving}, which also fills a container of
 *     the size of the only argument with the slopes of the scalar result, and {@code <method>Saved}
 *     for the reverse sweep, which reads these and not the argument
 */
public record KernelMethod(
    String owner,
    String method,
    List<Parameter> parameters,
    Optional<CoreType> result,
    boolean traces,
    boolean random,
    boolean differentiable,
    boolean byRows,
    boolean total,
    boolean saves) {
  public KernelMethod {
    parameters = List.copyOf(parameters);
  }

  /** A kernel that leaves no trace, makes all that it makes, and may throw. */
  public KernelMethod(
      String owner,
      String method,
      List<Parameter> parameters,
      Optional<CoreType> result,
      boolean random,
      boolean differentiable) {
    this(owner, method, parameters, result, false, random, differentiable, false, false, false);
  }

  /** How an argument is used. */
  public enum Mode {
    IN,
    OUT,
    /** The adjoint of a container: array and offset, possibly null. */
    ADJOINT,
    TEXT,
    /** A function of the program, with the frames that the parameters below hold. */
    FUNCTION,
    /** The same with derivatives of second and third order. */
    CURVED,
    /** The same as jobs, which need not run one after the other. */
    JOBS,
    /** Bound reals that carry derivatives. */
    ACTIVE,
    /** Bound reals that do not. */
    PASSIVE,
    /** Bound ints and sizes. */
    INTS;

    private static final Set<Mode> FRAMES = EnumSet.of(ACTIVE, PASSIVE, INTS);

    /** Whether the argument reaches the Java method in the callback only. */
    public boolean isFrame() {
      return FRAMES.contains(this);
    }

    /** Whether the argument is a function of the program. */
    public boolean isFunction() {
      return this == FUNCTION || this == CURVED || this == JOBS;
    }

    /** Whether the kernel reads the argument. */
    public boolean isRead() {
      return this == IN || isFrame();
    }
  }

  /** Whether it returns a container with its trace behind it. */
  public boolean makes() {
    return !traces && result.isPresent() && !result.get().isScalar();
  }

  /**
   * The kernel of the reverse sweep. It takes all that this one takes, outputs as inputs, then the
   * trace, or the result and its adjoint, then the adjoints of real containers.
   */
  public KernelMethod adjoint() {
    List<Parameter> all = new ArrayList<>();
    parameters.forEach(p -> all.add(p.mode() == Mode.OUT ? new Parameter(p.type(), Mode.IN) : p));
    result.ifPresent(type -> all.add(new Parameter(type, Mode.IN)));
    if (result.isPresent() && !traces) {
      all.add(new Parameter(result.get(), makes() ? Mode.ADJOINT : Mode.IN));
    }
    parameters.stream()
        .filter(Parameter::hasAdjoint)
        .forEach(p -> all.add(new Parameter(p.type(), Mode.ADJOINT)));
    return new KernelMethod(owner, method + "Adjoint", all, Optional.empty(), false, false);
  }

  /** The kernel of a forward sweep that also keeps the slopes: its last argument. */
  public KernelMethod saving() {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(new Parameter(parameters.get(0).type(), Mode.OUT));
    return new KernelMethod(owner, method + "Saving", all, result, random, false);
  }

  /** The kernel of the reverse sweep behind {@link #saving}: of slopes, result and its adjoint. */
  public KernelMethod saved() {
    CoreType type = parameters.get(0).type();
    CoreType value = result.orElseThrow();
    List<Parameter> all =
        List.of(
            new Parameter(type, Mode.IN),
            new Parameter(value, Mode.IN),
            new Parameter(type, Mode.ADJOINT));
    return new KernelMethod(owner, method + "Saved", all, Optional.empty(), random, false);
  }

  /**
   * The kernel that makes some elements of the output only, as many as that has: it takes before it
   * the number of the first one, from 0.
   */
  public KernelMethod rows() {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(all.size() - 1, new Parameter(CoreType.INT, Mode.IN));
    return new KernelMethod(owner, method + "Rows", all, Optional.empty(), false, differentiable);
  }

  /** Whether it takes a function of the program. */
  public boolean calls() {
    return parameters.stream().anyMatch(p -> p.mode().isFunction());
  }

  /** The position of the first parameter of a mode; -1 if there is none. */
  public int position(Mode mode) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).mode() == mode) {
        return i;
      }
    }
    return -1;
  }

  /** One parameter. */
  public record Parameter(CoreType type, Mode mode) {
    /** Whether the adjoint kernel has a parameter for the adjoint of the argument. */
    public boolean hasAdjoint() {
      boolean reals = !type.isScalar() && type.kind() == Kind.REAL;
      return reals && (mode == Mode.IN || mode == Mode.OUT || mode == Mode.ACTIVE);
    }
  }
}
