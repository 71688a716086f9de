package org.stanj.compiler.interpret;

import java.util.List;
import java.util.function.LongFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Scratch;

/**
 * Interprets a core program. Reals are {@code Double}, ints {@code Integer}, containers {@link
 * Container}. Container indices, sizes and kinds are checked; a container that is used after its
 * region ended holds NaN or the smallest int.
 */
public final class Interpreter {
  private final CoreProgram program;

  public Interpreter(CoreProgram program) {
    this.program = program;
  }

  /**
   * The value of a function that uses no fields; the sum of its {@code target +=} statements if it
   * has none.
   *
   * @param scratch gives random numbers, data, slices and the print sink
   */
  public Object call(String function, Scratch scratch, Object... arguments) {
    return new InterpretedModel(program).run(function, scratch, List.of(arguments));
  }

  /**
   * The program as a model.
   *
   * @param streams opens the random stream of transformed data for a seed
   */
  public CompiledModel compiled(ModelInfo info, LongFunction<RandomStream> streams) {
    return GeneratedModel.compiled(() -> new InterpretedModel(program), info, streams);
  }
}
