package org.stanj.runtime.arguments;

import java.util.List;
import java.util.function.Predicate;

/** A node of the argument tree. */
public sealed interface Argument permits Argument.Value, Argument.Group, Argument.Choice {
  /** As it is typed. */
  String name();

  /** One sentence for help. */
  String description();

  /** The kinds of value; the text is that of help. */
  enum Kind {
    INT("int"),
    UNSIGNED("unsigned int"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    STRING("string"),
    SEED("x");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * {@code name=value}.
   *
   * @param initial the value without being given: Long, Double, Boolean or String, by kind
   * @param shownDefault as help shows it
   * @param validity what is valid, as help and errors show it
   * @param valid whether a value of the right kind is in range
   * @param ours whether CmdStan does not know it: it is shown only where it is given
   */
  record Value(
      String name,
      String description,
      Kind kind,
      Object initial,
      String shownDefault,
      String validity,
      Predicate<Object> valid,
      boolean ours)
      implements Argument {
    /** A value that CmdStan knows. */
    Value(
        String name,
        String description,
        Kind kind,
        Object initial,
        String shownDefault,
        String validity,
        Predicate<Object> valid) {
      this(name, description, kind, initial, shownDefault, validity, valid, false);
    }
  }

  /** A word followed by arguments of its own; without any if it is {@code bare}. */
  record Group(String name, String description, List<Argument> members, boolean bare)
      implements Argument {
    public Group {
      members = List.copyOf(members);
    }
  }

  /** {@code name=option}, followed by the arguments of the option. */
  record Choice(String name, String description, List<Group> options, String initial)
      implements Argument {
    public Choice {
      options = List.copyOf(options);
    }

    /** The names of the options, as help and errors show them. */
    String validity() {
      return String.join(", ", options.stream().map(Group::name).toList());
    }
  }
}
