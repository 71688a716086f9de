package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, their output and their exit codes, with a compiler that stands in for ours. */
final class CommandsTest {
  private final CommandLineFixture stanj = new CommandLineFixture();
  @TempDir private Path temp;
  private String good;
  private String bad;

  @BeforeEach
  void writePrograms() throws IOException {
    good = Files.writeString(temp.resolve("two.stan"), "good").toString();
    bad = Files.writeString(temp.resolve("bad.stan"), "not wrong?").toString();
    Path runtime = temp.resolve("runtime.jar");
    new JarOutputStream(Files.newOutputStream(runtime), new Manifest()).close();
    System.setProperty("stanj.home", temp.toString());
  }

  @AfterEach
  void forgetHome() {
    System.clearProperty("stanj.home");
  }

  @Test
  void compileWritesJarAndLauncherBesideTheProgram() throws IOException {
    assertEquals(0, stanj.run("compile", good), stanj::err);
    assertTrue(Files.isExecutable(temp.resolve("two")));
    try (JarFile jar = new JarFile(temp.resolve("two.jar").toFile())) {
      assertTrue(jar.getEntry("org/stanj/cli/TwoNormals.class") != null);
    }
    assertEquals("", stanj.out() + stanj.err());
  }

  @Test
  void compileWritesWhereItIsTold() {
    assertEquals(0, stanj.run("compile", "-o", temp.resolve("x.jar").toString(), good));
    assertTrue(Files.exists(temp.resolve("x.jar")) && Files.exists(temp.resolve("x")));
    assertEquals(0, stanj.run("compile", good, "-o", temp.resolve("y").toString()));
    assertTrue(Files.exists(temp.resolve("y.jar")) && Files.exists(temp.resolve("y")));
  }

  @Test
  void compileShowsTheErrorAndWritesNothing() {
    assertEquals(1, stanj.run("compile", bad));
    assertTrue(stanj.err().startsWith("Syntax error in '" + bad + "', line 1, column 4"));
    assertTrue(stanj.err().contains("Found wrong but expected right."), stanj.err());
    assertFalse(Files.exists(temp.resolve("bad.jar")));
  }

  @Test
  void compileShowsWarnings() throws IOException {
    String old = Files.writeString(temp.resolve("old.stan"), "old").toString();
    assertEquals(0, stanj.run("compile", old));
    assertTrue(stanj.err().startsWith("Warning in '" + old + "', line 1, column 0: "));
  }

  @Test
  void compileSaysWhichFileCannotBeUsed() {
    assertEquals(1, stanj.run("compile", "/no/such.stan"));
    assertEquals("Error: cannot read '/no/such.stan': no such file or directory\n", stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("compile", good, "-o", "/no/such/m.jar"));
    assertEquals(
        "Error: cannot write '/no/such/m.jar': there is no directory /no/such\n", stanj.err());
  }

  @Test
  void dumpPrintsOnePassAndWritesNothing() {
    assertEquals(0, stanj.run("compile", "--dump=core", good));
    assertEquals("the core\n", stanj.out());
    assertFalse(Files.exists(temp.resolve("two.jar")));
    assertEquals(1, stanj.run("compile", "--dump=cor", good));
    assertEquals("Error: no pass is called 'cor'; there are: syntax, core\n", stanj.err());
  }

  @Test
  void checkPrintsOneLineForEachFile() {
    assertEquals(0, stanj.run("check", good));
    assertEquals(good + ": ok\n", stanj.out());
    stanj.out.reset();
    assertEquals(1, stanj.run("check", bad, good, "/no/such.stan"));
    assertEquals(
        bad
            + ": line 1, column 4: Found wrong but expected right.\n"
            + good
            + ": ok\n/no/such.stan: cannot be read: no such file or directory\n",
        stanj.out());
  }

  @Test
  void functionsShowsSignaturesAndASentence() {
    assertEquals(0, stanj.run("functions", "exp"), stanj::err);
    assertEquals(
        """
        real exp(real x)  // element by element
        complex exp(complex z)
          Exponential function, eˣ.
        """,
        stanj.out());
    stanj.out.reset();
    assertEquals(0, stanj.run("functions", "normal"));
    for (String member : "lpdf lupdf cdf lcdf lccdf rng".split(" ")) {
      assertTrue(stanj.out().contains(" normal_" + member + "("), stanj.out());
    }
  }

  @Test
  void functionsListsAllNamesInGroups() {
    assertEquals(0, stanj.run("functions"));
    assertTrue(stanj.out().startsWith("Constants:\n  pi  e  sqrt2"), stanj.out());
    assertTrue(stanj.out().contains("\nDensities on the real line:\n  normal_lpdf"), stanj.out());
    assertTrue(stanj.out().lines().allMatch(line -> line.length() <= 100));
  }

  @Test
  void functionsSuggestsWhatIsNear() {
    assertEquals(1, stanj.run("functions", "nromal_lpdf"));
    assertEquals("", stanj.out());
    assertEquals(
        "Error: there is no function 'nromal_lpdf'. Did you mean normal_lpdf, normal_lcdf,"
            + " normal_lupdf?\n",
        stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("functions", "quite_unlike_any"));
    assertEquals(
        "Error: there is no function 'quite_unlike_any'. 'stanj functions' lists all.\n",
        stanj.err());
  }

  @Test
  void helpAndVersion() {
    assertEquals(0, stanj.run("--version"));
    assertEquals("stanj 0.1.0\n", stanj.out());
    stanj.out.reset();
    assertEquals(0, stanj.run("help"));
    for (String command : new String[] {"compile", "check", "sample"}) {
      assertTrue(stanj.out().contains(command), stanj.out());
    }
    stanj.out.reset();
    assertEquals(0, stanj.run("sample", "--help"));
    assertTrue(stanj.out().contains("num_samples=500"), stanj.out());
    assertEquals(1, stanj.run());
  }

  @Test
  void wrongWordsAreNamed() {
    assertEquals(1, stanj.run("compil"));
    assertEquals(
        "Error: Unmatched argument at index 0: 'compil' (see stanj --help)\n", stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("compile", good, "--nonsense"));
    assertEquals("Error: Unknown option: '--nonsense' (see stanj compile --help)\n", stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("check"));
    assertTrue(stanj.err().startsWith("Error: Missing required parameter: 'FILE'"), stanj.err());
  }

  @Test
  void makeSaysWhatItDoesAsTheMakefileOfCmdStan() {
    String target = good.substring(0, good.length() - ".stan".length());
    String flags = "--name='a_model' --canonicalize=deprecations -fno-soa";
    assertEquals(0, stanj.run("make", "STANCFLAGS += " + flags, target), stanj::err);
    assertTrue(Files.isExecutable(Path.of(target)));
    assertEquals(
        """

        --- Translating Stan model to Java bytecode ---
        bin/stanc %s --o=%s.hpp %s
        """
            .formatted(flags, target, good),
        stanj.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"make", "make help", "make -j2"})
  void makeWithoutTargetTellsWhatItBuilds(String words) {
    assertEquals(0, stanj.run(words.split(" ")));
    assertTrue(stanj.out().contains("Build a Stan program"));
    assertTrue(stanj.out().contains("Build CmdStan utilities"));
  }

  @Test
  void makeSaysThatThereIsNoOpenCl() {
    String target = good.substring(0, good.length() - ".stan".length());
    assertEquals(0, stanj.run("make", "STAN_OPENCL=true", target));
    assertEquals(
        "Warning: STAN_OPENCL has no effect: the model computes on the processor.\n", stanj.err());
  }
}
