package org.stanj.compiler.emit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** What functions do, themselves or through what they call. */
final class Facts {
  private final Map<String, Set<Kind>> allocated = new HashMap<>();
  private final Set<String> fieldSetters = new HashSet<>();

  Facts(CoreProgram program) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (CoreFunction function : program.functions().values()) {
        changed |= update(function);
      }
    }
  }

  private boolean update(CoreFunction function) {
    boolean changed =
        allocated
            .computeIfAbsent(function.name(), n -> EnumSet.noneOf(Kind.class))
            .addAll(allocatedIn(function.body()));
    boolean[] sets = {false};
    walk(function.body(), s -> sets[0] |= setsField(s));
    return (sets[0] && fieldSetters.add(function.name())) || changed;
  }

  private boolean setsField(Stmt statement) {
    return statement instanceof Stmt.Call call && fieldSetters.contains(call.function())
        || Uses.made(statement).filter(v -> !Uses.isLocal(v)).isPresent();
  }

  /** Whether a statement is a loop over a block, or over a part of one. */
  static boolean isStage(Stmt statement) {
    return statement instanceof Compound.For loop && loop.facts().isStage();
  }

  /** Whether a call of the function can change a field. */
  boolean setsFields(String function) {
    return fieldSetters.contains(function);
  }

  /** The arenas from which statements allocate. */
  Set<Kind> allocatedIn(List<Stmt> body) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    walk(
        body,
        s -> {
          if (s instanceof Stmt.Declare declare && Uses.isLocal(declare.variable())) {
            kinds.add(declare.variable().type().kind());
          } else if (s instanceof Stmt.Call call) {
            kinds.addAll(allocated.getOrDefault(call.function(), Set.of()));
          }
        });
    return kinds;
  }

  /** The fields that a function itself uses. */
  static Set<Var> fields(CoreFunction function) {
    Set<Var> fields = new LinkedHashSet<>();
    walk(
        function.body(),
        s ->
            Uses.reads(
                s,
                v -> {
                  if (!Uses.isLocal(v)) {
                    fields.add(v);
                  }
                }));
    return fields;
  }

  private static void walk(List<Stmt> body, Consumer<Stmt> f) {
    body.forEach(s -> s.walk(f));
  }
}
