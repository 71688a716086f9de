package org.stanj.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.batch.BlockLimits;
import org.stanj.compiler.check.Checker;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Variables;
import org.stanj.compiler.emit.Emitter;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.simplify.TargetVariable;
import org.stanj.compiler.slice.Limits;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * A program at all stages of the way through the compiler.
 *
 * @param passes the program after lowering and after each pass, in order
 */
public record Stages(Map<String, CoreProgram> passes) {
  private static final ModelInfo INFO = new ModelInfo("test_model", "", Set.of(), true);
  private static final String CLASS = "org.stanj.generated.test_model";
  private static final Library LIBRARY = Library.load();

  /** Compiles a program given as text. */
  public static Stages of(String text) {
    return of(SourceFile.of("test.stan", text), new ParseOptions(false, List.of()));
  }

  private static Stages of(SourceFile source, ParseOptions reading) {
    TypedProgram typed =
        Checker.check(
            Parser.parseProgram(source, reading, w -> {}), "test_model", LIBRARY, w -> {});
    Map<String, CoreProgram> passes = new LinkedHashMap<>();
    Pipeline.stages(
        typed, new PreludeBodies(LIBRARY), Limits.DEFAULT, BlockLimits.DEFAULT, passes::put);
    return new Stages(passes);
  }

  /** Compiles the program of a file. */
  public static Stages of(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Path folder = file.toAbsolutePath().getParent();
      return of(SourceFile.of(file.toString(), text), new ParseOptions(false, List.of(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program that is emitted. */
  public CoreProgram last() {
    return passes.values().stream().reduce((a, b) -> b).orElseThrow();
  }

  /** The emitted classes as a model. */
  public CompiledModel emitted() {
    Map<String, byte[]> classes = Emitter.emit(last(), CLASS, "test.stan");
    return ModelLoader.load(new CompiledProgram(INFO, CLASS, classes));
  }

  /**
   * Whether the log density can be interpreted: that of functions that add to the target or read it
   * only once they are written out in it.
   */
  public static boolean isWhole(CoreProgram core) {
    Set<String> called = new LinkedHashSet<>();
    called(core, Entries.LOG_DENSITY, called);
    called.remove(Entries.LOG_DENSITY);
    boolean[] whole = {true};
    called.forEach(f -> core.function(f).body().forEach(s -> s.walk(t -> whole[0] &= !target(t))));
    return whole[0];
  }

  private static void called(CoreProgram core, String function, Set<String> found) {
    if (found.add(function)) {
      Consumer<Stmt> further =
          s -> {
            if (s instanceof Stmt.Call c) {
              called(core, c.function(), found);
            }
          };
      core.function(function).body().forEach(s -> s.walk(further));
    }
  }

  private static boolean target(Stmt s) {
    boolean[] found = {s instanceof Stmt.AddTarget};
    s.forEachExpression(e -> Variables.in(e).forEach(v -> found[0] |= v.name().equals("target")));
    return found[0];
  }

  /** A stage as a model that is interpreted: what it adds to the target goes to the variable. */
  public static CompiledModel interpreted(CoreProgram core) {
    return new Interpreter(TargetVariable.run(core))
        .compiled(INFO, seed -> Streams.open(StreamKey.transformedData(seed)));
  }
}
