package org.stanj.cli.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings and the command that repeats a run. */
final class RunHeadTest {
  private static RunHead head(ChainText text) {
    return new RunHead(
        text.text().lines().takeWhile(l -> l.startsWith("#")).map(l -> l.substring(2)).toList());
  }

  @Test
  void tellsSettings() {
    RunHead head = head(new ChainText(3));
    assertEquals("2.37.0", head.stanVersion());
    assertEquals("line_model", head.model());
    assertEquals("17", head.setting("seed", ""));
    assertEquals(1000, head.number("num_warmup", 0));
    assertEquals(7, head.number("no_such", 7));
    assertEquals("stanc3 v2.37.0", head.versions().get("stanc_version"));
  }

  @Test
  void theCommandHasWhatIsNoDefault() {
    assertEquals(
        "method=sample num_samples=0 adapt delta=0.95 id=3 data file=d.json random seed=17"
            + " output file=o.csv",
        head(new ChainText(3)).command());
  }

  @Test
  void choicesThatHoldOthersAreNamed() {
    List<String> lines =
        List.of(
            "method = sample (Default)",
            "  sample",
            "    algorithm = hmc (Default)",
            "      hmc",
            "        engine = nuts (Default)",
            "          nuts",
            "            max_depth = 12",
            "        metric = dense_e",
            "data",
            "  file = my data.json",
            "random",
            "  seed = 5 (Default)");
    assertEquals(
        "method=sample algorithm=hmc engine=nuts max_depth=12 metric=dense_e data"
            + " 'file=my data.json' random seed=5",
        new RunHead(lines).command());
  }

  @Test
  void aHeadWithoutArgumentsHasNoCommand() {
    assertEquals("", new RunHead(List.of("model = m", "by hand")).command());
  }
}
