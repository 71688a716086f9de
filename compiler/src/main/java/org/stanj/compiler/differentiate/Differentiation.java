package org.stanj.compiler.differentiate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Activity;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Callback;
import org.stanj.compiler.core.CoreProgram.Callback.Use;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Renaming;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.stdlib.abi.BoundCallback.Method;

/**
 * Adds the gradient entry, the gradients of slice kernels, and the vector-Jacobian products of the
 * functions that these call.
 */
public final class Differentiation {
  /** Which parameters of a callback's function have directions: the leading ones. */
  private static final List<Boolean> LEAD = List.of(true);

  private final CoreProgram program;
  private final Derivatives derivatives;
  private final Map<String, CoreFunction> made = new LinkedHashMap<>();
  private final Map<List<Object>, String> names = new LinkedHashMap<>();
  private final Map<Integer, Map<Method, String>> callbackMethods = new HashMap<>();
  private final Names functionNames = new Names();
  private final Deque<Runnable> work = new ArrayDeque<>();

  private Differentiation(CoreProgram program, Derivatives derivatives) {
    this.program = program;
    this.derivatives = derivatives;
    program.functions().keySet().forEach(functionNames::fresh);
    functionNames.fresh(Entries.GRADIENT);
  }

  public static CoreProgram run(CoreProgram program, Derivatives derivatives) {
    return new Differentiation(program, derivatives).all();
  }

  private CoreProgram all() {
    made.putAll(program.functions());
    gradient();
    List<SliceKernel> kernels = new ArrayList<>();
    for (SliceKernel k : program.kernels()) {
      kernels.add(kernel(k));
    }
    for (int id = 0; id < program.callbacks().size(); id++) {
      Callback callback = program.callbacks().get(id);
      if (callback.use() != Use.JOBS) {
        product(id, Method.LEAD_VJP, callback.function(), false);
      }
      if (callback.use() == Use.CURVED) {
        curved(id, callback.function());
      }
    }
    while (!work.isEmpty()) {
      work.pop().run();
    }
    return new CoreProgram(
        program.name(),
        program.fields(),
        made,
        kernels,
        callbacks(),
        program.variables(),
        program.flags());
  }

  private List<Callback> callbacks() {
    List<Callback> all = new ArrayList<>();
    for (int id = 0; id < program.callbacks().size(); id++) {
      Callback c = program.callbacks().get(id);
      Map<Method, String> methods = new EnumMap<>(c.methods());
      methods.putAll(callbackMethods.getOrDefault(id, Map.of()));
      all.add(new Callback(c.function(), c.use(), methods));
    }
    return all;
  }

  /** Makes a method of a callback: the product of a function of its parameters and more. */
  private void product(int id, Method method, String function, boolean byFrame) {
    List<Boolean> active = new ArrayList<>(List.of(true, byFrame));
    while (active.size() < find(function).parameters().size()) {
      active.add(false);
    }
    String name = vjps().vjp(function, active);
    callbackMethods.computeIfAbsent(id, k -> new EnumMap<>(Method.class)).put(method, name);
  }

  /** Derivatives of directional derivatives by the leading arguments. */
  private void curved(int id, String function) {
    String first = tangent(function, LEAD);
    product(id, Method.LEAD_HESSIAN, first, false);
    product(id, Method.HESSIAN, first, true);
    String second = tangent(first, LEAD);
    product(id, Method.LEAD_THIRD, second, false);
    product(id, Method.THIRD, second, true);
  }

  /**
   * The name of a function's derivative in a direction.
   *
   * @param active which of its parameters have directions; those behind the last have none
   */
  private String tangent(String function, List<Boolean> active) {
    CoreFunction f = find(function);
    List<Boolean> all = new ArrayList<>(active);
    while (all.size() < f.parameters().size()) {
      all.add(false);
    }
    List<Object> key = List.of("tangent", function, all);
    String known = names.get(key);
    if (known != null) {
      return known;
    }
    String name = functionNames.fresh(function + "_tangent");
    names.put(key, name);
    made.put(name, Tangents.of(f, name, all, derivatives, this::tangent));
    return name;
  }

  /** A function of the program, or one made from these. */
  private CoreFunction find(String name) {
    CoreFunction f = made.get(name);
    return f == null ? program.function(name) : f;
  }

  /** The log density with its gradient: the entry of samplers. */
  private void gradient() {
    CoreFunction f = program.function(Entries.LOG_DENSITY);
    Names locals = locals(f);
    Var adjoint = locals.local("adjoint", CoreType.REALS);
    List<Var> parameters = new ArrayList<>(f.parameters());
    parameters.add(1, adjoint);
    Var q = f.parameters().get(0);
    List<Stmt> body =
        bothSweeps(TargetSum.of(f.body()), f.parameters(), Map.of(q, adjoint), Exprs.ONE, locals);
    made.put(
        Entries.GRADIENT,
        new CoreFunction(Entries.GRADIENT, parameters, Optional.of(CoreType.REAL), body));
  }

  private SliceKernel kernel(SliceKernel k) {
    CoreFunction f = program.function(k.value());
    return new SliceKernel(k.value(), Optional.of(gradient(f, f.parameters().subList(0, 1))));
  }

  /** The gradient of the value of jobs, by the leading arguments and the active frame. */
  private void gradient(int id, String value) {
    Map<Method, String> methods = callbackMethods.get(id);
    if (!methods.containsKey(Method.GRADIENT)) {
      CoreFunction f = program.function(value);
      methods.put(Method.GRADIENT, gradient(f, f.parameters().subList(0, 2)));
    }
  }

  /**
   * The name of a function with the value and its gradient, which is added to further parameters.
   *
   * @param f what it returns is a sum whose adjoint is 1
   * @param by containers among its parameters
   */
  private String gradient(CoreFunction f, List<Var> by) {
    Names locals = locals(f);
    List<Var> parameters = new ArrayList<>(f.parameters());
    Map<Var, Var> adjoints = new LinkedHashMap<>();
    for (Var v : by) {
      Var adjoint = locals.local("d_" + v.name(), CoreType.REALS);
      parameters.add(adjoint);
      adjoints.put(v, adjoint);
    }
    List<Stmt> body = bothSweeps(TargetSum.ofSlice(f), f.parameters(), adjoints, Exprs.ONE, locals);
    String name = functionNames.fresh(f.name() + "_gradient");
    made.put(name, new CoreFunction(name, parameters, Optional.of(CoreType.REAL), body));
    return name;
  }

  private static Names locals(CoreFunction f) {
    Names locals = new Names();
    locals.reserve(f);
    locals.fresh(Target.VARIABLE.name());
    return locals;
  }

  /** A body that ends by returning the value, with the reverse sweep before. */
  private List<Stmt> bothSweeps(
      List<Stmt> body, List<Var> parameters, Map<Var, Var> adjoints, Expr seed, Names locals) {
    List<Stmt> grouped = TargetSum.grouped(body);
    Activity first = Activity.of(grouped, adjoints.keySet(), Set.of());
    List<Stmt> flat = Flatten.flatten(grouped, parameters, first, locals);
    Activity flow = Activity.of(flat, adjoints.keySet(), Set.of());
    Reverse reverse = new Reverse(flat, flow, locals, derivatives, vjps(), seed);
    adjoints.forEach(reverse::adjointOf);
    List<Stmt> all = new ArrayList<>();
    all.add(Target.start());
    all.addAll(reverse.sweeps(flat, List.of()));
    all.add(Target.end());
    return all;
  }

  private VjpNames vjps() {
    return new VjpNames() {
      @Override
      public CoreFunction function(String name) {
        return find(name);
      }

      @Override
      public String vjp(String name, List<Boolean> active) {
        return names.computeIfAbsent(List.of(name, active), k -> request(name, active));
      }

      @Override
      public void needsVjp(Operand argument) {
        if (argument instanceof Operand.Function f) {
          Callback callback = program.callbacks().get(f.id());
          product(f.id(), Method.VJP, callback.function(), true);
          if (callback.use() == Use.JOBS) {
            gradient(f.id(), callback.methods().get(Method.VALUE));
          }
        }
      }
    };
  }

  private String request(String name, List<Boolean> active) {
    String vjp = functionNames.fresh(name + "_vjp");
    work.push(() -> made.put(vjp, vjpOf(find(name), vjp, active)));
    return vjp;
  }

  /**
   * Parameters of the product: those of the function, the adjoint of its result, and for each
   * active parameter the container its adjoint is added to (one element for a scalar).
   */
  private CoreFunction vjpOf(CoreFunction f, String name, List<Boolean> active) {
    Names locals = locals(f);
    CoreType type = f.result().orElseThrow();
    Var given = locals.local("d_result", type);
    List<Var> parameters = new ArrayList<>(f.parameters());
    parameters.add(given);
    Map<Var, Var> adjoints = new LinkedHashMap<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        Var p = f.parameters().get(i);
        CoreType container = p.isScalar() ? CoreType.REALS : p.type();
        Var adjoint = locals.local("d_" + p.name(), container);
        parameters.add(adjoint);
        adjoints.put(p, adjoint);
      }
    }
    List<Stmt> body = vjpBody(f, given, adjoints, locals);
    return new CoreFunction(name, parameters, Optional.empty(), body);
  }

  private List<Stmt> vjpBody(CoreFunction f, Var given, Map<Var, Var> adjoints, Names locals) {
    boolean scalar = given.isScalar();
    Optional<Var> returned =
        scalar ? Optional.empty() : Optional.of(locals.local("returned", given.type()));
    List<Stmt> plain =
        returned.map(r -> TargetSum.ofResult(f, r)).orElseGet(() -> TargetSum.ofResult(f));
    List<Stmt> boxes = new ArrayList<>();
    Map<Var, Var> containers = new LinkedHashMap<>();
    List<Stmt> boxed = boxed(plain, adjoints, locals, boxes, containers);
    List<Stmt> grouped = TargetSum.grouped(TargetSum.silent(boxed));
    Set<Var> dependent = returned.map(Set::of).orElse(Set.of());
    List<Var> parameters = new ArrayList<>(f.parameters());
    parameters.addAll(containers.keySet());
    Activity first = Activity.of(grouped, containers.keySet(), dependent);
    List<Stmt> flat = Flatten.flatten(grouped, parameters, first, locals);
    Activity flow = Activity.of(flat, containers.keySet(), dependent);
    Expr seed = scalar ? Exprs.read(given) : Exprs.ONE;
    Reverse reverse = new Reverse(flat, flow, locals, derivatives, vjps(), seed);
    containers.forEach(reverse::adjointOf);
    List<Stmt> atTurn = new ArrayList<>();
    returned
        .filter(flow::isActive)
        .ifPresent(r -> atTurn.add(receive(reverse.adjoint(r), given, locals)));
    List<Stmt> all = new ArrayList<>(boxes);
    all.add(Target.start());
    all.addAll(reverse.sweeps(flat, atTurn));
    return all;
  }

  /** Active scalar parameters are read from containers of one element, as their adjoints are. */
  private static List<Stmt> boxed(
      List<Stmt> body,
      Map<Var, Var> adjoints,
      Names locals,
      List<Stmt> boxes,
      Map<Var, Var> containers) {
    List<Stmt> out = new ArrayList<>();
    Map<Var, Var> renamed = new LinkedHashMap<>();
    adjoints.forEach(
        (p, adjoint) -> {
          if (!p.isScalar()) {
            containers.put(p, adjoint);
            return;
          }
          Var box = locals.local(p.name() + "_box", CoreType.REALS);
          Var copy = locals.local(p.name(), CoreType.REAL);
          boxes.add(new Stmt.Declare(box, List.of(Exprs.integer(1)), Stmt.Fill.NONE));
          boxes.add(new Stmt.Store(box, List.of(Exprs.integer(0)), Exprs.read(p)));
          out.add(new Stmt.Assign(copy, Exprs.load(box, Exprs.integer(0))));
          containers.put(box, adjoint);
          renamed.put(p, copy);
        });
    Renaming renaming = new Renaming(v -> renamed.getOrDefault(v, v));
    out.addAll(renaming.list(body));
    return out;
  }

  private static Stmt receive(Var adjoint, Var given, Names locals) {
    Var i = locals.local("i", CoreType.INT);
    Expr at = Exprs.read(i);
    Expr last = Exprs.subtractInt(Exprs.product(Calls.dims(adjoint)), Exprs.integer(1));
    Stmt add = new Stmt.Accumulate(adjoint, List.of(at), Exprs.load(given, at));
    return new Compound.For(i, Exprs.integer(0), last, false, List.of(add), LoopFacts.UNKNOWN);
  }
}
