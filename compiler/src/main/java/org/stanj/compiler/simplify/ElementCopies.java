package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Containers whose elements are copies of scalars or of elements of others ({@code rep_matrix(v,
 * n)}, {@code a[group]}): who reads them reads the others instead.
 *
 * <p>One loop nest fills all elements, nothing else writes them, and nothing writes what they are
 * copies of from then on.
 */
public final class ElementCopies {
  /** A nest that fills a container. */
  private record Filling(Stmt.Declare declared, List<Compound.For> loops, Stmt.Store store) {}

  /** What an element is in terms of its indices. */
  private record Source(List<Var> indices, List<Expr> shifts, Expr value) {
    Expr load(List<Expr> at) {
      Map<Var, Expr> values = new HashMap<>();
      for (int d = 0; d < at.size(); d++) {
        values.put(indices.get(d), Exprs.subtractInt(at.get(d), shifts.get(d)));
      }
      return value.rewriteBottomUp(
          x -> x instanceof Expr.Read r ? values.getOrDefault(r.variable(), x) : x);
    }
  }

  private final Definitions definitions;
  private final Aliases aliases;
  private final Occurrences occurrences;

  /** How many statements write elements of a storage, those that declare it apart. */
  private final Map<Var, Integer> writes = new HashMap<>();

  /** The same up to the place where the walk is. */
  private final Map<Var, Integer> written = new HashMap<>();

  /** How often elements are loaded, each index given. */
  private final Map<Var, Integer> loads = new HashMap<>();

  private final Map<Var, Source> sources = new HashMap<>();
  private boolean inLoop;

  private ElementCopies(CoreFunction f) {
    definitions = new Definitions(f);
    aliases = new Aliases(f.body());
    occurrences = new Occurrences(f);
    f.body().forEach(s -> s.walk(t -> writes(t, writes)));
    f.body().forEach(s -> s.walk(t -> t.forEachExpression(e -> e.walk(this::load))));
  }

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(ElementCopies::run);
  }

  private static CoreFunction run(CoreFunction f) {
    ElementCopies copies = new ElementCopies(f);
    copies.find(f.body());
    return copies.sources.isEmpty() ? f : DeadCode.run(f.withBody(copies.list(f.body())));
  }

  private void writes(Stmt s, Map<Var, Integer> into) {
    if (!(s instanceof Stmt.Declare)) {
      Variables.elementsWritten(s).forEach(v -> into.merge(aliases.storage(v), 1, Integer::sum));
    }
  }

  private void load(Expr e) {
    if (e instanceof Expr.Load l && l.at().size() == l.container().type().rank()) {
      loads.merge(l.container(), 1, Integer::sum);
    }
  }

  private void find(List<Stmt> body) {
    Map<Var, Stmt.Declare> declared = new HashMap<>();
    for (Stmt s : body) {
      if (s instanceof Stmt.Declare d) {
        declared.put(d.variable(), d);
      }
      writes(s, written);
      if (s instanceof Compound.For l) {
        boolean before = inLoop;
        inLoop = true;
        find(l.body());
        inLoop = before;
        fill(l, declared);
      } else {
        s.forEachBody(this::find);
      }
    }
  }

  private void fill(Compound.For outer, Map<Var, Stmt.Declare> declared) {
    List<Compound.For> loops = new ArrayList<>();
    Stmt s = outer;
    while (s instanceof Compound.For l && !l.body().isEmpty()) {
      loops.add(l);
      s = l.body().get(l.body().size() - 1);
    }
    if (s instanceof Stmt.Store t
        && declared.containsKey(t.container())
        && isOnly(t, declared.get(t.container()), outer)) {
      source(new Filling(declared.get(t.container()), loops, t))
          .ifPresent(source -> sources.put(t.container(), source));
    }
  }

  /** Whether everything else that names the container loads an element behind the loop. */
  private boolean isOnly(Stmt.Store t, Stmt.Declare declared, Compound.For loop) {
    Var c = t.container();
    int own = Occurrences.in(loop).getOrDefault(c, 0);
    int others = occurrences.count(c) - loads.getOrDefault(c, 0) - 1;
    return definitions.isMadeOnce(c)
        && c.storage() == Var.Storage.LOCAL
        && aliases.storage(c).equals(c)
        && writes.getOrDefault(c, 0) == 1
        && own == 1
        && others == Variables.elementsWritten(declared).size() + 1;
  }

  private Optional<Source> source(Filling nest) {
    List<Expr> at = nest.store().at();
    Optional<Expr> value = value(nest);
    List<Var> indices = new ArrayList<>();
    List<Expr> shifts = new ArrayList<>();
    boolean all = value.isPresent() && at.size() == nest.loops().size();
    all &= at.size() == nest.declared().sizes().size();
    for (int d = 0; all && d < at.size(); d++) {
      Optional<Compound.For> loop = loop(at.get(d), nest, d);
      all = loop.isPresent() && !indices.contains(loop.get().index());
      if (all) {
        indices.add(loop.get().index());
        shifts.add(shift(at.get(d), loop.get().index()).orElseThrow());
      }
    }
    return all ? Optional.of(new Source(indices, shifts, value.get())) : Optional.empty();
  }

  private static Optional<Expr> shift(Expr at, Var index) {
    return LinearIndex.difference(at, Exprs.read(index)).map(Exprs::integer);
  }

  /** The loop that runs through all of a dimension. */
  private static Optional<Compound.For> loop(Expr at, Filling nest, int dimension) {
    Expr last = Exprs.subtractInt(nest.declared().sizes().get(dimension), Exprs.integer(1));
    for (Compound.For l : nest.loops()) {
      Optional<Expr> shift = shift(at, l.index());
      boolean through =
          shift.isPresent()
              && LinearIndex.same(Exprs.addInt(l.from(), shift.get()), Exprs.integer(0))
              && LinearIndex.same(Exprs.addInt(l.to(), shift.get()), last);
      if (through) {
        return Optional.of(l);
      }
    }
    return Optional.empty();
  }

  /** What is stored, in terms of the loops' indices and of what stays the same. */
  private Optional<Expr> value(Filling nest) {
    Map<Var, Expr> scalars = new HashMap<>();
    Set<Var> inside = new HashSet<>();
    nest.loops()
        .get(0)
        .walk(t -> Variables.elementsWritten(t).forEach(v -> inside.add(aliases.storage(v))));
    for (Compound.For l : nest.loops()) {
      for (Stmt s : l.body()) {
        if (s instanceof Stmt.Assign a && definitions.isMadeOnce(a.variable())) {
          scalars.put(a.variable(), resolved(a.value(), scalars));
        }
        s.walk(t -> inside.addAll(Variables.defined(t)));
      }
    }
    nest.loops().forEach(l -> inside.remove(l.index()));
    Expr value = resolved(nest.store().value(), scalars);
    return isCopy(value, inside) ? Optional.of(value) : Optional.empty();
  }

  private static Expr resolved(Expr e, Map<Var, Expr> scalars) {
    return e.rewriteBottomUp(
        x -> x instanceof Expr.Read r ? scalars.getOrDefault(r.variable(), x) : x);
  }

  /** A literal, a scalar or an element, which nothing gives another value to. */
  private boolean isCopy(Expr value, Set<Var> inside) {
    boolean[] fixed = {true};
    value.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            fixed[0] &= definitions.isFixed(r.variable()) && !inside.contains(r.variable());
          } else if (x instanceof Expr.Load l) {
            fixed[0] &=
                definitions.isFixed(l.container())
                    && !inside.contains(l.container())
                    && !inside.contains(aliases.storage(l.container()))
                    && isComplete(l.container());
          } else {
            fixed[0] &= !(x instanceof Expr.Apply || x instanceof Expr.Dim);
          }
        });
    boolean plain =
        value instanceof Expr.Load
            || value instanceof Expr.Read
            || value instanceof Expr.RealLiteral;
    return plain && fixed[0];
  }

  /** Whether all that writes the elements stands before this place and does not run again. */
  private boolean isComplete(Var container) {
    Var storage = aliases.storage(container);
    int all = writes.getOrDefault(storage, 0);
    return all == 0 || (!inLoop && written.getOrDefault(storage, 0) == all);
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      boolean gone =
          (s instanceof Stmt.Store t && sources.containsKey(t.container()))
              || (s instanceof Stmt.Declare d && sources.containsKey(d.variable()));
      if (!gone) {
        out.add(s.mapExpressions(this::forwarded).mapBodies(this::list));
      }
    }
    return out;
  }

  private Expr forwarded(Expr e) {
    return e.rewriteBottomUp(
        x -> {
          Source source = x instanceof Expr.Load l ? sources.get(l.container()) : null;
          return source == null ? x : forwarded(source.load(((Expr.Load) x).at()));
        });
  }
}
