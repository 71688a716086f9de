package org.stanj.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which quantities a report has: names of variables or elements, with {@code *} for any text.
 *
 * @param included none for all
 */
public record NameChoice(List<String> included) {
  /** All of them. */
  public static final NameChoice ALL = new NameChoice(List.of());

  public NameChoice {
    included = List.copyOf(included);
  }

  /** Whether it has a name such as {@code theta[2]}, by itself or by its variable's. */
  boolean has(String name) {
    return included.isEmpty() || included.stream().anyMatch(text -> matches(text, name));
  }

  private static boolean matches(String text, String name) {
    String expression =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    int bracket = name.indexOf('[');
    return name.matches(expression)
        || bracket > 0 && name.substring(0, bracket).matches(expression);
  }
}
