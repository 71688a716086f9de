package org.stanj.compiler.slice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;
import org.stanj.compiler.simplify.Activity;
import org.stanj.compiler.simplify.Aliases;

/**
 * What is known of the function that is cut.
 *
 * @param definitions how often each variable gets a value or is made
 * @param visible names of the functions whose calls keep their place
 */
record FunctionFacts(
    CoreFunction function,
    Aliases aliases,
    Activity activity,
    Occurrences occurrences,
    Map<Var, Integer> definitions,
    Set<String> visible) {
  static FunctionFacts of(CoreFunction function, Set<String> visible) {
    Aliases aliases = new Aliases(function.body());
    return new FunctionFacts(
        function,
        aliases,
        new Activity(function, aliases),
        new Occurrences(function),
        definitions(function),
        visible);
  }

  private static Map<Var, Integer> definitions(CoreFunction function) {
    Map<Var, Integer> definitions = new HashMap<>();
    for (Stmt s : function.body()) {
      s.walk(t -> Variables.defined(t).forEach(v -> definitions.merge(v, 1, Integer::sum)));
    }
    return definitions;
  }
}
