package org.stanj.testmodels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The way of a program into this process: the only place that knows the compiler's entrance. */
final class TestPrograms {
  private static final long SEED = 1;

  /** The compiler refused a program; the message is what a user would read. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic error;

    Refused(Diagnostic error) {
      super(DiagnosticRenderer.render(error), null, false, false);
      this.error = error;
    }

    /** The first error. */
    Diagnostic error() {
      return error;
    }
  }

  private TestPrograms() {}

  /** The folder of this module. */
  static Path root() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  }

  /** The text of a program. */
  static Path program(String name) {
    return root().resolve(name).resolve(name + ".stan");
  }

  /** Names of the folders in a folder, in order. */
  static Stream<String> folders(String name) {
    try (Stream<Path> folders = Files.list(root().resolve(name))) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles a program and loads it. */
  static CompiledModel compile(Path file) {
    List<Diagnostic> warnings = new ArrayList<>();
    try {
      return ModelLoader.load(StanCompiler.compile(file, beside(file), warnings::add));
    } catch (DiagnosticException e) {
      throw new Refused(e.diagnostic());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Included files lie beside the program. */
  static CompileOptions beside(Path file) {
    return CompileOptions.of(ReadOptions.lenient(List.of(file.toAbsolutePath().getParent())));
  }

  /** Compiles a program given as text. */
  static CompiledModel compileText(String text) {
    try {
      Path file = Files.createTempFile("program", ".stan");
      try {
        Files.writeString(file, text);
        return compile(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of this module with its data. */
  static Model bind(String name) {
    return bind(compile(program(name)), root().resolve(name).resolve("data.json"));
  }

  /**
   * The same, but with the text that Stan's figures are for where Stan computes something else than
   * what is written: {@code read_by_stan.tsv} has both texts.
   */
  static Model bindAsStanReads(String name) {
    Optional<String[]> texts =
        Optional.ofNullable(Scope.table("read_by_stan.tsv").get(name)).map(t -> t.split("\t"));
    if (texts.isEmpty()) {
      return bind(name);
    }
    try {
      String text = Files.readString(program(name));
      if (!text.contains(texts.get()[0])) {
        throw new IllegalStateException(name + " has no " + texts.get()[0]);
      }
      Path folder = Files.createTempDirectory("program");
      Path file = folder.resolve(name + ".stan");
      Files.writeString(file, text.replace(texts.get()[0], texts.get()[1]));
      try {
        return bind(compile(file), root().resolve(name).resolve("data.json"));
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program with the data of a file. */
  static Model bind(CompiledModel program, Path data) {
    return program.bind(DataFiles.read(data.toString(), warning -> {}), SEED);
  }

  /** A program with data given as text. */
  static Model bindText(CompiledModel program, String json) {
    try {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      return program.bind(JsonData.read(new ByteArrayInputStream(bytes)), SEED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message in which files have only their names: the figures were made in the file's folder. */
  static String withoutFolders(String message) {
    return message.replaceAll("\\(in '[^']*/", "(in '");
  }

  /** A stream of random numbers. */
  static RandomStream stream(long seed) {
    return Streams.open(StreamKey.generated(seed, 1, 0));
  }
}
