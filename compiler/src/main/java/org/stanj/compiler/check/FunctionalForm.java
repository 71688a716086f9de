package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/**
 * A way to call a function that takes a function.
 *
 * @param function the header
 * @param head what the callback's first parameters must be
 * @param callbackResult what the callback must return
 * @param arguments what is passed first, behind the callback
 * @param variadic whether more may follow: what the callback's other parameters take
 */
record FunctionalForm(
    LibraryFunction function,
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

  /** Whether the callback's head and result are as they must be; what follows is its own affair. */
  boolean takes(UserFunction callback) {
    return misfit(callback).isEmpty();
  }

  /** The first thing that is wrong with a callback, as a sentence. */
  Optional<String> misfit(UserFunction callback) {
    List<Symbol> parameters = callback.parameters();
    for (int i = 0; i < Math.min(head.size(), parameters.size()); i++) {
      Symbol parameter = parameters.get(i);
      StanType wanted = head.get(i).type();
      String its = "Its " + Overloads.ordinal(i) + " parameter must ";
      if (!parameter.type().equals(wanted)) {
        return Optional.of(its + "be " + wanted + " but is " + parameter.type() + ".");
      }
      if (parameter.dataOnly() && !head.get(i).dataOnly()) {
        return Optional.of(its + "not be data-only.");
      }
    }
    if (parameters.size() < head.size() || (!variadic && parameters.size() > head.size())) {
      String atLeast = variadic ? "at least " : "";
      return Optional.of(
          "It must take "
              + atLeast
              + head.size()
              + " parameters but takes "
              + parameters.size()
              + ".");
    }
    return callback.result().equals(callbackResult)
        ? Optional.empty()
        : Optional.of(
            "It must return " + callbackResult + " but returns " + callback.result() + ".");
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

  /** The callback's type in lists of functions: {@code vector(real, vector, ...)}. */
  String callback() {
    return callbackResult + "(" + list(head) + (variadic ? ", ..." : "") + ")";
  }

  static String list(List<Slot> slots) {
    return String.join(", ", slots.stream().map(Slot::toString).toList());
  }
}
