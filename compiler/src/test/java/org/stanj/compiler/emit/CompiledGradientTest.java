package org.stanj.compiler.emit;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;

/** HotSpot's optimising compiler takes all pieces of a long gradient. */
class CompiledGradientTest {
  private static final int STATEMENTS = 5000;

  /** C2 compiles after so many calls here; at least one more is needed. */
  private static final int CALLS = 1000;

  private static final Pattern TIER_4 =
      Pattern.compile("(?m)^ *\\d+ +\\d+ [ %sbn!]+ 4 +test\\.Model(?:\\$\\d+)?::(\\S+)");

  /** Methods of at most 325 bytes, which HotSpot may put into their callers instead. */
  private static final Pattern SMALL =
      Pattern.compile(
          "(?m) test\\.Model(?:\\$\\d+)?::(\\S+) \\((?:\\d\\d?|[12]\\d\\d|3[01]\\d|32[0-5]) bytes");

  private static CoreProgram program() {
    return LongPrograms.straightLine(STATEMENTS, STATEMENTS);
  }

  /** Runs in a JVM of its own. */
  public static void main(String[] args) {
    Model model = Classes.compiled(program()).bind(DataContext.EMPTY, 1);
    Scratch scratch = model.newScratch();
    double[] q = {0.5, -1.25, 3};
    double[] gradient = new double[q.length];
    double sum = 0;
    for (int k = 0; k < CALLS; k++) {
      sum += model.gradient(q, gradient, 0, scratch);
    }
    System.out.println("sum " + sum);
  }

  @Test
  void allPiecesReachTheTopTier() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xbatch",
                "-Xss8m",
                "-XX:+UseSerialGC",
                "-XX:+PrintCompilation",
                "-XX:Tier3InvocationThreshold=20",
                "-XX:Tier3InvokeNotifyFreqLog=6",
                "-XX:Tier4InvocationThreshold=200",
                "-XX:Tier4MinInvocationThreshold=200",
                "-XX:Tier4CompileThreshold=200",
                "-cp",
                System.getProperty("java.class.path"),
                CompiledGradientTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), log);
    Set<String> compiled = new TreeSet<>(names(TIER_4, log));
    compiled.addAll(names(SMALL, log));
    Set<String> pieces =
        MethodSplitting.run(program()).functions().keySet().stream()
            .filter(name -> name.startsWith("gradient"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(pieces.size() > 5, "pieces: " + pieces);
    pieces.removeAll(compiled);
    String about = log.lines().filter(line -> line.contains("test.Model")).collect(joining("\n"));
    assertEquals(Set.of(), pieces, "never compiled:\n" + about);
  }

  private static Set<String> names(Pattern pattern, String log) {
    return pattern.matcher(log).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }
}
