package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Turns small containers into scalars: those of literal size whose elements are named by literals
 * wherever they are used. They need no storage then, and other passes see their elements.
 */
final class SmallContainers {
  private static final int LARGEST = 16;

  /** A container, or the part of one that a view names. */
  private record Part(Var container, int offset) {}

  private final KnownShapes shapes;
  private final Names names = new Names();
  private final Map<Var, Part> parts = new HashMap<>();
  private final Set<Var> kept = new HashSet<>();
  private final Map<Var, List<Var>> scalars = new HashMap<>();

  private SmallContainers(CoreFunction f) {
    shapes = new KnownShapes(f);
    names.reserve(f);
    f.parameters().forEach(kept::add);
    f.body().forEach(s -> s.walk(this::make));
    f.body().forEach(s -> s.walk(this::use));
  }

  static CoreFunction run(CoreFunction f) {
    SmallContainers pass = new SmallContainers(f);
    boolean any = pass.parts.values().stream().anyMatch(p -> !pass.kept.contains(p.container()));
    return any ? f.withBody(pass.list(f.body())) : f;
  }

  private void make(Stmt s) {
    if (s instanceof Stmt.Declare d && length(d.variable()).isPresent() && d.variable().isReal()) {
      parts.put(d.variable(), new Part(d.variable(), 0));
    } else if (s instanceof Stmt.View v) {
      Part of = parts.get(v.of());
      boolean known = length(v.variable()).isPresent();
      if (of != null && known && shapes.folded(v.offset()) instanceof Expr.IntLiteral offset) {
        parts.put(v.variable(), new Part(of.container(), of.offset() + offset.value()));
      } else {
        keep(v.of());
      }
    }
  }

  private Optional<Integer> length(Var v) {
    return shapes
        .of(v)
        .map(sizes -> sizes.stream().reduce(1, (a, b) -> a * b))
        .filter(n -> n > 0 && n <= LARGEST);
  }

  private void keep(Var v) {
    Part part = parts.get(v);
    if (part != null) {
      kept.add(part.container());
    }
  }

  /** Keeps what is used other than by literal indices. */
  private void use(Stmt s) {
    s.forEachExpression(e -> e.walk(this::use));
    if (s instanceof Stmt.Store t) {
      use(t.container(), t.at());
    } else if (s instanceof Stmt.Accumulate t) {
      use(t.container(), t.at());
    } else if (s instanceof Stmt.Copy c) {
      if (!parts.containsKey(c.to())) {
        keepIfMatrix(c.from());
      } else if (!parts.containsKey(c.from())) {
        keepIfMatrix(c.to());
      }
    } else if (s instanceof Stmt.FillAll f) {
      if (!Exprs.isAtom(f.value())) {
        keep(f.container());
      }
    } else if (!(s instanceof Stmt.Declare || s instanceof Stmt.View)) {
      Variables.containersRead(s).forEach(this::keep);
      Variables.elementsWritten(s).forEach(this::keep);
      Variables.defined(s).forEach(this::keep);
    }
  }

  /** Elements go one by one, in storage order, which any container takes as a single index. */
  private void keepIfMatrix(Var v) {
    if (v.type().matrix()) {
      keep(v);
    }
  }

  private void use(Expr e) {
    if (e instanceof Expr.Load l) {
      use(l.container(), l.at());
    } else if (e instanceof Expr.Dim d && shapes.of(d.container()).isEmpty()) {
      keep(d.container());
    }
  }

  private void use(Var container, List<Expr> at) {
    if (parts.containsKey(container) && position(container, at).isEmpty()) {
      keep(container);
    }
  }

  /** The place of an element in the container's storage; empty if it is not a literal in range. */
  private Optional<Integer> position(Var v, List<Expr> at) {
    List<Integer> index = new ArrayList<>();
    for (Expr e : at) {
      if (!(shapes.folded(e) instanceof Expr.IntLiteral i)) {
        return Optional.empty();
      }
      index.add(i.value());
    }
    List<Integer> sizes = shapes.of(v).orElseThrow();
    int place = index.size() == 1 ? index.get(0) : flat(v.type(), sizes, index);
    int length = sizes.stream().reduce(1, (a, b) -> a * b);
    return place >= 0 && place < length ? Optional.of(place) : Optional.empty();
  }

  private static int flat(CoreType type, List<Integer> sizes, List<Integer> index) {
    int rank = sizes.size();
    int arrays = type.matrix() ? rank - 2 : rank;
    int at = 0;
    for (int d = 0; d < arrays; d++) {
      at = at * sizes.get(d) + index.get(d);
    }
    if (type.matrix()) {
      at = at * sizes.get(rank - 1) + index.get(rank - 1);
      at = at * sizes.get(rank - 2) + index.get(rank - 2);
    }
    return at;
  }

  private boolean goes(Var v) {
    Part part = parts.get(v);
    return part != null && !kept.contains(part.container());
  }

  private Var scalar(Var v, int place) {
    Part part = parts.get(v);
    List<Var> all = scalars.computeIfAbsent(part.container(), this::scalarsOf);
    return all.get(part.offset() + place);
  }

  private List<Var> scalarsOf(Var container) {
    List<Var> all = new ArrayList<>();
    int n = length(container).orElseThrow();
    for (int i = 0; i < n; i++) {
      all.add(names.local(container.name() + "_" + i, CoreType.REAL));
    }
    return all;
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      int start = out.size();
      statement(s.mapExpressions(this::expression).mapBodies(this::list), out);
      Lines.from(start, s.line(), out);
    }
    return out;
  }

  private Expr expression(Expr e) {
    return e.rewriteBottomUp(
        x -> {
          if (x instanceof Expr.Load l && goes(l.container())) {
            return Exprs.read(scalar(l.container(), position(l.container(), l.at()).orElseThrow()));
          }
          return x instanceof Expr.Dim d && goes(d.container()) ? shapes.folded(d) : x;
        });
  }

  private void statement(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d && goes(d.variable())) {
      declare(d, out);
    } else if (s instanceof Stmt.Store t && goes(t.container())) {
      Var v = scalar(t.container(), position(t.container(), t.at()).orElseThrow());
      out.add(new Stmt.Assign(v, t.value()));
    } else if (s instanceof Stmt.Accumulate t && goes(t.container())) {
      Var v = scalar(t.container(), position(t.container(), t.at()).orElseThrow());
      out.add(new Stmt.Increment(v, t.value()));
    } else if (s instanceof Stmt.FillAll f && goes(f.container())) {
      int n = length(f.container()).orElseThrow();
      for (int i = 0; i < n; i++) {
        out.add(new Stmt.Assign(scalar(f.container(), i), f.value()));
      }
    } else if (s instanceof Stmt.Copy c && (goes(c.to()) || goes(c.from()))) {
      copy(c, out);
    } else if (!(s instanceof Stmt.View v && goes(v.variable()))) {
      out.add(s);
    }
  }

  private void declare(Stmt.Declare d, List<Stmt> out) {
    if (d.fill() != Stmt.Fill.NONE) {
      Expr value = d.fill() == Stmt.Fill.ZERO ? Exprs.ZERO : Exprs.real(Double.NaN);
      int n = length(d.variable()).orElseThrow();
      for (int i = 0; i < n; i++) {
        out.add(new Stmt.Assign(scalar(d.variable(), i), value));
      }
    }
  }

  private void copy(Stmt.Copy c, List<Stmt> out) {
    int n = length(goes(c.to()) ? c.to() : c.from()).orElseThrow();
    for (int i = 0; i < n; i++) {
      Expr at = Exprs.integer(i);
      Expr value = goes(c.from()) ? Exprs.read(scalar(c.from(), i)) : Exprs.load(c.from(), at);
      out.add(
          goes(c.to())
              ? new Stmt.Assign(scalar(c.to(), i), value)
              : new Stmt.Store(c.to(), List.of(at), value));
    }
  }
}
