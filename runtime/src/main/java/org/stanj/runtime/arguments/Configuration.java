package org.stanj.runtime.arguments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.arguments.Argument.Choice;
import org.stanj.runtime.arguments.Argument.Group;
import org.stanj.runtime.arguments.Argument.Value;

/**
 * A parsed command line: the value of every argument, given or default. Paths are names joined by
 * points, options of a choice included, the method without its {@code method}: {@code
 * sample.algorithm.hmc.engine.nuts.max_depth}.
 *
 * @param arguments of the top level
 * @param given the values that were given: Long, Double, Boolean or String; of choices the name of
 *     the option
 * @param shownAsDefault paths that are marked as default though they hold another value
 */
public record Configuration(
    List<Argument> arguments, Map<String, Object> given, Set<String> shownAsDefault) {
  public Configuration {
    arguments = List.copyOf(arguments);
    given = Map.copyOf(given);
    shownAsDefault = Set.copyOf(shownAsDefault);
  }

  /** The path of an argument inside the one of {@code parent}. */
  static String path(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** The path of the option of a choice. */
  static String optionPath(String choice, String option) {
    return choice.equals("method") ? option : choice + "." + option;
  }

  /** The chosen method. */
  public String method() {
    return (String) Objects.requireNonNull(given.get("method"));
  }

  /** The value of an argument in place at {@code path}. */
  Object value(String path, Argument argument) {
    @Nullable Object found = given.get(path);
    return found != null ? found : initial(argument);
  }

  private static Object initial(Argument argument) {
    if (argument instanceof Value v) {
      return v.initial();
    }
    return argument instanceof Choice c ? c.initial() : "";
  }

  /** Whether the value is the default, given or not. */
  boolean isDefault(String path, Argument argument) {
    Object value = value(path, argument);
    boolean zero = value instanceof Double d && d == 0 && initial(argument).equals(0.0);
    return shownAsDefault.contains(path) || zero || value.equals(initial(argument));
  }

  /** Whether the argument stood on the command line. */
  public boolean isGiven(String path) {
    return given.containsKey(path);
  }

  /** Whether the echo and the heads of files have a line for the argument. */
  boolean isShown(String path, Argument argument) {
    return isGiven(path) || !(argument instanceof Value v && v.ours());
  }

  public int integer(String path) {
    return Math.toIntExact((Long) at(path));
  }

  public long number(String path) {
    return (Long) at(path);
  }

  public double real(String path) {
    return (Double) at(path);
  }

  public boolean flag(String path) {
    return (Boolean) at(path);
  }

  public String text(String path) {
    return (String) at(path);
  }

  /** The value at a path, given or default. */
  public Object at(String path) {
    return value(path, find(arguments, "", path));
  }

  private static Argument find(List<? extends Argument> members, String parent, String wanted) {
    for (Argument argument : members) {
      String path = path(parent, argument.name());
      if (path.equals(wanted)) {
        return argument;
      }
      if (argument instanceof Group group && wanted.startsWith(path + ".")) {
        return find(group.members(), path, wanted);
      }
      if (argument instanceof Choice choice) {
        for (Group option : choice.options()) {
          String inside = optionPath(path, option.name());
          if (wanted.startsWith(inside + ".")) {
            return find(option.members(), inside, wanted);
          }
        }
      }
    }
    throw new AssertionError("no argument " + wanted);
  }

  /** This configuration with another value at a path. */
  public Configuration with(String path, Object value) {
    Map<String, Object> changed = new HashMap<>(given);
    changed.put(path, value);
    return new Configuration(arguments, changed, shownAsDefault);
  }

  /** The same, still marked as default where the configuration is shown. */
  public Configuration withDefault(String path, Object value) {
    Set<String> shown = new HashSet<>(shownAsDefault);
    shown.add(path);
    return new Configuration(arguments, with(path, value).given, shown);
  }
}
