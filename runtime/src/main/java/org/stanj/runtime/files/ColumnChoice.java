package org.stanj.runtime.files;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.Variable;

/** Which variables a file has columns of: {@code output include=} and {@code exclude=}. */
public final class ColumnChoice {
  private static final String INCLUDE = "output.include";
  private static final String EXCLUDE = "output.exclude";

  private final List<Name> included;
  private final List<Name> excluded;

  /** A name with stars, and what it matches. */
  private record Name(String text, Pattern pattern) {
    static Name of(String text) {
      String expression =
          Arrays.stream(text.split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return new Name(text, Pattern.compile(expression));
    }

    boolean matches(Variable variable) {
      return pattern.matcher(variable.name()).matches();
    }
  }

  private ColumnChoice(List<Name> included, List<Name> excluded) {
    this.included = included;
    this.excluded = excluded;
  }

  /** The choice that a configuration makes. */
  public static ColumnChoice of(Configuration configuration) {
    return new ColumnChoice(names(configuration.text(INCLUDE)), names(configuration.text(EXCLUDE)));
  }

  /**
   * The columns of the variables that a list names; of all if it is empty.
   *
   * @param argument that gives the list
   */
  public static Columns named(String argument, String list, List<Variable> variables) {
    List<Name> names = names(list);
    refuseUnknown(argument, names, variables);
    return Columns.of(
        variables, v -> names.isEmpty() || names.stream().anyMatch(n -> n.matches(v)));
  }

  private static void refuseUnknown(String argument, List<Name> names, List<Variable> variables) {
    for (Name name : names) {
      if (variables.stream().noneMatch(name::matches)) {
        throw new CommandFailure(argument + ": the output has no variable \"" + name.text() + "\"");
      }
    }
  }

  private static List<Name> names(String list) {
    return list.isEmpty() ? List.of() : Arrays.stream(list.split(",")).map(Name::of).toList();
  }

  /** Whether it leaves anything out. */
  public boolean isEverything() {
    return included.isEmpty() && excluded.isEmpty();
  }

  /** The columns of the chosen variables; refuses names that no variable has. */
  public Columns of(List<Variable> variables) {
    refuseUnknown("output include", included, variables);
    refuseUnknown("output exclude", excluded, variables);
    Predicate<Variable> wanted =
        v -> included.isEmpty() || included.stream().anyMatch(n -> n.matches(v));
    return Columns.of(variables, wanted.and(v -> excluded.stream().noneMatch(n -> n.matches(v))));
  }
}
