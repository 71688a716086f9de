package org.stanj.cli.draws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comment lines at the head of a CSV file: versions, the model, the tree of CmdStan's
 * arguments.
 *
 * @param lines without {@code # }, indented as the tree is
 */
public record RunHead(List<String> lines) {
  private static final String DEFAULT = " (Default)";
  private static final String EQUALS = " = ";

  public RunHead {
    lines = List.copyOf(lines);
  }

  /** A setting without {@code (Default)}, the first of that name; {@code missing} if none is. */
  public String setting(String key, String missing) {
    return lines.stream()
        .filter(line -> line.strip().startsWith(key + EQUALS.stripTrailing()))
        .map(line -> value(line.substring(line.indexOf('=') + 1)))
        .findFirst()
        .orElse(missing);
  }

  /** A setting that is a number; {@code missing} if there is none. */
  public double number(String key, double missing) {
    try {
      return Double.parseDouble(setting(key, ""));
    } catch (NumberFormatException e) {
      return missing;
    }
  }

  /** Whether a setting is {@code 1} or {@code true}. */
  public boolean flag(String key) {
    return List.of("1", "true").contains(setting(key, ""));
  }

  private static String value(String text) {
    return (text.endsWith(DEFAULT) ? text.substring(0, text.length() - DEFAULT.length()) : text)
        .strip();
  }

  /** The model's name; empty if unknown. */
  public String model() {
    return setting("model", "");
  }

  /** Stan's version, such as {@code 2.37.0}; empty if unknown. */
  public String stanVersion() {
    String major = setting("stan_version_major", "");
    return major.isEmpty()
        ? ""
        : String.join(
            ".", major, setting("stan_version_minor", "?"), setting("stan_version_patch", "?"));
  }

  /** Settings that stand beside the tree of arguments, by name. */
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    for (String key : List.of("start_datetime", "stanc_version", "stancflags")) {
      String value = setting(key, "");
      if (!value.isEmpty()) {
        versions.put(key, value);
      }
    }
    return versions;
  }

  /**
   * The words that repeat the run: all arguments that are not defaults, and always the method and
   * the seed. Empty if the head has no tree of arguments.
   */
  public String command() {
    List<Node> roots = tree();
    boolean known = roots.stream().anyMatch(n -> n.key().equals("method"));
    List<String> words = new ArrayList<>();
    roots.forEach(root -> root.words(words));
    return known ? String.join(" ", words) : "";
  }

  private List<Node> tree() {
    List<Node> roots = new ArrayList<>();
    List<Node> path = new ArrayList<>();
    boolean begun = false;
    for (String line : lines) {
      begun |= line.startsWith("method" + EQUALS.stripTrailing());
      if (!begun || line.isBlank() || line.startsWith("stanc") || line.contains("_enabled")) {
        continue;
      }
      Node node = Node.of(line);
      int depth = (line.length() - line.stripLeading().length()) / 2;
      while (path.size() > depth) {
        path.remove(path.size() - 1);
      }
      (path.isEmpty() ? roots : path.get(path.size() - 1).below()).add(node);
      path.add(node);
    }
    return roots;
  }

  /** An argument or a group of them. */
  private record Node(String key, String value, boolean isDefault, List<Node> below) {
    static Node of(String line) {
      int equals = line.indexOf('=');
      String key = (equals < 0 ? line : line.substring(0, equals)).strip();
      String text = equals < 0 ? "" : line.substring(equals + 1);
      return new Node(key, RunHead.value(text), text.endsWith(DEFAULT), new ArrayList<>());
    }

    private boolean isGroup() {
      return value.isEmpty();
    }

    void words(List<String> words) {
      List<String> inner = new ArrayList<>();
      for (Node node : below) {
        // The group of a choice has the name of its value.
        List<Node> arguments = !isGroup() && node.key.equals(value) ? node.below : List.of(node);
        arguments.forEach(n -> n.words(inner));
      }
      boolean said = key.equals("method") || key.equals("seed") || !(isGroup() || isDefault);
      if (said || !inner.isEmpty()) {
        words.add(isGroup() ? key : quoted(key + "=" + value));
        words.addAll(inner);
      }
    }

    private static String quoted(String word) {
      return word.matches("[\\w=./,:+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
  }
}
