package org.stanj.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.StanCompiler;

/**
 * What leaves each pass of the compilation of one program, in the order of the passes.
 *
 * @param texts by name of the pass: what {@code --dump=<pass>} prints
 */
record Passes(Map<String, String> texts) {
  /** Compiles a program and keeps what it is between the passes. */
  static Passes of(Path program) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    PassObserver keep = (String pass, Supplier<String> text) -> texts.put(pass, text.get());
    StanCompiler.compile(program, CompileOptions.DEFAULT.withObserver(keep), warning -> {});
    return new Passes(texts);
  }

  List<String> names() {
    return List.copyOf(texts.keySet());
  }

  /** The lines that leave a pass. */
  List<String> lines(String pass) {
    String text = texts.get(pass);
    if (text == null) {
      throw new IllegalArgumentException("no pass " + pass + "; there are " + names());
    }
    return text.stripTrailing().lines().toList();
  }

  /** The pass before. */
  String before(String pass) {
    List<String> names = new ArrayList<>(names());
    return names.get(names.indexOf(pass) - 1);
  }
}
