package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.ModelName;

/** What clients of CmdStan give to make. */
class MakeWordsTest {
  @Test
  void settingsAddUp() {
    MakeWords words =
        MakeWords.of(
            List.of(
                "STANCFLAGS+=--filename-in-msg=m.stan",
                "STANCFLAGS += --name='n_model'",
                "STAN_THREADS=TRUE",
                "-j4",
                "/tmp/a b/m"));
    assertEquals(List.of("/tmp/a b/m"), words.targets());
    assertEquals(
        Map.of("STANCFLAGS", "--filename-in-msg=m.stan --name='n_model'", "STAN_THREADS", "TRUE"),
        words.settings());
  }

  @Test
  void optionsOfMakeSayNothing() {
    List<String> words = List.of("-j", "a", "-j", "3", "-C", "/home", "-f", "makefile", "-s", "b");
    assertEquals(List.of("a", "b"), MakeWords.of(words).targets());
  }

  @Test
  void flagsAreSplitAsAShellDoes() {
    assertEquals(
        List.of("--include-paths=/a b,/c", "--name=n m", "", "x"),
        ShellWords.split(" --include-paths=/a\\ b,/c '--name=n m'  \"\" x "));
  }

  /** Names that CmdStan 2.37 was seen to give. */
  @ParameterizedTest
  @CsvSource({
    "eight, eight_model",
    "a-b c, a_bx32c_model",
    "x.y, xx46y_model",
    "1a, _1a_model",
    "é, x195x169_model",
  })
  void modelsAreNamedAfterTheirFiles(String stem, String name) {
    assertEquals(name, ModelName.of(stem));
  }
}
