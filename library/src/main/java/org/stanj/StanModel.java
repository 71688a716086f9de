package org.stanj;

import java.util.Set;
import java.util.function.Consumer;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** A compiled program without data. Immutable and thread-safe. */
public final class StanModel {
  private final CompiledModel compiled;

  StanModel(CompiledModel compiled) {
    this.compiled = compiled;
  }

  /**
   * The model of a class that was emitted at build time; for generated sources.
   *
   * @param name of the model, such as {@code schools_model}
   * @param generatesQuantities whether the program has generated quantities
   */
  public static StanModel of(
      Class<? extends GeneratedModel> type, String name, boolean generatesQuantities) {
    ModelInfo info = new ModelInfo(name, "", Set.of(), generatesQuantities);
    return new StanModel(
        GeneratedModel.compiled(type, info, seed -> Streams.open(StreamKey.transformedData(seed))));
  }

  /** As in the head of CmdStan's CSV files: the file's name with {@code _model} behind it. */
  public String name() {
    return compiled.info().name();
  }

  /**
   * Reads the data and runs the transformed data block, with the seed 0.
   *
   * @throws InputException if a variable of the data block is absent, has another type or size, or
   *     violates its constraint, or if transformed data rejects
   */
  public Posterior bind(Data data) {
    return bind(data, 0);
  }

  /**
   * The same with a seed.
   *
   * @param seed of random numbers in transformed data, and the seed that runs take if they are
   *     given no other; in [0, 2³²)
   */
  public Posterior bind(Data data, long seed) {
    return bind(data, seed, line -> {});
  }

  /**
   * The same with a receiver of what the program prints.
   *
   * @param prints gets lines of {@code print} in transformed data, and when the posterior is
   *     evaluated; may be called from any thread that evaluates
   */
  public Posterior bind(Data data, long seed, Consumer<String> prints) {
    if (seed < 0 || seed >= 1L << 32) {
      throw new IllegalArgumentException("seed: " + seed + ", must be in [0, 2^32)");
    }
    Model model = Failures.input(() -> compiled.bind(data.context(), seed, prints::accept));
    return new Posterior(this, data, model, seed, prints);
  }
}
