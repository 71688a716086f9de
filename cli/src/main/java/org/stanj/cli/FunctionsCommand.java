package org.stanj.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.FunctionCatalogue;
import org.stanj.compiler.check.Suggestion;
import org.stanj.compiler.info.FunctionReference;
import org.stanj.runtime.command.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code stanj functions [NAME]}: looks a function up, or lists all. */
@Command(
    name = "functions",
    description = "Prints the signatures of a function or distribution; of none, the names of all.")
final class FunctionsCommand implements Callable<Integer> {
  private static final int WIDTH = 100;
  private static final int MANY = 20;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A function, e.g. normal_lpdf; or a distribution or constraint, e.g. normal.")
  private @Nullable String name;

  FunctionsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FunctionReference functions = FunctionCatalogue.load();
    String wanted = name;
    if (wanted == null) {
      functions.groups().forEach(this::list);
      return 0;
    }
    List<FunctionReference.Article> found = functions.find(wanted);
    if (found.isEmpty()) {
      throw unknown(wanted, functions);
    }
    for (int i = 0; i < found.size(); i++) {
      console.text(i == 0 ? "" : "\n");
      show(found.get(i));
    }
    return 0;
  }

  private void show(FunctionReference.Article article) {
    article.signatures().forEach(console::line);
    lines(List.of(article.description().split(" ")), " ").forEach(console::line);
  }

  private void list(FunctionReference.Group group) {
    console.line(group.heading() + ":");
    List<String> names = group.articles().stream().map(FunctionReference.Article::name).toList();
    lines(names, "  ").forEach(console::line);
    console.line("");
  }

  /** Words in indented lines of at most the width, where a word is not longer. */
  private static List<String> lines(List<String> words, String between) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (line.length() > 0 && line.length() + between.length() + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "  " : between).append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static CliFailure unknown(String name, FunctionReference functions) {
    Collection<String> known = new ArrayList<>(functions.names());
    known.addAll(functions.families());
    List<String> near = Suggestion.all(name, known);
    String hint =
        near.isEmpty()
            ? " 'stanj functions' lists all."
            : " Did you mean "
                + String.join(", ", near.subList(0, Math.min(MANY, near.size())))
                + (near.size() > MANY ? ", ..." : "")
                + "?";
    return new CliFailure("Error: there is no function '" + name + "'." + hint);
  }
}
