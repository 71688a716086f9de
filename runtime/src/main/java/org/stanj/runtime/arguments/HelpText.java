package org.stanj.runtime.arguments;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.arguments.Argument.Choice;
import org.stanj.runtime.arguments.Argument.Group;
import org.stanj.runtime.arguments.Argument.Value;

/** The texts of {@code help}, of the usage, and of the places where an argument belongs. */
public final class HelpText {
  private static final String STEP = "  ";

  private HelpText() {}

  /** One argument: with everything below it if {@code deep}. */
  static String of(Argument argument, boolean deep) {
    StringBuilder out = new StringBuilder();
    append(argument, "", deep, out);
    return out.toString();
  }

  /** All arguments with everything below them. */
  static String tree(List<Argument> arguments) {
    StringBuilder out = new StringBuilder();
    arguments.forEach(a -> append(a, STEP, true, out));
    return out.toString();
  }

  private static void append(Argument argument, String indent, boolean deep, StringBuilder out) {
    String inner = indent + STEP;
    if (argument instanceof Value v) {
      out.append(indent).append(v.name()).append("=<").append(v.kind().text()).append(">\n");
      entry(v, v.validity(), v.shownDefault(), inner, out);
    } else if (argument instanceof Choice c) {
      out.append(indent).append(c.name()).append("=<list element>\n");
      entry(c, c.validity(), c.initial(), inner, out);
      if (deep) {
        c.options().forEach(o -> append(o, inner, true, out));
      }
    } else if (argument instanceof Group g) {
      out.append(indent).append(g.name()).append('\n');
      group(g, inner, deep, out);
    }
  }

  private static void entry(
      Argument argument, String validity, String initial, String indent, StringBuilder out) {
    out.append(indent).append(argument.description()).append('\n');
    out.append(indent).append("Valid values: ").append(validity).append('\n');
    out.append(indent).append("Defaults to ").append(initial).append("\n\n");
  }

  private static void group(Group group, String indent, boolean deep, StringBuilder out) {
    out.append(indent).append(group.description()).append('\n');
    if (!group.members().isEmpty()) {
      List<String> names = group.members().stream().map(Argument::name).toList();
      out.append(indent).append("Valid subarguments: ").append(String.join(", ", names));
      out.append('\n');
    }
    out.append('\n');
    if (deep) {
      group.members().forEach(m -> append(m, indent, true, out));
    }
  }

  /** How to call the program. */
  public static String usage(String program, List<Argument> arguments) {
    StringBuilder out = new StringBuilder();
    out.append("Usage: ").append(program);
    out.append(" <arg1> <subarg1_1> ... <subarg1_m> ... <arg_n> <subarg_n_1> ... <subarg_n_m>\n\n");
    out.append("Begin by selecting amongst the following inference methods and diagnostics,\n");
    ((Choice) arguments.get(0)).options().forEach(o -> summary(o, out));
    out.append("\nOr see help information with\n");
    out.append("  help        Prints help\n");
    out.append("  help-all    Prints entire argument tree\n\n");
    out.append("Additional configuration available by specifying\n");
    arguments.stream().skip(1).forEach(a -> summary(a, out));
    out.append("\nSee ").append(program);
    out.append(" <arg1> [ help | help-all ] for details on individual arguments.\n\n");
    return out.toString();
  }

  private static void summary(Argument argument, StringBuilder out) {
    out.append(STEP).append(argument.name());
    out.append(" ".repeat(Math.max(2, 12 - argument.name().length())));
    out.append(argument.description()).append('\n');
  }

  /** The command lines, one for each place, at which a name is understood. */
  static List<String> places(List<Argument> arguments, String name) {
    List<String> places = new ArrayList<>();
    arguments.forEach(a -> search(a, STEP, name, places));
    return places;
  }

  private static void search(Argument argument, String before, String name, List<String> places) {
    boolean found = argument.name().equals(name);
    if (argument instanceof Value v) {
      if (found) {
        places.add(before + name + "=<" + v.kind().text() + ">");
      }
    } else if (argument instanceof Choice c) {
      if (found) {
        places.add(before + name + "=<list_element>");
      }
      c.options().forEach(o -> search(o, before + c.name() + "=", name, places));
    } else if (argument instanceof Group g) {
      if (found) {
        places.add(before + name);
      }
      g.members().forEach(m -> search(m, before + g.name() + " ", name, places));
    }
  }
}
