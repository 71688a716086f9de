package org.stanj.compiler.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Leaves out assignments and containers that nothing needs, and loops, branches and regions that
 * then do nothing.
 *
 * <p>Whatever may reject, print, call or be seen from outside stays. A load that nothing needs goes
 * even if it would have been out of range.
 */
final class DeadCode {
  /** A statement at its place: the same statement may stand at several. */
  private static final class Node {
    private final Stmt statement;
    private final Optional<Node> around;
    private final List<List<Node>> bodies = new ArrayList<>();
    private boolean live;

    Node(Stmt statement, Optional<Node> around) {
      this.statement = statement;
      this.around = around;
    }
  }

  private final Aliases aliases;
  private final Set<Var> outside = new HashSet<>();
  private final Map<Var, List<Node>> makers = new HashMap<>();
  private final Set<Var> needed = new HashSet<>();
  private final Deque<Node> work = new ArrayDeque<>();
  private final List<Node> body;

  private DeadCode(CoreFunction f) {
    aliases = new Aliases(f.body());
    f.parameters().forEach(p -> outside.add(storage(p)));
    body = look(f.body(), Optional.empty());
    while (!work.isEmpty()) {
      reads(work.pop().statement);
    }
  }

  static CoreFunction run(CoreFunction f) {
    DeadCode pass = new DeadCode(f);
    return f.withBody(pass.list(pass.body));
  }

  private Var storage(Var v) {
    return v.isScalar() ? v : aliases.storage(v);
  }

  private List<Node> look(List<Stmt> statements, Optional<Node> around) {
    List<Node> nodes = new ArrayList<>();
    for (Stmt s : statements) {
      if (isIdle(s)) {
        continue;
      }
      Node node = new Node(s, around);
      nodes.add(node);
      for (Var v : written(s)) {
        makers.computeIfAbsent(storage(v), k -> new ArrayList<>()).add(node);
        if (v.storage() == Var.Storage.FIELD || (!v.isScalar() && outside.contains(storage(v)))) {
          mark(node);
        }
      }
      if (stays(s)) {
        mark(node);
      }
      s.forEachBody(b -> node.bodies.add(look(b, Optional.of(node))));
    }
    return nodes;
  }

  private static boolean isIdle(Stmt s) {
    return (s instanceof Stmt.Increment i && Exprs.isReal(i.value(), 0))
        || (s instanceof Stmt.Assign a
            && a.value() instanceof Expr.Read r
            && r.variable().equals(a.variable()));
  }

  private static List<Var> written(Stmt s) {
    if (s instanceof Compound.For) {
      return List.of();
    }
    List<Var> written = new ArrayList<>(Variables.defined(s));
    written.addAll(Variables.elementsWritten(s));
    return written;
  }

  /** Whether the statement itself has an effect beyond the variables that it writes. */
  private static boolean stays(Stmt s) {
    return !(s instanceof Stmt.Assign
        || s instanceof Stmt.Increment
        || s instanceof Stmt.Declare
        || s instanceof Stmt.View
        || s instanceof Stmt.Store
        || s instanceof Stmt.Accumulate
        || s instanceof Stmt.Copy
        || s instanceof Stmt.FillAll
        || s instanceof Compound.If
        || s instanceof Compound.For
        || s instanceof Compound.Region);
  }

  private void mark(Node node) {
    Optional<Node> next = Optional.of(node);
    while (next.isPresent() && !next.get().live) {
      next.get().live = true;
      work.push(next.get());
      next = next.get().around;
    }
  }

  /** Marks what makes the variables that a live statement reads. */
  private void reads(Stmt s) {
    s.forEachExpression(e -> e.walk(this::read));
    Variables.containersRead(s).forEach(this::need);
    written(s).stream().filter(v -> !v.isScalar()).forEach(this::need);
  }

  private void read(Expr e) {
    if (e instanceof Expr.Read r) {
      need(r.variable());
    } else if (e instanceof Expr.Load l) {
      need(l.container());
    } else if (e instanceof Expr.Dim d) {
      need(d.container());
    }
  }

  private void need(Var v) {
    if (needed.add(storage(v))) {
      makers.getOrDefault(storage(v), List.of()).forEach(this::mark);
    }
  }

  private List<Stmt> list(List<Node> nodes) {
    List<Stmt> out = new ArrayList<>();
    for (Node node : nodes) {
      if (!node.live) {
        continue;
      }
      Iterator<List<Node>> bodies = node.bodies.iterator();
      Stmt s = node.statement.mapBodies(b -> list(bodies.next()));
      if (s instanceof Compound.Region r && r.body().stream().noneMatch(DeadCode::makesRoom)) {
        out.addAll(r.body());
      } else if (s instanceof Compound.If i) {
        branch(i, out);
      } else {
        out.add(s);
      }
      if (Exits.isEnd(s)) {
        return out;
      }
    }
    return out;
  }

  private void branch(Compound.If i, List<Stmt> out) {
    if (i.yes().isEmpty() && !i.no().isEmpty()) {
      branch(new Compound.If(Exprs.not(i.test()), i.no(), List.of()), out);
    } else if (!joined(i, out)) {
      out.add(i);
    }
  }

  /** Joins a branch with the one before it if both have the same test, which neither changes. */
  private boolean joined(Compound.If i, List<Stmt> out) {
    boolean simple = i.no().isEmpty() && !out.isEmpty();
    if (!simple || !(out.get(out.size() - 1) instanceof Compound.If before)) {
      return false;
    }
    if (!before.no().isEmpty() || !before.test().equals(i.test()) || !isFixed(i.test())) {
      return false;
    }
    List<Stmt> both = new ArrayList<>(before.yes());
    if (!Exits.isEnd(both.get(both.size() - 1))) {
      both.addAll(i.yes());
    }
    out.set(out.size() - 1, new Compound.If(i.test(), both, List.of()));
    return true;
  }

  private boolean isFixed(Expr test) {
    boolean[] fixed = {true};
    test.walk(
        e ->
            fixed[0] &=
                !(e instanceof Expr.Load || e instanceof Expr.Dim)
                    && !(e instanceof Expr.Read r
                        && makers.getOrDefault(r.variable(), List.of()).size() > 1));
    return fixed[0];
  }

  /** Whether a region must stay around it; a region in it frees what is its own. */
  private static boolean makesRoom(Stmt s) {
    boolean[] makes = {
      s instanceof Stmt.Declare
          || s instanceof Stmt.Call
          || s instanceof Stmt.Kernel
          || s instanceof Stmt.ParallelSum
    };
    if (!(s instanceof Compound.Region)) {
      s.forEachBody(b -> b.forEach(t -> makes[0] |= makesRoom(t)));
    }
    return makes[0];
  }
}
