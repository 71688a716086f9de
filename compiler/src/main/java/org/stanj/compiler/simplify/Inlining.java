package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.DifferentiatedFunctions;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Renaming;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Writes the bodies of functions out where they are called, in the functions that carry
 * derivatives: what a callee adds to the target is then seen as such, and sums in it can be
 * reversed in place. Recursive functions and large ones stay calls; those that add to the target
 * never do, nor do those that slices and jobs consist of: their values would be computed once more
 * for the gradient.
 */
public final class Inlining {
  /** Statements up to which a function is written out. */
  private static final int SMALL = 400;

  /** Statements up to which a caller may grow. */
  private static final int LARGE = 5_000;

  /** How much a function has grown, and by what at once it may. */
  private static final class Room {
    private final int most;
    private int grown;

    Room(int most, int size) {
      this.most = most;
      this.grown = size;
    }

    boolean has(int size) {
      return size <= most && grown + size <= LARGE;
    }
  }

  private final CoreProgram program;
  private final Map<String, CoreFunction> done = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> wrappers = new HashSet<>();

  private Inlining(CoreProgram program) {
    this.program = program;
    program.kernels().forEach(k -> wrappers.add(k.value()));
    for (CoreProgram.Callback c : program.callbacks()) {
      if (c.use() == CoreProgram.Callback.Use.JOBS) {
        wrappers.add(c.function());
        wrappers.addAll(c.methods().values());
      }
    }
  }

  public static CoreProgram run(CoreProgram program) {
    Inlining pass = new Inlining(program);
    Map<String, CoreFunction> changed = new LinkedHashMap<>(program.functions());
    DifferentiatedFunctions.of(program).forEach(name -> changed.put(name, pass.inlined(name)));
    return program.withFunctions(changed);
  }

  private CoreFunction inlined(String name) {
    CoreFunction known = done.get(name);
    if (known != null) {
      return known;
    }
    CoreFunction f = program.function(name);
    if (!open.add(name)) {
      return f;
    }
    Names names = new Names();
    names.reserve(f);
    Room room = new Room(wrappers.contains(name) ? LARGE : SMALL, size(f.body()));
    CoreFunction result = f.withBody(list(f.body(), names, room));
    open.remove(name);
    done.put(name, result);
    return result;
  }

  private List<Stmt> list(List<Stmt> body, Names names, Room room) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (s instanceof Stmt.Call call) {
        int start = out.size();
        call(call, names, room, out);
        Lines.from(start, call.line(), out);
      } else {
        out.add(s.mapBodies(b -> list(b, names, room)));
      }
    }
    return out;
  }

  private void call(Stmt.Call call, Names names, Room room, List<Stmt> out) {
    boolean recursive = open.contains(call.function());
    CoreFunction callee = recursive ? program.function(call.function()) : inlined(call.function());
    int size = size(callee.body());
    boolean fits = room.has(size) || addsTarget(callee.body());
    if (recursive || isRecursive(callee) || !fits) {
      out.add(call);
      return;
    }
    room.grown += size;
    writeOut(call, callee, names, out);
  }

  private static boolean isRecursive(CoreFunction f) {
    boolean[] found = {false};
    f.body()
        .forEach(
            s ->
                s.walk(t -> found[0] |= t instanceof Stmt.Call c && c.function().equals(f.name())));
    return found[0];
  }

  private static boolean addsTarget(List<Stmt> body) {
    boolean[] found = {false};
    body.forEach(s -> s.walk(t -> found[0] |= t instanceof Stmt.AddTarget));
    return found[0];
  }

  private static int size(List<Stmt> body) {
    int[] n = {0};
    body.forEach(s -> s.walk(t -> n[0]++));
    return n[0];
  }

  private static void writeOut(Stmt.Call call, CoreFunction callee, Names names, List<Stmt> out) {
    Map<Var, Var> renamed = new HashMap<>();
    for (int i = 0; i < callee.parameters().size(); i++) {
      Var p = callee.parameters().get(i);
      Operand argument = call.arguments().get(i);
      if (argument instanceof Operand.Container c) {
        renamed.put(p, c.variable());
      } else if (argument instanceof Operand.Scalar scalar) {
        Var v = names.local(p.name(), p.type());
        renamed.put(p, v);
        out.add(new Stmt.Assign(v, scalar.value()));
      }
    }
    callee.body().forEach(s -> s.walk(t -> locals(t, renamed, names)));
    Renaming renaming = new Renaming(v -> renamed.getOrDefault(v, v));
    OuterPlaces places = new OuterPlaces(call.where());
    for (Stmt unplaced : callee.body()) {
      Stmt s = places.statement(unplaced);
      if (s instanceof Stmt.Return r) {
        r.value().ifPresent(value -> result(call, value, renaming, out));
      } else {
        out.add(renaming.statement(s));
      }
    }
  }

  private static void locals(Stmt s, Map<Var, Var> renamed, Names names) {
    for (Var v : Variables.defined(s)) {
      if (v.storage() == Var.Storage.LOCAL) {
        renamed.computeIfAbsent(v, k -> names.local(k.name(), k.type()));
      }
    }
  }

  private static void result(Stmt.Call call, Operand value, Renaming renaming, List<Stmt> out) {
    Stmt.Return renamed = (Stmt.Return) renaming.statement(new Stmt.Return(Optional.of(value)));
    Operand given = renamed.value().orElseThrow();
    Var result = call.result().orElseThrow();
    if (given instanceof Operand.Scalar scalar) {
      out.add(new Stmt.Assign(result, scalar.value()));
    } else if (given instanceof Operand.Container c) {
      out.add(Exits.wholeView(result, c.variable()));
    }
  }
}
