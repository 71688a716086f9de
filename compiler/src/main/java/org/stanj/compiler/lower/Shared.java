package org.stanj.compiler.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram.Callback;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/** What the lowering of a whole program gathers. */
final class Shared {
  final LibraryBodies library;
  final String programName;
  final Names functionNames = new Names();
  final Names fieldNames = new Names();
  final Map<String, CoreFunction> functions = new LinkedHashMap<>();

  /** Core names of instances of user functions. */
  final Map<Object, String> instances = new LinkedHashMap<>();

  /** Functions that add to the target and call themselves, as far as that is known. */
  final Set<UserFunction> recursiveTargets = new HashSet<>();

  /** Symbols that some statement assigns to after their declaration. */
  final Set<Symbol> assigned = new HashSet<>();

  /** Fields of data and transformed data. */
  final Map<Symbol, Var> fieldOf = new LinkedHashMap<>();

  /** Data and transformed data of composite types. */
  final List<Declaration> compositeData = new ArrayList<>();

  /** Declarations of the components of composite variables. */
  final Map<Symbol, List<Declaration>> components = new HashMap<>();

  /** Declared sizes of fields, where these are data themselves. */
  final Map<Var, List<Expr>> fieldSizes = new LinkedHashMap<>();

  final List<Var> fields = new ArrayList<>();
  final List<SliceKernel> kernels = new ArrayList<>();
  final List<Callback> callbacks = new ArrayList<>();
  private int flags;

  Shared(LibraryBodies library, String programName) {
    this.library = library;
    this.programName = programName;
  }

  /** A new {@code Once} flag. */
  int flag() {
    return flags++;
  }

  int flags() {
    return flags;
  }

  /**
   * The place of the first thing that a function or one that it calls does and that has a
   * derivative in reverse only; empty if there is none.
   */
  Optional<String> withoutForwardDerivative(String function) {
    Deque<String> open = new ArrayDeque<>(List.of(function));
    Set<String> seen = new HashSet<>();
    List<String> found = new ArrayList<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      CoreFunction f = functions.get(name);
      if (f != null && seen.add(name)) {
        f.body().forEach(s -> s.walk(t -> look(t, open, found)));
      }
    }
    return found.stream().findFirst();
  }

  private static void look(Stmt s, Deque<String> open, List<String> found) {
    open.addAll(Variables.functionsCalled(s));
    if (s instanceof Stmt.Kernel k && k.method().differentiable()) {
      found.add(k.where());
    } else if (s instanceof Stmt.ParallelSum sum) {
      found.add(sum.where());
    }
  }

  /** What was lowered up to some time. */
  record Mark(
      Map<Object, String> instances,
      Map<String, CoreFunction> functions,
      int kernels,
      int callbacks) {}

  Mark mark() {
    return new Mark(
        new LinkedHashMap<>(instances),
        new LinkedHashMap<>(functions),
        kernels.size(),
        callbacks.size());
  }

  /** Forgets what was lowered since. */
  void release(Mark mark) {
    instances.clear();
    instances.putAll(mark.instances());
    functions.clear();
    functions.putAll(mark.functions());
    kernels.subList(mark.kernels(), kernels.size()).clear();
    callbacks.subList(mark.callbacks(), callbacks.size()).clear();
  }
}
