package org.stanj.compiler.slice;

import java.util.Set;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.simplify.Activity;
import org.stanj.compiler.simplify.Aliases;

/**
 * What is known of the function that is cut.
 *
 * @param visible names of the functions whose calls keep their place
 */
record FunctionFacts(
    CoreFunction function,
    Aliases aliases,
    Activity activity,
    Occurrences occurrences,
    Set<String> visible) {
  static FunctionFacts of(CoreFunction function, Set<String> visible) {
    Aliases aliases = new Aliases(function.body());
    return new FunctionFacts(
        function, aliases, new Activity(function, aliases), new Occurrences(function), visible);
  }
}
