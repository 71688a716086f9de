package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Activity;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Forward mode: a function's directional derivative, written beside its value.
 *
 * <p>Of a function with parameters p the result is one with parameters p and a direction for each
 * active one, which returns the derivative of the value in that direction (the Jacobian-vector
 * product). It is plain core again: it can be differentiated once more, forward or in reverse,
 * which is how second and third derivatives are made.
 *
 * <p>Source: Griewank and Walther 2008, Evaluating Derivatives, section 3.1.
 */
final class Tangents {
  /** What a function needs for its derivative and the pass cannot give. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported(String what) {
      super(what, null, false, false);
    }
  }

  /** Finds the derivatives of called functions, which are made on demand. */
  interface Functions {
    /**
     * @param active which of the parameters have directions
     */
    String tangent(String function, List<Boolean> active);
  }

  private final Activity flow;
  private final Names names;
  private final Derivatives derivatives;
  private final Functions functions;
  private final Map<Var, Var> tangents = new HashMap<>();
  private List<Stmt> out = new ArrayList<>();

  private Tangents(Activity flow, Names names, Derivatives derivatives, Functions functions) {
    this.flow = flow;
    this.names = names;
    this.derivatives = derivatives;
    this.functions = functions;
  }

  /**
   * The derivative of a function with a result.
   *
   * @param active which parameters have directions; these follow the parameters, in their order
   * @throws Unsupported if it calls what has no forward derivative
   */
  static CoreFunction of(
      CoreFunction f,
      String name,
      List<Boolean> active,
      Derivatives derivatives,
      Functions functions) {
    Names names = new Names();
    names.reserve(f);
    List<Var> parameters = new ArrayList<>(f.parameters());
    Map<Var, Var> directions = new LinkedHashMap<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        Var p = f.parameters().get(i);
        Var direction = names.local("t_" + p.name(), p.type());
        directions.put(p, direction);
        parameters.add(direction);
      }
    }
    Var returned = names.local("returned", f.result().orElseThrow());
    List<Stmt> body = TargetSum.silent(named(f, returned));
    Set<Var> results = Set.of(returned);
    Activity first = Activity.of(body, directions.keySet(), results);
    List<Stmt> flat = Flatten.flatten(body, f.parameters(), first, names);
    Activity flow = Activity.of(flat, directions.keySet(), results);
    Tangents pass = new Tangents(flow, names, derivatives, functions);
    pass.tangents.putAll(directions);
    List<Stmt> all = new ArrayList<>(pass.list(flat));
    all.addAll(pass.giveBack(returned));
    return new CoreFunction(name, parameters, f.result(), all);
  }

  /** The body with a name for what it returns. */
  private static List<Stmt> named(CoreFunction f, Var returned) {
    if (!returned.isScalar()) {
      return TargetSum.ofResult(f, returned);
    }
    List<Stmt> body = new ArrayList<>(f.body());
    Stmt.Return last = (Stmt.Return) body.remove(body.size() - 1);
    body.add(new Stmt.Assign(returned, ((Operand.Scalar) last.value().orElseThrow()).value()));
    return body;
  }

  private List<Stmt> giveBack(Var returned) {
    List<Stmt> end = new ArrayList<>();
    Operand value;
    if (returned.isScalar()) {
      value = new Operand.Scalar(tangent(Exprs.read(returned)));
    } else if (flow.isActive(returned)) {
      Var whole = names.local("t_whole", returned.type());
      end.add(Exits.wholeView(whole, tangentOf(returned)));
      value = new Operand.Container(whole);
    } else {
      Var zero = names.local("t_whole", returned.type());
      end.add(new Stmt.Declare(zero, Calls.dims(returned), Stmt.Fill.ZERO));
      value = new Operand.Container(zero);
    }
    end.add(new Stmt.Return(Optional.of(value)));
    return end;
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> outer = out;
    out = new ArrayList<>();
    for (Stmt s : body) {
      int start = out.size();
      statement(s);
      Lines.from(start, s.line(), out);
    }
    List<Stmt> written = out;
    out = outer;
    return written;
  }

  private Var tangentOf(Var v) {
    return tangents.computeIfAbsent(v, k -> names.local("t_" + k.name(), k.type()));
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Call c) {
      call(c);
    } else if (s instanceof Stmt.Kernel || s instanceof Stmt.ParallelSum) {
      refuseIfActive(s);
      out.add(s);
    } else if (s instanceof Stmt.Copy c) {
      out.add(c);
      copy(c);
    } else if (s instanceof Stmt.Declare || s instanceof Stmt.View) {
      out.add(s);
      room(s);
    } else if (s instanceof Stmt.AddTarget) {
      throw new Unsupported("target");
    } else {
      out.add(s.mapBodies(this::list));
      scalar(s);
    }
  }

  private void scalar(Stmt s) {
    if (s instanceof Stmt.Assign a && flow.isActive(a.variable())) {
      out.add(new Stmt.Assign(tangentOf(a.variable()), tangent(a.variable(), a.value())));
    } else if (s instanceof Stmt.Increment i && flow.isActive(i.variable())) {
      out.add(new Stmt.Increment(tangentOf(i.variable()), tangent(i.value())));
    } else if (s instanceof Stmt.Store t && flow.isActive(t.container())) {
      out.add(new Stmt.Store(tangentOf(t.container()), t.at(), tangent(t.value())));
    } else if (s instanceof Stmt.Accumulate t && flow.isActive(t.container())) {
      out.add(new Stmt.Accumulate(tangentOf(t.container()), t.at(), tangent(t.value())));
    } else if (s instanceof Stmt.FillAll f && flow.isActive(f.container())) {
      out.add(new Stmt.FillAll(tangentOf(f.container()), tangent(f.value())));
    }
  }

  private void room(Stmt s) {
    if (s instanceof Stmt.Declare d && flow.isActive(d.variable())) {
      out.add(new Stmt.Declare(tangentOf(d.variable()), d.sizes(), Stmt.Fill.ZERO));
    } else if (s instanceof Stmt.View v && flow.isActive(v.variable())) {
      Var t = tangentOf(v.variable());
      out.add(
          flow.isActive(v.of())
              ? new Stmt.View(t, tangentOf(v.of()), v.offset(), v.sizes())
              : new Stmt.Declare(t, v.sizes(), Stmt.Fill.ZERO));
    }
  }

  private void copy(Stmt.Copy c) {
    if (flow.isActive(c.to())) {
      Var to = tangentOf(c.to());
      out.add(
          flow.isActive(c.from())
              ? new Stmt.Copy(to, tangentOf(c.from()))
              : new Stmt.FillAll(to, Exprs.ZERO));
    }
  }

  private void refuseIfActive(Stmt s) {
    boolean[] active = {false};
    for (Var v : Variables.defined(s)) {
      active[0] |= flow.isActive(v);
    }
    for (Var v : Variables.elementsWritten(s)) {
      active[0] |= flow.isActive(v);
    }
    if (active[0]) {
      throw new Unsupported(s instanceof Stmt.Kernel k ? k.method().method() : "reduce_sum");
    }
  }

  private void call(Stmt.Call c) {
    out.add(c);
    boolean active = c.result().map(flow::isActive).orElse(false);
    if (!active) {
      return;
    }
    List<Boolean> directions = c.arguments().stream().map(flow::isActive).toList();
    List<Operand> arguments = new ArrayList<>(c.arguments());
    for (int i = 0; i < directions.size(); i++) {
      if (directions.get(i)) {
        Operand o = c.arguments().get(i);
        arguments.add(
            o instanceof Operand.Container v
                ? new Operand.Container(tangentOf(v.variable()))
                : new Operand.Scalar(tangent(((Operand.Scalar) o).value())));
      }
    }
    String tangent = functions.tangent(c.function(), directions);
    Optional<Var> result = c.result().map(this::tangentOf);
    out.add(new Stmt.Call(result, tangent, arguments, c.where()));
  }

  /** The derivative of an atom. */
  private Expr tangent(Expr atom) {
    return atom instanceof Expr.Read r && flow.isActive(r.variable())
        ? Exprs.read(tangentOf(r.variable()))
        : Exprs.ZERO;
  }

  /** The derivative of an operation over atoms, whose value is {@code result}. */
  private Expr tangent(Var result, Expr e) {
    if (e instanceof Expr.Load l) {
      return flow.isActive(l.container())
          ? new Expr.Load(tangentOf(l.container()), l.at())
          : Exprs.ZERO;
    }
    if (e instanceof Expr.Operation o && o.kind() == Kind.REAL) {
      return operation(result, o);
    }
    if (e instanceof Expr.Choose c) {
      return new Expr.Choose(c.test(), tangent(c.yes()), tangent(c.no()));
    }
    return e instanceof Expr.Apply a ? apply(result, a) : tangent(e);
  }

  private Expr operation(Var result, Expr.Operation o) {
    Expr a = o.operands().get(0);
    Expr b = o.operands().get(o.operands().size() - 1);
    return switch (o.operator()) {
      case ADD -> Exprs.add(tangent(a), tangent(b));
      case SUBTRACT -> Exprs.subtract(tangent(a), tangent(b));
      case NEGATE -> Exprs.negate(tangent(a));
      case MULTIPLY -> Exprs.add(product(tangent(a), b), product(tangent(b), a));
      case GUARDED -> Exprs.guarded(tangent(result, a));
      case DIVIDE ->
          Exprs.divide(Exprs.subtract(tangent(a), product(tangent(b), Exprs.read(result))), b);
      default -> Exprs.ZERO;
    };
  }

  /** Nothing times infinity is nothing here: what has no tangent does not move. */
  private static Expr product(Expr tangent, Expr factor) {
    return tangent.equals(Exprs.ZERO) ? Exprs.ZERO : Exprs.multiply(tangent, factor);
  }

  private Expr apply(Var result, Expr.Apply a) {
    Expr sum = Exprs.ZERO;
    for (int i = 0; i < a.arguments().size(); i++) {
      Expr argument = a.arguments().get(i);
      if (argument.kind() == Kind.REAL && flow.isActive(argument)) {
        Optional<Expr> partial = derivatives.partial(a, i, Exprs.read(result), names, out::add);
        if (partial.isPresent()) {
          sum = Exprs.add(sum, product(tangent(argument), partial.get()));
        }
      }
    }
    return sum;
  }
}
