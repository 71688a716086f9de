package org.stanj.mpi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelJar;
import org.stanj.runtime.model.BuildSetting;

/**
 * A compiled model in a folder, as a user has it.
 *
 * @param folder holds the executable and its jar
 * @param name of the program
 */
record ModelFile(Path folder, String name) {
  private static final Path RUNTIME = Path.of("..", "runtime", "target", "runtime-model.jar");

  /** Compiles a program of the resources; leaves the test out if there is no runtime jar yet. */
  static ModelFile compile(Path folder, String name) throws IOException {
    return of(copy(folder, name));
  }

  /** Copies a program of the resources into a folder. */
  static Path copy(Path folder, String name) throws IOException {
    Path source = folder.resolve(name + ".stan");
    try (InputStream in = ModelFile.class.getResourceAsStream(name + ".stan")) {
      Files.write(source, in.readAllBytes());
    }
    return source;
  }

  /** Compiles a program. */
  static ModelFile of(Path source) throws IOException {
    assumeTrue(Files.exists(RUNTIME), "run in phase verify, which packages the runtime first");
    String name = source.getFileName().toString().replace(".stan", "");
    CompileOptions options =
        new CompileOptions(
            Optional.empty(),
            "",
            Set.of(BuildSetting.THREADS, BuildSetting.MPI),
            ReadOptions.lenient(List.of()),
            PassObserver.NONE);
    Path jar = source.resolveSibling(name + ".jar");
    ModelJar.write(StanCompiler.compile(source, options, warning -> {}), RUNTIME, jar);
    return new ModelFile(source.getParent(), name);
  }

  /** The command of the executable with arguments. */
  List<String> command(String arguments) {
    List<String> words = new ArrayList<>(List.of(folder.resolve(name).toString()));
    words.addAll(List.of(arguments.split(" ")));
    return words;
  }

  /** The command of the jar with arguments. */
  List<String> jar(String arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = folder.resolve(name + ".jar").toString();
    List<String> words = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-jar", jar));
    words.addAll(List.of(arguments.split(" ")));
    return words;
  }

  /** Data of {@code groups.stan}. */
  static String groups(int n, int groups, int grainsize) {
    SplittableRandom random = new SplittableRandom(20);
    List<Integer> y = IntStream.range(0, n).mapToObj(i -> random.nextInt(2)).toList();
    List<Double> x = IntStream.range(0, n).mapToObj(i -> random.nextDouble(-1, 1)).toList();
    List<Integer> g = IntStream.range(0, n).mapToObj(i -> 1 + random.nextInt(groups)).toList();
    return "{\"N\": %d, \"G\": %d, \"y\": %s, \"x\": %s, \"g\": %s, \"grainsize\": %d}"
        .formatted(n, groups, y, x, g, grainsize);
  }
}
