package org.stanj.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;

/**
 * Finds the functions that will be differentiated: the log density, the slice kernels, the
 * callbacks, and what these call.
 */
public final class DifferentiatedFunctions {
  private DifferentiatedFunctions() {}

  /** Their names. */
  public static Set<String> of(CoreProgram program) {
    Set<String> found = new HashSet<>();
    List<String> work = new ArrayList<>(List.of(Entries.LOG_DENSITY));
    program.kernels().forEach(k -> work.add(k.value()));
    program
        .callbacks()
        .forEach(
            c -> {
              work.add(c.function());
              work.addAll(c.methods().values());
            });
    while (!work.isEmpty()) {
      String name = work.remove(work.size() - 1);
      if (found.add(name)) {
        program
            .function(name)
            .body()
            .forEach(
                s ->
                    s.walk(
                        t -> {
                          if (t instanceof Stmt.Call c) {
                            work.add(c.function());
                          }
                        }));
      }
    }
    return found;
  }
}
