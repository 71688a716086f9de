package org.stanj;

import java.nio.file.Path;

/**
 * Where to start: compiles Stan programs.
 *
 * <pre>{@code
 * StanModel model = Stan.compile(Path.of("schools.stan"));
 * Posterior posterior = model.bind(Data.read(Path.of("schools.json")));
 * Draws draws = posterior.sampling().seed(1).run();
 * System.out.println(draws.summary());
 * }</pre>
 */
public final class Stan {
  private Stan() {}

  /**
   * Compiles a file in memory; nothing is written.
   *
   * @param file in UTF-8; {@code #include} looks in its folder
   * @throws ProgramException if the program is wrong
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static StanModel compile(Path file) {
    return compiler().compile(file);
  }

  /**
   * Compiles a text. The model is called {@code model}, the program {@code model.stan} in messages.
   *
   * @throws ProgramException if the program is wrong
   */
  public static StanModel compile(String program) {
    return compile("model", program);
  }

  /**
   * Compiles a text.
   *
   * @param name of the model; messages call the program {@code name.stan}
   * @throws ProgramException if the program is wrong
   */
  public static StanModel compile(String name, String program) {
    return compiler().compile(name, program);
  }

  /** The compiler with its options. */
  public static ModelCompiler compiler() {
    return ModelCompiler.DEFAULT;
  }
}
