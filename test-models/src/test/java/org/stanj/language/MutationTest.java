package org.stanj.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs of the corpus with mistakes in them: whatever they are, the compiler says so and does
 * not fail. The property {@code mutants} sets their number, {@code mutants.seed} the seed.
 */
class MutationTest {
  private static final int MUTANTS = Integer.getInteger("mutants", 10_000);
  private static final long SEED = Long.getLong("mutants.seed", 1);

  @TempDir private Path folder;

  @Test
  void mutantsMakeNoFailure() {
    List<CorpusCase> cases =
        Stream.of("accepted", "refused", "old").flatMap(k -> Corpus.read(k).stream()).toList();
    Mutants mutants = new Mutants(new Random(SEED));
    CorpusRun strict = new CorpusRun(true, folder);
    CorpusRun lenient = new CorpusRun(false, folder);
    List<String> failures =
        CorpusRun.deep(
            () -> {
              List<String> found = new ArrayList<>();
              for (int i = 0; i < MUTANTS && found.size() < 10; i++) {
                String text = mutants.of(cases.get(i % cases.size()).text());
                int round = i / cases.size();
                failure((i + round) % 2 == 0 ? strict : lenient, text, found);
              }
              return found;
            });
    assertEquals(List.of(), failures);
  }

  /** Adds what went wrong, with the program, if anything but a diagnostic came out. */
  private static void failure(CorpusRun run, String text, List<String> found) {
    try {
      run.check(text);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      StackTraceElement[] at = e.getStackTrace();
      found.add(e + (at.length > 0 ? " at " + at[0] : "") + "\n" + text);
    }
  }
}
