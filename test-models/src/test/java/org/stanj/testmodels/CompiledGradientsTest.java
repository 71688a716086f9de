package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.StanCompiler;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;

/**
 * HotSpot's optimising compiler takes the gradient of every program. It gives up methods that take,
 * or pass, more arguments than its register masks have room for; that is looked for in the class
 * files. The slow test asks HotSpot itself.
 */
class CompiledGradientsTest {
  /** The top tier compiles after 50 calls here. */
  private static final int CALLS = 120;

  /** 6 ints or pointers in registers and 30 in memory; 33 in memory were found to be too many. */
  private static final int ARGUMENTS = 36;

  private static final String GENERATED = "org.stanj.generated";

  private static final Pattern TIER_4 =
      Pattern.compile(
          "(?m)^ *\\d+ +\\d+ [ %sbn!]+ 4 +org\\.stanj\\.generated\\.(\\S+?)::densityGradient ");

  private static final Pattern GIVEN_UP = Pattern.compile("(?m)^.*COMPILE SKIPPED.*$");

  /** Runs in a JVM of its own. */
  public static void main(String[] args) {
    for (String name : Scope.programs()) {
      Model model = TestPrograms.bind(name);
      Scratch scratch = model.newScratch();
      scratch.sink = line -> {};
      double[] q = OracleModels.numbers(OracleModels.of(name).points().get(0).get("unconstrained"));
      double[] gradient = new double[q.length];
      for (int k = 0; k < CALLS; k++) {
        model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
      }
    }
  }

  @Test
  void noCallHasMoreArgumentsThanTheCompilerTakes() throws IOException {
    Set<String> wide = new TreeSet<>();
    for (String name : Scope.programs()) {
      Path file = TestPrograms.program(name);
      StanCompiler.compile(file, TestPrograms.beside(file), warning -> {})
          .classes()
          .values()
          .forEach(bytes -> new ClassReader(bytes).accept(new Wide(name, wide), 0));
    }
    assertEquals(Set.of(), wide);
  }

  /** Collects methods that have, or call what has, too many arguments. */
  private static final class Wide extends ClassVisitor {
    private final String program;
    private final Set<String> found;

    Wide(String program, Set<String> found) {
      super(Opcodes.ASM9);
      this.program = program;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      judge(method, descriptor);
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          judge(method + " calls " + called, type);
        }
      };
    }

    private void judge(String what, String descriptor) {
      int arguments = Type.getArgumentTypes(descriptor).length;
      if (arguments > ARGUMENTS) {
        found.add(program + ": " + what + " with " + arguments);
      }
    }
  }

  @Test
  @Tag("slow")
  void gradientsReachTheTopTier() throws IOException, InterruptedException {
    String log = log();
    Set<String> missing = new TreeSet<>();
    Scope.programs().forEach(name -> missing.add(name + "_model"));
    assertTrue(missing.size() > 90, () -> "only " + missing.size() + " programs");
    Matcher matcher = TIER_4.matcher(log);
    while (matcher.find()) {
      missing.remove(matcher.group(1));
    }
    assertEquals(Set.of(), missing, "gradients never compiled");
    List<String> givenUp =
        GIVEN_UP
            .matcher(log)
            .results()
            .map(MatchResult::group)
            .filter(line -> line.contains(GENERATED))
            .toList();
    assertEquals(List.of(), givenUp);
  }

  private static String log() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss8m",
                "-XX:+UseSerialGC",
                "-XX:+PrintCompilation",
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=BackgroundCompilation," + GENERATED + ".*::*,false",
                "-XX:CompileCommand=CompileThresholdScaling," + GENERATED + ".*::*,0.01",
                "-Dbasedir=" + TestPrograms.root(),
                "-cp",
                System.getProperty("java.class.path"),
                CompiledGradientsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> log.substring(Math.max(0, log.length() - 3000)));
    return log;
  }
}
