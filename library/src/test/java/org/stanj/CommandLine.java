package org.stanj;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.Main;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.model.CompiledModel;

/** The same program and data by the command line of a model, in this process. */
record CommandLine(Path folder, String program, String json) {
  /** How a run ended. */
  record Result(int code, String out, String err) {}

  /** Runs it, which must go well; returns standard output. */
  String run(String... words) throws Exception {
    Result result = result(words);
    assertEquals(0, result.code(), result::toString);
    return result.out();
  }

  /** Runs it; its files have all digits. */
  Result result(String... words) throws Exception {
    Path file = folder.resolve("m.stan");
    Files.writeString(file, program);
    Path data = folder.resolve("d.json");
    Files.writeString(data, json);
    CompiledModel model =
        ModelLoader.load(StanCompiler.compile(file, CompileOptions.DEFAULT, warning -> {}));
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("data", "file=" + data, "output", "sig_figs=17"));
    all.add("file=" + folder.resolve("o.csv"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(all.toArray(String[]::new), model, new Console(out, err), Map.of());
    return new Result(code, out.toString(), err.toString());
  }

  /** A file of draws. */
  FileDraws draws(String name) {
    return FileDraws.read(folder.resolve(name).toString());
  }
}
