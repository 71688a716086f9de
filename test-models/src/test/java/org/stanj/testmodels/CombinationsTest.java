package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/**
 * Random combinations of programs, sizes, grainsizes, chains and threads: each chain tells the same
 * to the last bit as on one thread, its rejections and prints among it, and all come to their end.
 */
final class CombinationsTest {
  private static final int COMBINATIONS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PROGRAMS = List.of("sums", "nested", "jobs", "plain");
  private static final int[] GRAINS = {1, 2, 3, 7, 50};
  private static final int[] SIZES = {1, 2, 9, 40, 150};
  private static final int SEEDS = 3;
  private static final int MOST_CHAINS = 4;

  private static final HmcSettings SHORT =
      new HmcSettings(
          new HmcSettings.Integration.Nuts(4),
          HmcSettings.DEFAULT.metric(),
          HmcSettings.DEFAULT.stepSize(),
          HmcSettings.DEFAULT.stepSizeJitter());

  private static final SampleSettings SETTINGS =
      new SampleSettings(
          8, 12, true, 1, SampleSettings.Algorithm.HMC, SHORT, AdaptSettings.DEFAULT);

  @TempDir private Path folder;
  private final Map<String, CompiledModel> programs = new HashMap<>();
  private final Map<Case, Model> models = new HashMap<>();
  private final Map<List<Object>, List<Story>> alone = new HashMap<>();

  /** What decides on draws. */
  private record Case(String program, int size, int grain) {
    static Case random(SplittableRandom random) {
      return new Case(
          PROGRAMS.get(random.nextInt(PROGRAMS.size())),
          SIZES[random.nextInt(SIZES.length)],
          GRAINS[random.nextInt(GRAINS.length)]);
    }
  }

  /** What does not. */
  private record Way(int chains, int threads, int atATime, SlicePool.Rules rules) {
    static Way random(SplittableRandom random) {
      int threads = random.nextInt(1, 7);
      SlicePool.Rules rules = new SlicePool.Rules(random.nextBoolean(), random.nextInt(4) > 0);
      return new Way(
          random.nextInt(1, MOST_CHAINS + 1), threads, random.nextInt(1, threads + 1), rules);
    }
  }

  @Test
  void drawsDoNotDependOnWhoDoesTheWork() {
    int rejections = 0;
    int prints = 0;
    for (int c = 1; c <= COMBINATIONS; c++) {
      SplittableRandom random = new SplittableRandom(c);
      Case what = Case.random(random);
      long seed = random.nextInt(SEEDS);
      Way how = Way.random(random);
      List<Story> expected = alone(what, seed);
      String name = "combination " + c + ": " + what + " " + how;
      List<Story> told = assertTimeoutPreemptively(PATIENCE, () -> shared(what, seed, how), name);
      for (int chain = 0; chain < how.chains(); chain++) {
        assertEquals(expected.get(chain).told(), told.get(chain).told(), name);
      }
      rejections += told.stream().anyMatch(CombinationsTest::rejects) ? 1 : 0;
      prints += told.stream().anyMatch(story -> story.tells("is above")) ? 1 : 0;
    }
    assertTrue(rejections > COMBINATIONS / 4, rejections + " with rejections");
    assertTrue(prints > COMBINATIONS / 20, prints + " with prints");
  }

  private static boolean rejects(Story story) {
    return story.tells("too far below")
        || story.tells("refuses")
        || story.tells("must be positive");
  }

  private List<Story> alone(Case what, long seed) {
    return alone.computeIfAbsent(
        List.of(what, seed), key -> run(model(what), seed, MOST_CHAINS, 1, new Cores(1)));
  }

  private List<Story> shared(Case what, long seed, Way how) {
    Cores cores = new Cores(how.threads());
    try (SlicePool pool = new SlicePool(cores, how.rules())) {
      return run(pool.over(model(what)), seed, how.chains(), how.atATime(), cores);
    }
  }

  private static List<Story> run(Model model, long seed, int chains, int atATime, Cores cores) {
    List<Story> stories = IntStream.range(0, chains).mapToObj(c -> new Story()).toList();
    List<ChainSpec> specs = new ArrayList<>();
    for (int c = 0; c < chains; c++) {
      Story story = stories.get(c);
      specs.add(new ChainSpec(1 + c, Inits.DEFAULT, Optional.empty(), story, story));
    }
    Chains.Pace pace = new Chains.Pace(atATime, () -> false, cores);
    assertTrue(Chains.run(model, SETTINGS, seed, specs, pace));
    return stories;
  }

  private Model model(Case what) {
    return models.computeIfAbsent(
        what,
        w -> {
          CompiledModel program = programs.computeIfAbsent(w.program(), this::compiled);
          String data = "{\"n\": %d, \"grain\": %d}".formatted(w.size(), w.grain());
          return TestPrograms.bindText(program, data);
        });
  }

  /** All that can be cut is. */
  private CompiledModel compiled(String name) {
    Path file = folder.resolve(name + ".stan");
    try (InputStream in = getClass().getResourceAsStream("combinations/" + name + ".stan")) {
      Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return ModelLoader.load(
          StanCompiler.compile(
              file, TestPrograms.beside(file).withSlices(Limits.ALL), warning -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
