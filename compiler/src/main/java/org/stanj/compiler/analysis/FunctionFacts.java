package org.stanj.compiler.analysis;

import java.util.Set;
import org.stanj.compiler.core.CoreFunction;

/**
 * What is known of a function as a whole.
 *
 * @param activity what depends on its real parameters
 * @param visible names of the functions whose calls keep their place
 */
public record FunctionFacts(
    CoreFunction function,
    Aliases aliases,
    Activity activity,
    Definitions definitions,
    Occurrences occurrences,
    Set<String> visible) {
  public static FunctionFacts of(CoreFunction function, Set<String> visible) {
    return new FunctionFacts(
        function,
        new Aliases(function.body()),
        Activity.of(function),
        new Definitions(function),
        new Occurrences(function),
        visible);
  }
}
