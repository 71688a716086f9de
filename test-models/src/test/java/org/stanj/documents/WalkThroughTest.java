package org.stanj.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walk-through shows what the compiler does today, pass by pass. */
final class WalkThroughTest {
  private static final Path FILE = Path.of("..", "docs", "walk-through.md");
  private static final Path PROGRAM = Path.of("walk_through", "walk_through.stan");
  private static final String ADVICE =
      "; run the profile golden (CONTRIBUTING.md) and read whether the sentences still hold";

  /** A listing that a reader can take in at once. */
  private static final int LONGEST = 60;

  /** Fewer letters explain nothing. */
  private static final int SHORTEST = 80;

  private static Passes passes;
  private static MarkedDocument document;

  @BeforeAll
  static void compile() throws IOException {
    passes = Passes.of(PROGRAM);
    document = new MarkedDocument(Files.readAllLines(FILE));
  }

  @Test
  void listingsAreWhatTheCompilerPrints() throws IOException {
    String filled = document.filled(passes);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, filled);
    } else {
      assertEquals(
          Files.readString(FILE), filled, "docs/walk-through.md is not up to date" + ADVICE);
    }
  }

  @Test
  void everyPassHasASectionInItsPlace() {
    List<String> sections = List.copyOf(document.sections().keySet());
    assertEquals(
        passes.names(),
        sections,
        "sections of docs/walk-through.md; a new pass needs the heading ## `pass`, the lines"
            + " <!-- changes pass --> and "
            + Marker.END
            + ", and a sentence on what it does"
            + ADVICE);
  }

  @Test
  void everySectionHasAListingAndAnExplanation() {
    for (Map.Entry<String, String> section : document.sections().entrySet()) {
      String pass = section.getKey();
      assertTrue(document.markers().stream().anyMatch(m -> m.pass().equals(pass)), pass);
      assertTrue(section.getValue().strip().length() >= SHORTEST, pass + " is not explained");
    }
  }

  @Test
  void listingsAreShort() {
    for (Marker marker : document.markers()) {
      List<String> listing = marker.listing(passes);
      assertFalse(listing.isEmpty(), marker::toString);
      assertTrue(listing.size() <= LONGEST, () -> marker + " has " + listing.size() + " lines");
    }
  }
}
