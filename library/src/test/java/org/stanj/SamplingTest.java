package org.stanj;

import static java.util.Arrays.stream;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.diagnostics.ChainStatistics;
import org.stanj.runtime.io.FileDraws;

/** Runs give the draws of the command line, tell how they get on, and can be ended. */
final class SamplingTest {
  private static final Posterior SCHOOLS = Stan.compile(Programs.SCHOOLS).bind(Programs.schools());

  /** Random numbers in transformed data, so that the seed of bind matters. */
  private static final String NOISY =
      """
      data { int J; }
      transformed data { real shift = normal_rng(0, 1); }
      parameters { real x; }
      model { x ~ normal(shift, 1); }
      generated quantities { real z = normal_rng(x, J); }
      """;

  private static double[] csv(FileDraws file, String column) {
    int c = file.columns().indexOf(column);
    return file.rows().stream().mapToDouble(row -> row[c]).toArray();
  }

  @Test
  void drawsAreThoseOfTheCommandLine(@TempDir Path folder) throws Exception {
    CommandLine command = new CommandLine(folder, Programs.SCHOOLS, Programs.JSON);
    command.run(
        "sample",
        "num_chains=2",
        "num_samples=60",
        "num_warmup=80",
        "save_warmup=1",
        "thin=2",
        "adapt",
        "delta=0.9",
        "random",
        "seed=17",
        "id=3");
    Draws draws =
        SCHOOLS
            .sampling()
            .chains(2)
            .samples(60)
            .warmup(80)
            .saveWarmup()
            .thin(2)
            .delta(0.9)
            .seed(17)
            .id(3)
            .run();
    assertEquals(60, draws.size());
    assertEquals(30, draws.size(1));
    assertEquals(17, draws.seed());
    assertTrue(draws.isComplete());
    for (int chain = 0; chain < 2; chain++) {
      FileDraws file = command.draws("o_" + (3 + chain) + ".csv");
      assertEquals(file.columns().size(), draws.names().size());
      for (String column : file.columns()) {
        double[] warm = draws.warmupColumn(column)[chain];
        double[] all =
            DoubleStream.concat(stream(warm), stream(draws.column(column)[chain])).toArray();
        assertEquals(40, warm.length);
        assertArrayEquals(csv(file, column), all, column);
      }
    }
  }

  @Test
  void transformedDataTakeTheSeedOfTheRun(@TempDir Path folder) throws Exception {
    CommandLine command = new CommandLine(folder, NOISY, "{\"J\": 2}");
    command.run("sample", "num_samples=20", "num_warmup=20", "random", "seed=9");
    Posterior bound = Stan.compile(NOISY).bind(Data.of("J", 2), 4);
    Draws draws = bound.sampling().chains(1).samples(20).warmup(20).seed(9).run();
    assertArrayEquals(csv(command.draws("o.csv"), "z"), draws.column("z")[0]);
    assertEquals(9, draws.posterior().seed());
    assertSame(bound, bound.sampling().chains(1).samples(1).warmup(5).run().posterior());
  }

  @Test
  void threadsDoNotMatter() {
    Sampling run = SCHOOLS.sampling().chains(3).samples(30).warmup(30).seed(2);
    double[][] one = run.threads(1).run().column("tau");
    assertArrayEquals(one, run.threads(4).run().column("tau"));
  }

  @Test
  void summaryHasTheStatisticsOfStansummary() {
    Draws draws = SCHOOLS.sampling().chains(2).samples(100).warmup(100).seed(1).run();
    Summary summary = draws.summary();
    assertEquals("lp__", summary.rows().get(0).name());
    assertEquals(1 + 2 + 3 * 8, summary.rows().size());
    SummaryRow row = summary.row("theta[2]");
    ChainStatistics expected = ChainStatistics.of(draws.column("theta.2"));
    assertEquals(expected.mean(), row.mean());
    assertEquals(expected.mcse(), row.mcse());
    assertEquals(expected.sd(), row.sd());
    assertEquals(expected.mad(), row.mad());
    assertEquals(expected.quantile(0.2), row.quantile(0.2));
    assertEquals(expected.essBulk(), row.essBulk());
    assertEquals(expected.essTail(), row.essTail());
    assertEquals(expected.rHat(), row.rHat());
    assertEquals(summary.rows().size() + 1, summary.toString().lines().count());
    assertEquals(200, draws.size());
    double[] pooled = draws.pooled("mu");
    assertEquals(200, pooled.length);
    assertEquals(draws.values(1, 5).real("mu"), pooled[105]);
    assertEquals(draws.column("theta[3]")[1][5], draws.values(1, 5).vector("theta")[2]);
  }

  @Test
  void listenerHearsIterationsAndDraws() {
    AtomicInteger iterations = new AtomicInteger();
    AtomicInteger warm = new AtomicInteger();
    Set<Integer> chains = new ConcurrentSkipListSet<>();
    AtomicInteger drawn = new AtomicInteger();
    SampleListener listener =
        new SampleListener() {
          @Override
          public void iteration(int chain, int iteration, int total, boolean warmup) {
            assertEquals(30, total);
            iterations.incrementAndGet();
            warm.addAndGet(warmup ? 1 : 0);
            chains.add(chain);
          }

          @Override
          public void draw(int chain, Draw draw) {
            assertFalse(draw.warmup());
            assertEquals(8, draw.values().vector("theta").length);
            drawn.incrementAndGet();
          }
        };
    Draws draws =
        SCHOOLS
            .sampling()
            .chains(2)
            .samples(20)
            .warmup(10)
            .id(4)
            .listener(listener)
            .withoutDraws()
            .run();
    assertEquals(60, iterations.get());
    assertEquals(20, warm.get());
    assertEquals(new TreeSet<>(Set.of(4, 5)), chains);
    assertEquals(40, drawn.get());
    assertEquals(0, draws.size());
    assertThrows(IllegalStateException.class, draws::summary);
  }

  @Test
  void cancelledRunKeepsWhatItHas() {
    AtomicBoolean cancel = new AtomicBoolean();
    SampleListener listener =
        new SampleListener() {
          @Override
          public void draw(int chain, Draw draw) {
            cancel.set(true);
          }
        };
    Draws draws =
        SCHOOLS
            .sampling()
            .chains(1)
            .samples(1_000_000)
            .warmup(20)
            .seed(3)
            .listener(listener)
            .cancelledWhen(cancel::get)
            .run();
    assertFalse(draws.isComplete());
    assertEquals(1, draws.size());
    Draws whole = SCHOOLS.sampling().chains(1).samples(5).warmup(20).seed(3).run();
    assertEquals(whole.column("mu")[0][0], draws.column("mu")[0][0]);
  }

  @Test
  void interruptedCallerStopsTheChains() {
    Thread.currentThread().interrupt();
    Sampling endless = SCHOOLS.sampling().chains(1).samples(Integer.MAX_VALUE / 2).warmup(10);
    Exception e = assertThrows(RunException.class, endless.withoutDraws()::run);
    assertEquals("interrupted while sampling", e.getMessage());
    assertTrue(Thread.interrupted());
  }

  @Test
  void whatAListenerThrowsComesThrough() {
    IllegalStateException own = new IllegalStateException("own");
    SampleListener listener =
        new SampleListener() {
          @Override
          public void draw(int chain, Draw draw) {
            throw own;
          }
        };
    Sampling run = SCHOOLS.sampling().samples(10).warmup(10).listener(listener);
    assertSame(own, assertThrows(IllegalStateException.class, run::run));
  }

  @Test
  void failuresAreTold() {
    Posterior impossible =
        Stan.compile("parameters { real x; } model { reject(\"never \", x); }").bind(Data.NONE);
    Exception start = assertThrows(RunException.class, impossible.sampling()::run);
    assertTrue(start.getMessage().contains("failed after 100 attempts"), start.getMessage());
    Posterior fatal =
        Stan.compile(
                """
                parameters { real x; }
                model { x ~ std_normal(); }
                generated quantities { if (x < 9) fatal_error("off"); }
                """)
            .bind(Data.NONE);
    Exception end = assertThrows(RunException.class, fatal.sampling().chains(1)::run);
    assertTrue(end.getMessage().contains("off (in 'model.stan', line 3"), end.getMessage());
    Sampling wrong = SCHOOLS.sampling().chains(1).init(Data.of("eta", new double[3]));
    Exception shape = assertThrows(InputException.class, wrong::run);
    assertTrue(shape.getMessage().contains("variable name=eta"), shape.getMessage());
  }

  @Test
  void settingsAreChecked() {
    Sampling run = SCHOOLS.sampling();
    assertThrows(IllegalArgumentException.class, () -> run.chains(0));
    assertThrows(IllegalArgumentException.class, () -> run.delta(1));
    assertThrows(IllegalArgumentException.class, () -> run.stepSize(0));
    assertThrows(IllegalArgumentException.class, run.warmup(0)::run);
    List<Data> three = List.of(Data.NONE, Data.NONE, Data.NONE);
    assertThrows(IllegalArgumentException.class, run.warmup(9).inits(three)::run);
  }

  @Test
  void initialValuesAreThoseOfTheCommandLine(@TempDir Path folder) throws Exception {
    CommandLine command = new CommandLine(folder, Programs.SCHOOLS, Programs.JSON);
    Path init = folder.resolve("i.json");
    Files.writeString(init, "{\"mu\": 1, \"tau\": 2}");
    command.run("sample", "num_samples=10", "num_warmup=10", "init=" + init, "random", "seed=1");
    Data given = Data.of("mu", 1).with("tau", 2);
    Draws draws = SCHOOLS.sampling().chains(1).samples(10).warmup(10).init(given).seed(1).run();
    assertArrayEquals(csv(command.draws("o.csv"), "tau"), draws.column("tau")[0]);
  }

  @Test
  void fixedParametersStay() {
    Draws draws = SCHOOLS.sampling().chains(1).samples(5).fixedParam().initRadius(0).run();
    assertArrayEquals(new double[5], draws.column("mu")[0]);
    double[] rep = draws.column("y_rep[1]")[0];
    assertEquals(5, IntStream.range(0, 5).mapToObj(i -> rep[i]).distinct().count());
  }
}
