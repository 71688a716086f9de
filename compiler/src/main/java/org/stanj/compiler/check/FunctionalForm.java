package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/**
 * A way to call a function that takes a function.
 *
 * @param head what the callback's first parameters must be
 * @param callbackResult what the callback must return
 * @param arguments what is passed first, behind the callback
 * @param variadic whether more may follow: what the callback's other parameters take
 */
record FunctionalForm(
    List<Slot> head,
    StanType callbackResult,
    List<Slot> arguments,
    boolean variadic,
    StanType result) {

  /** A parameter. */
  record Slot(StanType type, boolean dataOnly) {
    static Slot of(Symbol parameter) {
      return new Slot(parameter.type(), parameter.dataOnly());
    }

    @Override
    public String toString() {
      return (dataOnly && !type.isInt() ? "data " : "") + type;
    }
  }

  /** A form whose callback has other parameters, which the call gives behind its own. */
  static FunctionalForm variadic(String head, String arguments, StanType result) {
    return new FunctionalForm(slots(head), StanType.VECTOR, slots(arguments), true, result);
  }

  /** A form without further parameters. */
  static FunctionalForm fixed(
      String head, StanType callbackResult, String arguments, StanType result) {
    return new FunctionalForm(slots(head), callbackResult, slots(arguments), false, result);
  }

  /** Parameters as text with a semicolon between them: {@code vector; data array[] real}. */
  private static List<Slot> slots(String text) {
    return Stream.of(text.split("; "))
        .map(Pattern::of)
        .map(pattern -> new Slot(pattern.type(), pattern.dataOnly() || pattern.type().isInt()))
        .toList();
  }

  /** Whether the callback's head and result are as they must be; what follows is its own affair. */
  boolean takes(UserFunction callback) {
    List<Symbol> parameters = callback.parameters();
    boolean count = variadic ? parameters.size() >= head.size() : parameters.size() == head.size();
    if (!count || !callback.result().equals(callbackResult)) {
      return false;
    }
    for (int i = 0; i < head.size(); i++) {
      Slot slot = head.get(i);
      Symbol parameter = parameters.get(i);
      if (!parameter.type().equals(slot.type()) || (parameter.dataOnly() && !slot.dataOnly())) {
        return false;
      }
    }
    return true;
  }

  /** All that is passed behind the callback. */
  List<Slot> expected(UserFunction callback) {
    List<Slot> all = new ArrayList<>(arguments);
    callback.parameters().stream().skip(head.size()).map(Slot::of).forEach(all::add);
    return all;
  }

  /** The callback's signature, for messages. */
  String signature() {
    return "(" + list(head) + (variadic ? ", ..." : "") + ") => " + callbackResult;
  }

  static String list(List<Slot> slots) {
    return String.join(", ", slots.stream().map(Slot::toString).toList());
  }
}
