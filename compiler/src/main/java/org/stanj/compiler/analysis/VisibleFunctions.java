package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Variables;

/** Finds the functions that print, draw random numbers or add to the target. */
public final class VisibleFunctions {
  private VisibleFunctions() {}

  /** Their names, and those of the functions that call them. */
  public static Set<String> of(CoreProgram program) {
    Set<String> found = new HashSet<>();
    Map<String, Set<String>> calls = new HashMap<>();
    for (CoreFunction f : program.functions().values()) {
      Set<String> called = new HashSet<>();
      f.body().forEach(s -> s.walk(t -> look(f.name(), t, found, called)));
      calls.put(f.name(), called);
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Set<String>> f : calls.entrySet()) {
        more |= f.getValue().stream().anyMatch(found::contains) && found.add(f.getKey());
      }
    }
    return found;
  }

  /** Whether the statement itself has an effect that must keep its place and number. */
  public static boolean isVisible(Stmt s) {
    return s instanceof Stmt.Print
        || s instanceof Compound.Profile
        || s instanceof Stmt.ReadData
        || s instanceof Stmt.Push
        || s instanceof Stmt.Pop
        || s instanceof Stmt.PushContainer
        || s instanceof Stmt.PopContainer
        || (s instanceof Stmt.Kernel k && k.method().random());
  }

  private static void look(String f, Stmt s, Set<String> found, Set<String> called) {
    called.addAll(Variables.functionsCalled(s));
    boolean[] visible = {isVisible(s) || s instanceof Stmt.AddTarget};
    s.forEachExpression(
        e ->
            e.walk(x -> visible[0] |= x instanceof Expr.Apply apply && apply.primitive().random()));
    if (visible[0]) {
      found.add(f);
    }
  }
}
