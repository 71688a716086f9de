package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stanj.stdlib.abi.BoundCallback.Method;

/**
 * A program in the core language.
 *
 * @param name of the model, for generated class names
 * @param fields data and transformed data; {@code bind} makes and fills them
 * @param functions all functions by name, the entries among them (see {@link Entries})
 * @param kernels slice kernels by id
 * @param callbacks functions of the program that solvers call, by id
 * @param variables what the output consists of
 * @param flags number of {@code Once} flags
 */
public record CoreProgram(
    String name,
    List<Var> fields,
    Map<String, CoreFunction> functions,
    List<SliceKernel> kernels,
    List<Callback> callbacks,
    List<OutputVariable> variables,
    int flags) {

  public CoreProgram {
    fields = List.copyOf(fields);
    kernels = List.copyOf(kernels);
    callbacks = List.copyOf(callbacks);
    variables = List.copyOf(variables);
  }

  /**
   * A slice kernel: names of two functions. {@code value} has parameters (active: real[1], passive:
   * real[1], ints: int[1], lo: int, hi: int) and returns the partial sum; {@code gradient} has a
   * further parameter (adjoint: real[1]), to which it adds. The latter is there after
   * differentiation.
   */
  public record SliceKernel(String value, Optional<String> gradient) {}

  /**
   * A function of the program that solvers call, with the core functions behind its methods. {@code
   * function} has parameters (lead: real[1], active: real[1], passive: real[1], ints: int[1]) and
   * returns a real[1]; the methods take behind these what {@link Method} says, and return nothing.
   * Those for derivatives are there after differentiation.
   */
  public record Callback(String function, Use use, Map<Method, String> methods) {
    /** What kernels ask of a callback. */
    public enum Use {
      /** Its value and products with its Jacobian. */
      PLAIN,
      /** Derivatives of second and third order, too; its value is one real. */
      CURVED,
      /**
       * Jobs: how long values are is not known beforehand, and their number is the last of the
       * leading arguments. The method for the value returns a value of one element.
       */
      JOBS
    }

    public Callback {
      methods = Map.copyOf(methods);
    }

    /** The same callback for another use. */
    public Callback withUse(Use other) {
      return new Callback(function, other, methods);
    }
  }

  /**
   * One output variable; its sizes are known after bind.
   *
   * @param block PARAMETERS, TRANSFORMED_PARAMETERS or GENERATED_QUANTITIES
   * @param form INT, REAL, VECTOR, ROW_VECTOR or MATRIX, the COMPLEX ones, or TUPLE
   * @param rank number of sizes; of an array of tuples those of the array
   * @param unconstrainedRank number of sizes on the unconstrained scale; 0 if not a parameter
   * @param members of a tuple, without the arrays around it
   */
  public record OutputVariable(
      String name,
      String block,
      String form,
      int rank,
      int unconstrainedRank,
      List<OutputVariable> members) {
    public OutputVariable {
      members = List.copyOf(members);
    }

    /** Its row in a table of output variables, and those of its members behind it. */
    public List<String> rows() {
      List<String> rows = new ArrayList<>();
      rows.add(
          String.join(
              "\t", name, block, form, "" + rank, "" + unconstrainedRank, "" + members.size()));
      members.forEach(m -> rows.addAll(m.rows()));
      return rows;
    }

    /** A variable that is no tuple. */
    public OutputVariable(String name, String block, String form, int rank, int unconstrainedRank) {
      this(name, block, form, rank, unconstrainedRank, List.of());
    }
  }

  /** Names of the functions that the run time calls, with their parameters. */
  public static final class Entries {
    /** (): reads data, runs transformed data, sets the fields. */
    public static final String BIND = "bind";

    /**
     * (out: int[1]): all sizes of the output variables, each followed by its unconstrained ones.
     */
    public static final String SHAPES = "shapes";

    /** (q: real[1], propto: int, jacobian: int) -> real. */
    public static final String LOG_DENSITY = "logDensity";

    /** (q: real[1], adjoint: real[1] (zeroed), propto: int, jacobian: int) -> real. */
    public static final String GRADIENT = "gradient";

    /**
     * (q: real[1], out: real[1] (filled with NaN), transformed: int, generated: int): constrained
     * values in storage order.
     */
    public static final String CONSTRAIN = "constrain";

    /** (q: real[1]): replaces what the init context has. */
    public static final String UNCONSTRAIN = "unconstrain";

    /** (parameters: real[1], out: real[1] (filled with NaN)): generated quantities only. */
    public static final String GENERATE = "generate";

    private Entries() {}
  }

  public CoreFunction function(String functionName) {
    CoreFunction function = functions.get(functionName);
    if (function == null) {
      throw new IllegalArgumentException("no core function " + functionName);
    }
    return function;
  }

  /** The same program with every function changed by {@code f}. */
  public CoreProgram mapFunctions(UnaryOperator<CoreFunction> f) {
    Map<String, CoreFunction> mapped = new java.util.LinkedHashMap<>();
    functions.values().forEach(function -> mapped.put(function.name(), f.apply(function)));
    return withFunctions(mapped);
  }

  /** The same program with these functions. */
  public CoreProgram withFunctions(Map<String, CoreFunction> changed) {
    return new CoreProgram(name, fields, changed, kernels, callbacks, variables, flags);
  }
}
