package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Passes the last arguments of functions with more parameters than HotSpot's optimising compiler
 * takes over the stacks: the caller pushes them just before the call, the function pops them first.
 */
final class WideSignatures {
  /**
   * Arguments of a call beside the model and the scratch. The JVM takes 255 slots, but C2 gives up
   * both a method and its callers ("unsupported calling sequence") where its register masks do not
   * reach the last argument: on x86-64 they have room for 32 on the machine's stack, behind 6 in
   * registers.
   */
  static final int ARGUMENTS = 32;

  private final CoreProgram program;

  /** Number of parameters that stay, of the functions that have too many. */
  private final Map<String, Integer> kept = new TreeMap<>();

  private WideSignatures(CoreProgram program) {
    this.program = program;
    program.functions().values().forEach(this::measure);
  }

  static CoreProgram narrow(CoreProgram program) {
    WideSignatures wide = new WideSignatures(program);
    return wide.kept.isEmpty() ? program : program.mapFunctions(wide::narrow);
  }

  private void measure(CoreFunction function) {
    int arguments = 0;
    for (int i = 0; i < function.parameters().size(); i++) {
      arguments += Layout.arguments(function.parameters().get(i).type());
      if (arguments > ARGUMENTS) {
        kept.put(function.name(), i);
        return;
      }
    }
  }

  private CoreFunction narrow(CoreFunction function) {
    FreshNames names = FreshNames.of(function);
    List<Stmt> body = calls(function.body(), names);
    Integer stay = kept.get(function.name());
    if (stay == null) {
      return function.withBody(body);
    }
    List<Var> parameters = function.parameters();
    List<Stmt> all = new ArrayList<>();
    for (int i = parameters.size() - 1; i >= stay; i--) {
      Var p = parameters.get(i);
      all.add(p.isScalar() ? new Stmt.Pop(p) : new Stmt.PopContainer(p));
    }
    all.addAll(body);
    return new CoreFunction(function.name(), parameters.subList(0, stay), function.result(), all);
  }

  private List<Stmt> calls(List<Stmt> body, FreshNames names) {
    List<Stmt> rewritten = new ArrayList<>();
    for (Stmt statement : body) {
      Stmt inner = statement.mapBodies(b -> calls(b, names));
      if (inner instanceof Stmt.Call call && kept.containsKey(call.function())) {
        call(call, names, rewritten);
      } else {
        rewritten.add(inner);
      }
    }
    return rewritten;
  }

  private void call(Stmt.Call call, FreshNames names, List<Stmt> to) {
    int stay = kept.get(call.function());
    List<Var> parameters = program.function(call.function()).parameters();
    for (int i = stay; i < parameters.size(); i++) {
      to.add(push(call.arguments().get(i), parameters.get(i).type(), names));
    }
    Optional<Var> result = call.result();
    to.add(
        new Stmt.Call(
            result, call.function(), call.arguments().subList(0, stay), call.where(), call.line()));
  }

  private static Stmt push(Operand argument, CoreType type, FreshNames names) {
    if (argument instanceof Operand.Scalar scalar) {
      return new Stmt.Push(scalar.value());
    }
    if (argument instanceof Operand.Container container) {
      return new Stmt.PushContainer(container.variable());
    }
    return new Stmt.PushContainer(Var.local(names.fresh("absent"), type));
  }
}
