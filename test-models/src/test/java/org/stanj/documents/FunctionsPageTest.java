package org.stanj.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.FunctionCatalogue;
import org.stanj.compiler.info.FunctionReference;
import org.stanj.compiler.info.FunctionReference.Article;
import org.stanj.compiler.info.FunctionReference.Group;
import org.stanj.compiler.library.Library;

/** The page of all functions says what the library has today, in sentences. */
final class FunctionsPageTest {
  private static final Path FILE = Path.of("..", "docs", "functions.md");
  private static final String UNFINISHED = "Functions of Stan that the prelude does not have yet";

  private static final FunctionReference REFERENCE = FunctionCatalogue.load();

  @Test
  void pageIsUpToDate() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, page);
    } else {
      assertEquals(
          Files.readString(FILE),
          page,
          "docs/functions.md is not up to date; run the profile golden (CONTRIBUTING.md)");
    }
  }

  /** A name that Stan has and the checker knows cannot be left out. */
  @Test
  void allFunctionsAreThere() {
    Library library = Library.load();
    Set<String> missing = new TreeSet<>();
    for (String name : Library.stanNames()) {
      if (library.contains(name) && !REFERENCE.names().contains(name)) {
        missing.add(name);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyFunctionHasASentence() {
    for (Group group : REFERENCE.groups()) {
      for (Article article : group.articles()) {
        assertFalse(article.signatures().isEmpty(), article.name());
        boolean sentence = article.description().matches("(?s).+[.]");
        assertTrue(sentence || group.heading().equals(UNFINISHED), article.name());
      }
    }
  }

  private static String page() {
    StringBuilder out = new StringBuilder("# Functions\n\n");
    out.append("What `stanj functions` prints. This page is generated; its sentences stand in the")
        .append(" prelude.\n\n");
    FunctionReference.LEGEND.forEach(line -> out.append("* ").append(line).append('\n'));
    for (Group group : REFERENCE.groups()) {
      out.append("\n## ").append(group.heading()).append('\n');
      group.articles().forEach(article -> append(out, article));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, Article article) {
    out.append("\n### ").append(article.name()).append("\n\n");
    if (!article.description().isEmpty()) {
      out.append(escaped(article.description())).append("\n\n");
    }
    out.append("```stan\n");
    article.signatures().forEach(line -> out.append(line).append('\n'));
    out.append("```\n");
  }

  /** Signs that Markdown would take for its own. */
  private static String escaped(String text) {
    return text.replaceAll("[*_\\[\\]<|]", "\\\\$0");
  }
}
