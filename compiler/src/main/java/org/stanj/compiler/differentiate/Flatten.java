package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Activity;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Gives every operation that carries derivatives a temporary of its own, so that the reverse sweep
 * can name all values.
 *
 * <p>Afterwards: an active assignment is one operation over atoms or one load; indices, tests and
 * sizes are atoms or sums of constants and variables that never change; a choice between active
 * values is a branch.
 */
final class Flatten {
  private final Activity flow;
  private final Names names;
  private final Map<Var, Integer> definitions;

  /** Temporaries by the expression they hold, for the list being written (common terms once). */
  private CommonTerms known = new CommonTerms(this::isFixed);

  /** What is known of branches and of what is in them, as these are asked about at each level. */
  private final Map<Stmt, Boolean> passive = new IdentityHashMap<>();

  private List<Stmt> out = new ArrayList<>();

  /** Whether what is being written is guarded: then each of its operations is. */
  private boolean guarding;

  private Flatten(Activity flow, Names names, Map<Var, Integer> definitions) {
    this.flow = flow;
    this.names = names;
    this.definitions = definitions;
  }

  static List<Stmt> flatten(List<Stmt> body, List<Var> parameters, Activity flow, Names names) {
    Flatten pass = new Flatten(flow, names, Temporaries.definitions(body));
    parameters.forEach(p -> pass.definitions.merge(p, 1, Integer::sum));
    return pass.list(body);
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> outerOut = out;
    CommonTerms outerKnown = known;
    out = new ArrayList<>();
    known = outerKnown.inherited();
    for (Stmt s : body) {
      int start = out.size();
      statement(s);
      Lines.from(start, s.line(), out);
    }
    List<Stmt> result = out;
    out = outerOut;
    known = outerKnown;
    return result;
  }

  private boolean isFixed(Var v) {
    return v.storage() == Var.Storage.FIELD || definitions.getOrDefault(v, 0) <= 1;
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Assign a) {
      assign(a);
    } else if (s instanceof Stmt.Increment i) {
      increment(i);
    } else if (s instanceof Stmt.Store t) {
      List<Expr> at = indices(t.at());
      out.add(new Stmt.Store(t.container(), at, value(t.value(), flow.isActive(t.container()))));
      known.forgetLoads();
    } else if (s instanceof Stmt.Accumulate t) {
      List<Expr> at = indices(t.at());
      out.add(
          new Stmt.Accumulate(t.container(), at, value(t.value(), flow.isActive(t.container()))));
      known.forgetLoads();
    } else if (s instanceof Stmt.AddTarget t) {
      out.add(new Stmt.AddTarget(value(t.value(), true)));
    } else if (s instanceof Stmt.FillAll f) {
      out.add(new Stmt.FillAll(f.container(), value(f.value(), true)));
      known.forgetLoads();
    } else if (s instanceof Stmt.Call || s instanceof Stmt.Kernel) {
      out.add(call(s));
      known = known.none();
    } else {
      structure(s);
    }
  }

  private void structure(Stmt s) {
    if (s instanceof Compound.If i) {
      Expr test = isPassive(i) ? i.test() : decision(i.test());
      List<Stmt> yes = list(i.yes());
      List<Stmt> no = list(i.no());
      out.add(new Compound.If(test, yes, no));
      known = known.none();
    } else if (s instanceof Compound.For f) {
      Expr from = decision(f.from());
      Expr to = decision(f.to());
      known = known.none();
      out.add(new Compound.For(f.index(), from, to, f.down(), list(f.body()), f.facts()));
    } else if (s instanceof Compound.While w) {
      known = known.none();
      out.add(new Compound.While(w.test(), list(w.body())));
    } else if (s instanceof Stmt.View v) {
      Expr offset = decision(v.offset());
      out.add(new Stmt.View(v.variable(), v.of(), offset, indices(v.sizes())));
      if (!isFixed(v.variable())) {
        known.forgetLoads();
      }
    } else if (s instanceof Stmt.Declare d) {
      out.add(new Stmt.Declare(d.variable(), indices(d.sizes()), d.fill()));
    } else {
      out.add(s.mapBodies(this::list));
      known = known.none();
    }
  }

  /** Whether a branch only checks or computes what carries no derivative. */
  private boolean isPassive(Stmt s) {
    Boolean known = passive.get(s);
    if (known == null) {
      boolean[] all = {
        !(s instanceof Stmt.AddTarget)
            && Variables.defined(s).stream().noneMatch(flow::isActive)
            && Variables.elementsWritten(s).stream().noneMatch(flow::isActive)
      };
      s.forEachBody(body -> body.forEach(t -> all[0] &= isPassive(t)));
      known = all[0];
      passive.put(s, known);
    }
    return known;
  }

  private void assign(Stmt.Assign a) {
    Var v = a.variable();
    if (!flow.isActive(v)) {
      out.add(a);
      forgetReads(v);
    } else if (isFixed(v)) {
      Expr e = operation(a.value());
      out.add(new Stmt.Assign(v, e));
      known.put(e, Exprs.read(v));
    } else {
      Expr e = value(a.value(), true);
      out.add(new Stmt.Assign(v, e));
      forgetReads(v);
    }
  }

  private void increment(Stmt.Increment i) {
    boolean active = flow.isActive(i.variable());
    out.add(active ? new Stmt.Increment(i.variable(), value(i.value(), true)) : i);
    forgetReads(i.variable());
  }

  private void forgetReads(Var v) {
    if (!isFixed(v)) {
      known.forgetReads(v);
    }
  }

  private Stmt call(Stmt s) {
    if (s instanceof Stmt.Call c) {
      return new Stmt.Call(c.result(), c.function(), operands(c.arguments()), c.where());
    }
    Stmt.Kernel k = (Stmt.Kernel) s;
    return new Stmt.Kernel(k.result(), k.method(), operands(k.arguments()), k.where());
  }

  private List<Operand> operands(List<Operand> given) {
    List<Operand> flat = new ArrayList<>();
    for (Operand o : given) {
      flat.add(
          o instanceof Operand.Scalar s
              ? new Operand.Scalar(
                  s.value().kind() == Kind.INT ? decision(s.value()) : value(s.value(), true))
              : o);
    }
    return flat;
  }

  /** The value as an atom. */
  private Expr value(Expr e, boolean needed) {
    if (e instanceof Expr.RealLiteral || (!needed && !flow.isActive(e))) {
      return e;
    }
    if (e instanceof Expr.Read r && isFixed(r.variable())) {
      return e;
    }
    return named(operation(e));
  }

  private Expr named(Expr e) {
    Optional<Expr> before = known.get(e);
    if (before.isPresent()) {
      return before.get();
    }
    if (e instanceof Expr.RealLiteral || e instanceof Expr.IntLiteral) {
      return e;
    }
    Var t = names.local("t", e.kind() == Kind.INT ? CoreType.INT : CoreType.REAL);
    definitions.put(t, 1);
    out.add(new Stmt.Assign(t, e));
    Expr read = Exprs.read(t);
    known.put(e, read);
    return read;
  }

  /** One operation over atoms. */
  private Expr operation(Expr e) {
    if (e instanceof Expr.Load l) {
      return new Expr.Load(l.container(), indices(l.at()));
    }
    if (e instanceof Expr.Choose c && flow.isActive(e)) {
      return choice(c);
    }
    if (!flow.isActive(e)) {
      return e;
    }
    if (Exprs.isOperation(e, Operator.GUARDED)) {
      boolean outer = guarding;
      guarding = true;
      Expr inner = operation(Exprs.operand(e, 0));
      guarding = outer;
      return inner;
    }
    Expr flat = e.mapChildren(this::atom);
    return guarding && hasSlope(e) ? Exprs.guarded(flat) : flat;
  }

  /** Whether a factor of the derivative depends on the operands. */
  private static boolean hasSlope(Expr e) {
    return e instanceof Expr.Apply
        || Exprs.isOperation(e, Operator.MULTIPLY)
        || Exprs.isOperation(e, Operator.DIVIDE);
  }

  private Expr atom(Expr e) {
    return e.kind() == Kind.INT ? decision(e) : value(e, true);
  }

  private Expr choice(Expr.Choose c) {
    if (isLight(c.yes()) && isLight(c.no())) {
      return new Expr.Choose(decision(c.test()), atom(c.yes()), atom(c.no()));
    }
    Var v = names.local("choice", CoreType.REAL);
    definitions.put(v, 2);
    Expr test = decision(c.test());
    List<Stmt> yes = list(List.of(new Stmt.Assign(v, c.yes())), v);
    List<Stmt> no = list(List.of(new Stmt.Assign(v, c.no())), v);
    out.add(new Compound.If(test, yes, no));
    return Exprs.read(v);
  }

  /**
   * Whether an arm may be made where it is not chosen: it costs nothing, and has constant slopes.
   */
  private static boolean isLight(Expr e) {
    boolean[] light = {true};
    e.walk(
        x ->
            light[0] &=
                x instanceof Expr.Read
                    || x instanceof Expr.RealLiteral
                    || Exprs.isOperation(x, Operator.ADD)
                    || Exprs.isOperation(x, Operator.SUBTRACT)
                    || Exprs.isOperation(x, Operator.NEGATE));
    return light[0];
  }

  /** An arm of a choice: its variable is active whatever the first analysis saw. */
  private List<Stmt> list(List<Stmt> arm, Var v) {
    List<Stmt> outerOut = out;
    CommonTerms outerKnown = known;
    out = new ArrayList<>();
    known = outerKnown.inherited();
    Stmt.Assign a = (Stmt.Assign) arm.get(0);
    out.add(new Stmt.Assign(v, value(a.value(), true)));
    List<Stmt> result = out;
    out = outerOut;
    known = outerKnown;
    return result;
  }

  private List<Expr> indices(List<Expr> at) {
    return at.stream().map(this::decision).toList();
  }

  /** An int that the reverse sweep can evaluate again, or an atom that holds it. */
  private Expr decision(Expr e) {
    return isLasting(e) ? e : named(e);
  }

  /** Constants, fixed variables and sums of these. */
  private boolean isLasting(Expr e) {
    if (e instanceof Expr.Read r) {
      return isFixed(r.variable());
    }
    if (e instanceof Expr.IntLiteral || e instanceof Expr.Dim) {
      return true;
    }
    if (e instanceof Expr.Operation o && o.kind() == Kind.INT) {
      return switch (o.operator()) {
        case ADD_INT, SUBTRACT_INT, MULTIPLY_INT, NEGATE_INT ->
            o.operands().stream().allMatch(this::isLasting);
        default -> false;
      };
    }
    return false;
  }
}
