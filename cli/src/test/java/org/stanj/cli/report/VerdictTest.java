package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.cli.draws.ChainText;

/** What is said of good and bad runs. */
final class VerdictTest {
  @TempDir private Path folder;
  private ReportFixture reports;

  @BeforeEach
  void prepare() {
    reports = new ReportFixture(folder);
  }

  private static void assertSays(String html, String... texts) {
    String verdict = ReportFixture.verdict(html);
    for (String text : texts) {
      assertTrue(verdict.contains(text), verdict);
    }
  }

  @Test
  void independentDrawsAreGood() throws IOException {
    String html = reports.html(reports.normal(4, 500, "a", "b"));
    assertSays(
        html,
        "Converged: no problems found",
        "The chains agree: the largest R-hat is 1.00",
        "There are enough effective draws",
        "No transition diverged",
        "E-BFMI is satisfactory");
    assertFalse(ReportFixture.verdict(html).contains("Take care"), html);
  }

  @Test
  void chainsApartAreNamed() throws IOException {
    List<ChainText> chains = new ArrayList<>();
    for (int c = 1; c <= 4; c++) {
      Random random = new Random(c);
      ChainText chain = new ChainText(c).columns("a,far");
      for (int i = 0; i < 300; i++) {
        chain.draw(random.nextGaussian(), random.nextGaussian() + (c == 3 ? 5 : 0));
      }
      chains.add(chain);
    }
    String html = reports.html(chains);
    assertSays(
        html, "Do not rely on these draws yet", "The chains have not converged: R-hat", "far");
    assertTrue(html.contains("data-variable=\"far\""));
    assertTrue(ReportFixture.cells(html, "far").get(10).equals("R-hat, ESS"));
  }

  @Test
  void divergencesAreLocated() throws IOException {
    List<ChainText> chains = new ArrayList<>();
    for (int c = 1; c <= 4; c++) {
      Random random = new Random(c);
      ChainText chain = new ChainText(c).columns("a,scale");
      for (int i = 0; i < 300; i++) {
        double scale = random.nextGaussian();
        chain.draw(scale < -2, random.nextGaussian(), scale);
      }
      chains.add(chain);
    }
    assertSays(
        reports.html(chains),
        "Do not rely on these draws yet",
        "transitions diverged",
        "Try adapt delta=0.99; if divergences remain",
        "Divergent draws lie apart from the others in:  scale");
  }

  @Test
  void aSingleChainIsNotEnough() throws IOException {
    assertSays(
        reports.html(reports.normal(1, 500, "a")), "Usable with care", "There is one chain only");
  }

  @Test
  void constantAndUndefinedColumnsAreNamed() throws IOException {
    List<ChainText> chains = new ArrayList<>();
    for (int c = 1; c <= 2; c++) {
      Random random = new Random(c);
      ChainText chain = new ChainText(c).columns("a,one,bad");
      for (int i = 0; i < 300; i++) {
        chain.draw(random.nextGaussian(), 1, i == 7 ? Double.NaN : random.nextGaussian());
      }
      chains.add(chain);
    }
    String html = reports.html(chains);
    assertSays(
        html,
        "1 of 4 quantities have draws that are NaN or infinite",
        "1 of 4 quantities are constant");
    assertTrue(ReportFixture.cells(html, "one").get(10).equals("constant"));
    assertTrue(ReportFixture.cells(html, "bad").get(9).equals("-"));
  }

  @Test
  void aChainThatStaysIsSeen() throws IOException {
    List<ChainText> chains = reports.normal(3, 200, "a");
    ChainText still = new ChainText(4).columns("a");
    for (int i = 0; i < 200; i++) {
      still.row("-5,0,0.25,0,1,0,7,0.5");
    }
    chains.add(still);
    assertSays(reports.html(chains), "Do not rely", "Chain 4 did not move at all");
  }

  @Test
  void fixedParametersAreNotJudged() throws IOException {
    List<ChainText> chains = new ArrayList<>();
    for (int c = 1; c <= 2; c++) {
      ChainText chain = new ChainText(c).algorithm("fixed_param");
      chain.onlyColumns("lp__,accept_stat__,y");
      for (int i = 0; i < 50; i++) {
        chain.row("0,0," + Math.sin(i * c));
      }
      chains.add(chain);
    }
    assertSays(reports.html(chains), "Nothing to judge", "The parameters were fixed: there is no");
  }

  @Test
  void threeDrawsAreTooFew() throws IOException {
    assertSays(reports.html(reports.normal(4, 3, "a")), "Not enough to judge");
  }
}
