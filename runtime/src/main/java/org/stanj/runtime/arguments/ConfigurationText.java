package org.stanj.runtime.arguments;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.arguments.Argument.Choice;
import org.stanj.runtime.arguments.Argument.Group;
import org.stanj.runtime.arguments.Argument.Value;
import org.stanj.runtime.io.RealFormat;

/** A configuration as the tree of lines that stands on the console and in the head of each CSV. */
public final class ConfigurationText {
  private static final String STEP = "  ";

  private final Configuration configuration;
  private final List<String> lines = new ArrayList<>();

  private ConfigurationText(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The lines, such as {@code seed = 123} below {@code random}. */
  public static List<String> lines(Configuration configuration) {
    ConfigurationText text = new ConfigurationText(configuration);
    configuration.arguments().forEach(a -> text.append(a, "", ""));
    return List.copyOf(text.lines);
  }

  private void append(Argument argument, String parent, String indent) {
    String path = Configuration.path(parent, argument.name());
    if (argument instanceof Group group) {
      lines.add(indent + group.name());
      group.members().forEach(m -> append(m, path, indent + STEP));
      return;
    }
    if (!configuration.isShown(path, argument)) {
      return;
    }
    Object value = configuration.value(path, argument);
    String mark = configuration.isDefault(path, argument) ? " (Default)" : "";
    lines.add(indent + argument.name() + " = " + ValueText.show(value) + mark);
    if (argument instanceof Choice choice) {
      choice.options().stream()
          .filter(o -> o.name().equals(value) && !o.bare())
          .forEach(o -> option(o, Configuration.optionPath(path, o.name()), indent + STEP));
    }
  }

  private void option(Group option, String path, String indent) {
    lines.add(indent + option.name());
    option.members().forEach(m -> append(m, path, indent + STEP));
  }

  /**
   * The same tree as JSON members, each line indented by {@code indent}, joined by commas. Its
   * numbers have as many digits as those of the other files.
   */
  public static String json(Configuration configuration, String indent) {
    return members(configuration, configuration.arguments(), "", indent);
  }

  private static String members(
      Configuration configuration, List<Argument> arguments, String parent, String indent) {
    List<String> members = new ArrayList<>();
    for (Argument argument : arguments) {
      String path = Configuration.path(parent, argument.name());
      if (!configuration.isShown(path, argument)) {
        continue;
      }
      String key = indent + quote(argument.name()) + " : ";
      members.add(key + jsonValue(configuration, argument, path, indent));
    }
    return String.join(",\n", members);
  }

  private static String jsonValue(
      Configuration configuration, Argument argument, String path, String indent) {
    if (argument instanceof Group group) {
      return "{\n" + object(configuration, group, path, indent + STEP) + indent + "}";
    }
    Object value = configuration.value(path, argument);
    if (argument instanceof Value) {
      return value instanceof String text ? quote(text) : number(configuration, value);
    }
    String inner = indent + STEP;
    StringBuilder out = new StringBuilder("{\n");
    out.append(inner).append("\"value\" : ").append(quote(value.toString()));
    for (Group option : ((Choice) argument).options()) {
      if (option.name().equals(value) && !option.bare()) {
        String inside = Configuration.optionPath(path, option.name());
        out.append(",\n").append(inner).append(quote(option.name())).append(" : {\n");
        out.append(object(configuration, option, inside, inner + STEP)).append(inner).append('}');
      }
    }
    return out.append('\n').append(indent).append('}').toString();
  }

  private static String number(Configuration configuration, Object value) {
    int figures = configuration.integer("output.sig_figs");
    return value instanceof Double d ? new RealFormat(figures).text(d) : ValueText.show(value);
  }

  private static String object(
      Configuration configuration, Group group, String path, String indent) {
    return group.members().isEmpty()
        ? ""
        : members(configuration, group.members(), path, indent) + "\n";
  }

  /** A JSON string. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c == '/') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
