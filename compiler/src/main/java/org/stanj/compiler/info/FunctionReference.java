package org.stanj.compiler.info;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stanj.compiler.library.Chapter;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;

/** What a user looks up: each function with its signatures and a sentence about it. */
public final class FunctionReference {
  /** What the words of signatures mean that are no types of Stan. */
  public static final List<String> LEGEND =
      List.of(
          "`reals` is a real, a vector, a row vector or an array of reals; `ints` an int or an"
              + " array of them; `vectors` a vector, a row vector or an array of them. Sizes must"
              + " agree, and what is single is used for all.",
          "`R` is an array if an argument is a container, else one number.",
          "`T` is any type.",
          "`// element by element`: also takes containers, and applies the function to each"
              + " element.",
          "`...` stands for what the given function takes beside the arguments that are shown.");

  /** How the members of a family end, in the order in which they are shown. */
  private static final List<String> ENDINGS =
      List.of(
          "_lpdf",
          "_lupdf",
          "_lpmf",
          "_lupmf",
          "_cdf",
          "_lcdf",
          "_lccdf",
          "_rng",
          "_constrain",
          "_jacobian",
          "_unconstrain");

  private final List<Group> groups;
  private final Map<String, Article> articles = new LinkedHashMap<>();

  private FunctionReference(List<Group> groups) {
    this.groups = List.copyOf(groups);
    groups.forEach(group -> group.articles().forEach(a -> articles.put(a.name(), a)));
  }

  /**
   * A function.
   *
   * @param signatures one a line
   * @param description a sentence, or more
   */
  public record Article(String name, List<String> signatures, String description) {
    public Article {
      signatures = List.copyOf(signatures);
    }
  }

  /** Functions that belong together. */
  public record Group(String heading, List<Article> articles) {
    public Group {
      articles = List.copyOf(articles);
    }
  }

  /**
   * The functions of a library, by its files.
   *
   * @param others what the library does not describe; left out where it does
   */
  public static FunctionReference of(Library library, Group others) {
    List<Group> groups = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (Chapter chapter : library.chapters()) {
      List<Article> articles = new ArrayList<>();
      for (String name : chapter.names()) {
        Article article = article(library, name);
        articles.add(article);
        unnormalised(article).ifPresent(articles::add);
      }
      groups.add(new Group(chapter.heading(), articles));
      known.addAll(chapter.names());
    }
    List<Article> rest =
        others.articles().stream().filter(article -> !known.contains(article.name())).toList();
    if (!rest.isEmpty()) {
      groups.add(new Group(others.heading(), rest));
    }
    return new FunctionReference(groups);
  }

  private static Article article(Library library, String name) {
    List<LibraryFunction> found =
        library.functions(name).stream().filter(function -> !function.internal()).toList();
    Set<String> signatures = new LinkedHashSet<>();
    found.forEach(function -> signatures.addAll(SignatureText.of(function)));
    String text =
        found.stream()
            .map(LibraryFunction::documentation)
            .filter(documentation -> !documentation.isEmpty())
            .findFirst()
            .orElse("");
    String old =
        library.replacement(name).map(other -> " Deprecated: use " + other + ".").orElse("");
    return new Article(name, List.copyOf(signatures), text + old);
  }

  /** The density without the terms that do not vary. */
  private static Optional<Article> unnormalised(Article density) {
    String name = density.name();
    if (!name.endsWith("_lpdf") && !name.endsWith("_lpmf")) {
      return Optional.empty();
    }
    String other = name.substring(0, name.length() - 3) + "u" + name.substring(name.length() - 3);
    List<String> signatures =
        density.signatures().stream().map(line -> line.replace(name + "(", other + "(")).toList();
    return Optional.of(
        new Article(
            other, signatures, "As " + name + ", without terms that depend on no parameter."));
  }

  public List<Group> groups() {
    return groups;
  }

  /** The names of all functions. */
  public Set<String> names() {
    return new LinkedHashSet<>(articles.keySet());
  }

  /** The names of families: what stands before {@code _lpdf} and the like. */
  public Set<String> families() {
    Set<String> families = new LinkedHashSet<>();
    for (String name : articles.keySet()) {
      for (String ending : ENDINGS) {
        if (name.endsWith(ending)) {
          families.add(name.substring(0, name.length() - ending.length()));
        }
      }
    }
    return families;
  }

  /** The function of a name, and the members of the family of this name; empty if none is known. */
  public List<Article> find(String name) {
    return Stream.concat(Stream.of(name), ENDINGS.stream().map(ending -> name + ending))
        .map(articles::get)
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
