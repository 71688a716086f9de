package org.stanj.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.CompilerThread;
import org.stanj.compiler.ProgramLimitException;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.typed.TypedProgram;

/**
 * The models of a folder. Programs in sub-folders come into sub-packages of the same names.
 *
 * @param programs folder of {@code *.stan} files; {@code #include} looks in it, then beside the
 *     program
 * @param sources where Java sources go
 * @param classes where class files go
 * @param packageName of both
 * @param warnings receives the compiler's warnings
 */
public record ModelBuild(
    Path programs, Path sources, Path classes, String packageName, Consumer<String> warnings) {
  private static final String SUFFIX = ".stan";
  private static final String NAMES = "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*";

  /**
   * Compiles all programs, and writes for each the model's class files and the source of a typed
   * class. Files whose content stays the same are left alone.
   *
   * @return the programs; none if the folder does not exist
   * @throws BuildFailure if a program is wrong, or a name cannot be one of Java; it tells the file
   * @throws IOException if a file cannot be read or written
   */
  public List<Path> run() throws IOException {
    if (!Files.isDirectory(programs)) {
      return List.of();
    }
    List<Path> found;
    try (Stream<Path> files = Files.walk(programs)) {
      found = files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
    Map<String, Path> owners = new HashMap<>();
    for (Path program : found) {
      String type = packageOf(program) + "." + TypedClass.typeName(stem(program));
      Path other = owners.putIfAbsent(type, program);
      if (other != null) {
        throw new BuildFailure(other + " and " + program + " both make the class " + type);
      }
    }
    for (Path program : found) {
      build(program);
    }
    return found;
  }

  private static String stem(Path program) {
    String name = program.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private String packageOf(Path program) {
    StringBuilder name = new StringBuilder(packageName);
    Path folder = programs.relativize(program).getParent();
    if (folder != null) {
      folder.forEach(part -> name.append('.').append(part));
    }
    if (!name.toString().matches(NAMES)) {
      throw new BuildFailure(program + ": " + name + " is no name of a Java package");
    }
    return name.toString();
  }

  /** The two outcomes of a program. */
  private record Built(CompiledProgram compiled, TypedProgram typed) {}

  private void build(Path program) throws IOException {
    Built built = compiled(program);
    for (Map.Entry<String, byte[]> one : built.compiled().classes().entrySet()) {
      write(classes.resolve(one.getKey().replace('.', '/') + ".class"), one.getValue());
    }
    String home = packageOf(program);
    TypedClass source = new TypedClass(home, stem(program), built.compiled().info(), built.typed());
    Path file = sources.resolve(home.replace('.', '/')).resolve(source.name() + ".java");
    write(file, source.text().getBytes(StandardCharsets.UTF_8));
  }

  private Built compiled(Path program) throws IOException {
    List<Path> includes = new ArrayList<>(List.of(programs));
    Optional.ofNullable(program.getParent()).ifPresent(includes::add);
    String shown = programs.relativize(program).toString();
    CompileOptions options =
        CompileOptions.of(new ReadOptions(includes, false, Set.of(), Optional.of(shown)))
            .withPackage(packageOf(program));
    try {
      return CompilerThread.call(
          () ->
              new Built(
                  StanCompiler.compile(program, options, this::warn),
                  StanCompiler.check(program, options, again -> {})));
    } catch (DiagnosticException e) {
      throw new BuildFailure(DiagnosticRenderer.render(e.diagnostic()).stripTrailing());
    } catch (ProgramLimitException e) {
      throw new BuildFailure(program + ": " + e.told());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BuildFailure("interrupted");
    }
  }

  private void warn(Diagnostic warning) {
    warnings.accept(DiagnosticRenderer.render(warning).stripTrailing());
  }

  /** A file with a new time would make build tools compile again what uses it. */
  private static void write(Path file, byte[] content) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
