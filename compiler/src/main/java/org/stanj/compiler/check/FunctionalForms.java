package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.library.FunctionType;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.UserFunction;

/** The forms of the library's functions that take one function of the program, by their headers. */
final class FunctionalForms {
  private FunctionalForms() {}

  static boolean has(Library library, String name) {
    return library.functions(name).stream().anyMatch(LibraryFunction::functional);
  }

  /**
   * The forms of a function, of which the number of arguments chooses.
   *
   * @param callback decides what a type variable stands for
   */
  static List<FunctionalForm> of(Library library, String name, UserFunction callback) {
    return library.functions(name).stream().map(f -> form(f, callback)).toList();
  }

  private static FunctionalForm form(LibraryFunction f, UserFunction callback) {
    FunctionType type = FunctionType.of(f.parameters().get(0).type());
    List<FunctionalForm.Slot> head = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      head.add(slot(type.parameters().get(i).type(), callback, i));
    }
    List<FunctionalForm.Slot> arguments = new ArrayList<>();
    for (LibraryFunction.Parameter p : f.parameters().subList(1, f.parameters().size())) {
      if (!p.rest()) {
        arguments.add(slot(p.type(), callback, 0));
      }
    }
    StanType result = Pattern.of(type.result()).type();
    return new FunctionalForm(
        f, head, result, arguments, type.variadic(), Pattern.of(f.result()).type());
  }

  /** A slice is whatever array the callback takes. */
  private static FunctionalForm.Slot slot(String text, UserFunction callback, int position) {
    Pattern pattern = Pattern.of(text);
    boolean variable = pattern.kind() == Pattern.Kind.VARIABLE;
    if (variable && position < callback.parameters().size()) {
      FunctionalForm.Slot own = FunctionalForm.Slot.of(callback.parameters().get(position));
      if (own.type().isArray()) {
        return own;
      }
    }
    return new FunctionalForm.Slot(
        pattern.type(), pattern.dataOnly() || (pattern.type().isInt() && !variable));
  }
}
