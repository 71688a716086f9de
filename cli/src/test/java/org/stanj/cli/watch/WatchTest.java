package org.stanj.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.cli.draws.ChainText;
import org.stanj.runtime.diagnostics.Convergence;

/** A run that is watched while its files grow. */
final class WatchTest {
  @TempDir private Path folder;

  private Path status(String... lines) throws IOException {
    Path file = folder.resolve("o.status");
    Files.writeString(
        file, String.join("", lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return file;
  }

  private String line(int chain, int iteration, double elapsed) {
    String phase = iteration > 100 ? "sampling" : "warmup";
    return ("{\"chain\":%d,\"phase\":\"%s\",\"iteration\":%d,\"total\":200,\"step_size\":0.5,"
            + "\"divergences\":2,\"elapsed\":%s,\"remaining\":%s,\"chains\":2,\"file\":\"%s\"}\n")
        .formatted(
            chain,
            phase,
            iteration,
            elapsed,
            elapsed / iteration * (200 - iteration),
            "elsewhere/o_" + chain + ".csv");
  }

  private static ChainText chain(int id, int draws) {
    Random random = new Random(id);
    ChainText text = new ChainText(id).columns("a,b");
    for (int i = 0; i < draws; i++) {
      text.draw(random.nextGaussian(), random.nextGaussian());
    }
    return text;
  }

  @Test
  void showsHowFarChainsAre() throws IOException {
    Path file = status(line(1, 1, 0.01), line(1, 50, 1));
    try (Watch watch = new Watch(file)) {
      assertTrue(watch.look());
      assertFalse(watch.look());
      assertEquals(
          List.of(
              "chain 1 [#####---------------]  25% warmup 50/200, 49/s, 0:03 left, 2 divergent",
              "1 more to begin."),
          new WatchText(watch).lines());
      status(line(2, 150, 3675));
      assertTrue(watch.look());
      assertEquals(
          "chain 2 [###############-----]  75% sampling 150/200, 0.0/s, 20:25 left, 2 divergent",
          new WatchText(watch).lines().get(1));
      assertFalse(watch.hasEnded());
      status(line(1, 200, 4), line(2, 200, 3700));
      watch.look();
      assertTrue(watch.hasEnded());
      assertTrue(new WatchText(watch).lines().get(1).endsWith("done in 1:01:40, 2 divergent"));
    }
  }

  @Test
  void rHatIsThatOfTheDrawsSoFar() throws IOException {
    Path file = status(line(1, 180, 1), line(2, 190, 1));
    String whole = chain(1, 100).withoutFoot().text();
    chain(1, 0).write(folder, whole.substring(0, whole.length() - 5));
    chain(2, 90).withoutFoot().write(folder);
    try (Watch watch = new Watch(file)) {
      watch.look();
      Agreement found = watch.agreement();
      assertEquals(90, found.draws());
      assertEquals(3, found.quantities());
      double[][] draws = {column(chain(1, 90)), column(chain(2, 90))};
      assertTrue(found.rHat() >= Convergence.rHat(draws));
      assertTrue(new WatchText(watch).lines().get(2).startsWith("R-hat so far: at most 1."));
      chain(1, 0).write(folder, chain(1, 100).text());
      chain(2, 0).write(folder, chain(2, 95).text());
      watch.look();
      assertTrue(watch.hasEnded());
      assertTrue(new WatchText(watch).lines().get(0).contains("ended early at 180/200"));
      assertEquals(95, watch.agreement().draws());
    }
  }

  private static double[] column(ChainText chain) {
    return chain
        .text()
        .lines()
        .filter(l -> l.startsWith("-"))
        .mapToDouble(l -> Double.parseDouble(l.split(",")[7]))
        .toArray();
  }

  @Test
  void memoryIsBoundedAndChainsStayAlike() throws IOException {
    ChainText one = chain(1, 5000);
    GrowingDraws many = new GrowingDraws(one.write(folder));
    GrowingDraws few = new GrowingDraws(chain(2, 1500).write(folder));
    many.read();
    few.read();
    assertEquals(8, many.step());
    assertEquals(2, few.step());
    double[] all = column(one);
    double[] kept = many.column(1, 8);
    for (int i = 0; i < kept.length; i++) {
      assertEquals(all[8 * i], kept[i]);
    }
    Agreement found = Agreement.of(List.of(many, few));
    assertEquals(1500, found.draws());
    assertTrue(found.rHat() < 1.1, found.line());
    many.close();
    few.close();
  }

  @Test
  void anotherRunInTheSameFileIsFollowed() throws IOException {
    Path file = status(line(1, 1, 0.1), line(1, 100, 1), line(2, 100, 1));
    try (Watch watch = new Watch(file)) {
      watch.look();
      Files.writeString(file, line(1, 20, 1));
      watch.look();
      assertTrue(new WatchText(watch).lines().get(0).contains("10% warmup 20/200"));
      assertEquals(1, watch.waiting());
    }
  }

  @Test
  void whatIsNoStatusIsPassedOver() throws IOException {
    Path file = status("{\"chain\":1,\"pha\n", "\n", "[]\n", line(1, 50, 1), "{\"chain\":1,\"ph");
    try (Watch watch = new Watch(file)) {
      assertTrue(watch.look());
      assertEquals(50, watch.chains().iterator().next().last().iteration());
    }
  }

  @Test
  void plainNewsComeAtTenths() throws IOException {
    Path file = status(line(1, 1, 0.01));
    Map<Integer, String> told = new HashMap<>();
    try (Watch watch = new Watch(file)) {
      WatchText text = new WatchText(watch);
      watch.look();
      assertEquals(1, text.news(told).size());
      status(line(1, 19, 0.2));
      watch.look();
      assertEquals(List.of(), text.news(told));
      status(line(1, 21, 0.3));
      watch.look();
      assertEquals(
          List.of("chain 1: 10%, warmup 21/200, 20/s, 0:03 left, 2 divergent"), text.news(told));
    }
  }
}
