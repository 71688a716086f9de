package org.stanj.runtime.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.runtime.arguments.Argument.Choice;
import org.stanj.runtime.arguments.Argument.Group;
import org.stanj.runtime.arguments.Argument.Value;

/**
 * Parses a command line by greedy recursive descent: after the word of a group or an option, words
 * belong to it as long as it knows them. Arguments of the top level stand at most once, the others
 * may be repeated and the last one holds.
 */
public final class Parser {
  /** How a parse ended. */
  public sealed interface Outcome {
    /** All words are understood. */
    record Parsed(Configuration configuration) implements Outcome {}

    /** Help was asked for; the text is for standard output. */
    record Help(String text) implements Outcome {}

    /** What the program was built from was asked for. */
    record Info() implements Outcome {}

    /** The words are wrong; the lines are for standard error. */
    record Failed(List<String> lines) implements Outcome {}
  }

  /** What became of the words offered to a list of arguments. */
  private enum Step {
    TAKEN,
    UNKNOWN,
    STOP
  }

  private final List<Argument> arguments;
  private final Choice method;
  private final List<Group> extra;
  private final String program;
  private final List<String> words;
  private final Map<String, Object> given = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private Optional<String> help = Optional.empty();
  private int at;

  /**
   * @param program name shown in the usage
   * @param threads whether the model was built with threads
   */
  public Parser(String program, boolean threads, String[] words) {
    this.arguments = ArgumentTable.of(threads);
    this.method = (Choice) arguments.get(0);
    this.extra = List.of(ArgumentTable.benchmark(), ArgumentTable.serve());
    this.program = program;
    this.words = List.of(words);
  }

  /** Parses all words. */
  public Outcome parse() {
    List<Argument> open = new ArrayList<>(arguments);
    Step step = Step.TAKEN;
    while (at < words.size() && step == Step.TAKEN) {
      String word = words.get(at);
      if (isHelp(word)) {
        String tree = word.equals("help-all") ? HelpText.tree(arguments) : "";
        return new Outcome.Help(tree + HelpText.usage(program, arguments));
      }
      if (word.equals("info")) {
        return new Outcome.Info();
      }
      step = top(word, open);
      if (step == Step.UNKNOWN) {
        misplaced(word);
      }
    }
    if (help.isPresent()) {
      return new Outcome.Help(help.get() + HelpText.usage(program, arguments));
    }
    if (!given.containsKey("method") && !isMethod(errors)) {
      errors.add("A method must be specified!");
    }
    if (!errors.isEmpty()) {
      errors.add("Failed to parse command arguments, cannot run model.");
      return new Outcome.Failed(List.copyOf(errors));
    }
    return new Outcome.Parsed(new Configuration(known(), given, Set.of()));
  }

  /** The arguments of the top level, and those of a method of ours if it was chosen. */
  private List<Argument> known() {
    List<Argument> known = new ArrayList<>(arguments);
    extra.stream().filter(g -> g.name().equals(given.get("method"))).forEach(known::add);
    return known;
  }

  /** Whether the complaint already is about the method. */
  private static boolean isMethod(List<String> errors) {
    return !errors.isEmpty() && errors.get(0).endsWith("\"method\"");
  }

  private static boolean isHelp(String word) {
    return word.equals("help") || word.equals("help-all");
  }

  private Step top(String word, List<Argument> open) {
    if (open.contains(method)) {
      for (Group option : methods()) {
        if (word.equals(option.name())) {
          open.remove(method);
          return choose(method, "method", option);
        }
      }
    }
    for (Argument argument : List.copyOf(open)) {
      Step step = offer(argument, "", word);
      if (step != Step.UNKNOWN) {
        open.remove(argument);
        return step;
      }
    }
    return Step.UNKNOWN;
  }

  private List<Group> methods() {
    List<Group> all = new ArrayList<>(method.options());
    all.addAll(extra);
    return all;
  }

  /** Offers words to the members until one is unknown to them. */
  private Step members(Group self, String path) {
    while (at < words.size()) {
      String word = words.get(at);
      if (isHelp(word)) {
        help = Optional.of(HelpText.of(self, word.equals("help-all")));
        return Step.STOP;
      }
      Step step = Step.UNKNOWN;
      for (Argument member : self.members()) {
        step = offer(member, path, word);
        if (step != Step.UNKNOWN) {
          break;
        }
      }
      if (step != Step.TAKEN) {
        return step == Step.STOP ? step : Step.TAKEN;
      }
    }
    return Step.TAKEN;
  }

  private Step offer(Argument argument, String parent, String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (!name.equals(argument.name())) {
      return Step.UNKNOWN;
    }
    String path = Configuration.path(parent, name);
    if (argument instanceof Group group) {
      return equals < 0 ? enter(group, path) : Step.UNKNOWN;
    }
    if (equals < 0) {
      return withoutValue(argument);
    }
    String text = word.substring(equals + 1);
    return argument instanceof Choice choice
        ? chosen(choice, path, text)
        : assign((Value) argument, path, text);
  }

  private Step enter(Group group, String path) {
    at++;
    return members(group, path);
  }

  /** A name without its value is passed over, as CmdStan does, unless help is asked for. */
  private Step withoutValue(Argument argument) {
    at++;
    if (argument instanceof Value && at < words.size() && isHelp(words.get(at))) {
      help = Optional.of(HelpText.of(argument, true));
      return Step.STOP;
    }
    return Step.TAKEN;
  }

  private Step chosen(Choice choice, String path, String text) {
    for (Group option : choice == method ? methods() : choice.options()) {
      if (option.name().equals(text)) {
        return choose(choice, path, option);
      }
    }
    return invalid(choice.name(), text, choice.validity());
  }

  private Step choose(Choice choice, String path, Group option) {
    at++;
    given.put(path, option.name());
    return members(option, Configuration.optionPath(path, option.name()));
  }

  private Step assign(Value argument, String path, String text) {
    Optional<Object> value = ValueText.parse(argument.kind(), text).filter(argument.valid());
    if (value.isEmpty()) {
      return invalid(argument.name(), text, argument.validity());
    }
    at++;
    given.put(path, value.get());
    return Step.TAKEN;
  }

  private Step invalid(String name, String text, String validity) {
    errors.add(text + " is not a valid value for \"" + name + "\"");
    errors.add("  Valid values: " + validity);
    return Step.STOP;
  }

  private void misplaced(String word) {
    errors.add(word + " is either mistyped or misplaced.");
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    if (name.equals("opencl")) {
      errors.add("Re-compile the model with STAN_OPENCL to use OpenCL CmdStan arguments.");
    }
    List<String> places = HelpText.places(arguments, name);
    if (!places.isEmpty()) {
      errors.add("Perhaps you meant one of the following valid configurations?");
      errors.addAll(places);
    }
  }
}
