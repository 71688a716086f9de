package org.stanj.runtime.arguments;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.stanj.runtime.arguments.Argument.Choice;
import org.stanj.runtime.arguments.Argument.Group;
import org.stanj.runtime.arguments.Argument.Kind;
import org.stanj.runtime.arguments.Argument.Value;
import org.stanj.runtime.io.RealFormat;

/** How the rows of {@link ArgumentTable} are written. */
final class Row {
  private Row() {}

  /** A positive integer. */
  static Value count(String name, String description, long initial) {
    return integer(name, description, initial, "0 < " + name, v -> v > 0);
  }

  /** An integer that may be 0 although help says otherwise, as in CmdStan. */
  static Value countOrZero(String name, String description, long initial) {
    return integer(name, description, initial, "0 < " + name, v -> v >= 0);
  }

  /** An integer with a range of its own. */
  static Value integer(
      String name, String description, long initial, String validity, DoublePredicate valid) {
    return number(name, description, Kind.INT, initial, new Range(validity, valid));
  }

  /** The width of a window: not negative. */
  static Value width(String name, String description, long initial) {
    return number(name, description, Kind.UNSIGNED, initial, new Range("0 < " + name, v -> v >= 0));
  }

  /** A positive real. */
  static Value positive(String name, String description, double initial) {
    return number(name, description, Kind.DOUBLE, initial, new Range("0 < " + name, v -> v > 0));
  }

  /** A positive real whose default help shows in another form. */
  static Value positive(String name, String description, double initial, String shown) {
    Value v = positive(name, description, initial);
    return new Value(name, description, v.kind(), initial, shown, v.validity(), v.valid());
  }

  /** A finite real; there is none, and the value is 0, unless it is given. */
  static Value limit(String name, String description, String validity, DoublePredicate valid) {
    DoublePredicate finite = v -> Double.isFinite(v) && valid.test(v);
    Value v = number(name, description, Kind.DOUBLE, 0.0, new Range(validity, finite));
    return new Value(name, description, v.kind(), 0.0, "none", v.validity(), v.valid());
  }

  /** A real between two bounds, both included. */
  static Value between(String name, String description, double initial, double low, double high) {
    String validity = String.format(Locale.ROOT, "%f <= %s <= %f", low, name, high);
    DoublePredicate valid = v -> v >= low && v <= high;
    return number(name, description, Kind.DOUBLE, initial, new Range(validity, valid));
  }

  private static Value number(
      String name, String description, Kind kind, Number initial, Range range) {
    String shown =
        initial instanceof Long ? initial.toString() : new RealFormat(6).text((Double) initial);
    return new Value(
        name,
        description,
        kind,
        initial,
        shown,
        range.text(),
        v -> v instanceof Number n && range.valid().test(n.doubleValue()));
  }

  /** What numbers are valid, for the reader and for the program. */
  private record Range(String text, DoublePredicate valid) {}

  /** A switch. */
  static Value flag(String name, String description, boolean initial) {
    return new Value(
        name,
        description,
        Kind.BOOLEAN,
        initial,
        Boolean.toString(initial),
        "[0, 1, false, true]",
        v -> true);
  }

  /** A text. */
  static Value text(
      String name, String description, String initial, String shown, String validity) {
    return new Value(name, description, Kind.STRING, initial, shown, validity, v -> true);
  }

  /** One of several words. */
  static Value word(
      String name, String description, String initial, String validity, Predicate<String> valid) {
    return new Value(
        name,
        description,
        Kind.STRING,
        initial,
        initial,
        validity,
        v -> v instanceof String s && valid.test(s));
  }

  /** The same as an argument that CmdStan does not know. */
  static Value ours(Value v) {
    return new Value(
        v.name(),
        v.description(),
        v.kind(),
        v.initial(),
        v.shownDefault(),
        v.validity(),
        v.valid(),
        true);
  }

  /** A word with arguments of its own. */
  static Group group(String name, String description, Argument... members) {
    return new Group(name, description, List.of(members), false);
  }

  /** An option without arguments, which the configuration does not repeat as a line. */
  static Group bare(String name, String description) {
    return new Group(name, description, List.of(), true);
  }

  /** A choice between options. */
  static Choice choice(String name, String description, String initial, Group... options) {
    return new Choice(name, description, List.of(options), initial);
  }
}
