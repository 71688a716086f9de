package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * The costly functions of one loop that depend on a single element of a container that the loop
 * does not change, and on nothing else that it changes.
 *
 * <p>A first walk through the loop finds them and counts how often they are evaluated; a second one
 * puts a look-up in their place.
 */
final class ElementFunctions {
  /** Stands for the position in the text of a function of an element. */
  private static final Var PLACE = Var.local("place", CoreType.INT);

  /**
   * The elements of which an expression is a function: none if it is the same in all iterations.
   */
  private record Elements(Optional<Expr.Load> one) {
    static final Elements NONE = new Elements(Optional.empty());
  }

  /** What a walk through the loop does where a function is evaluated. */
  private enum Walk {
    COUNT,
    CHOOSE,
    LOOK_UP
  }

  private final Compound.For loop;
  private final MotionFacts facts;
  private final Set<Object> written;
  private final List<Compound.For> around = new ArrayList<>();
  private final Map<Expr, ElementTable> tables = new LinkedHashMap<>();
  private Walk walk = Walk.COUNT;

  /** Scalars that are functions of elements, written as such, and parts of containers. */
  private Map<Var, Expr> scalars = new HashMap<>();

  private Map<Var, Stmt.View> views = new HashMap<>();

  /** What is known of the expressions of one statement. */
  private final Map<Expr, Optional<Elements>> known = new IdentityHashMap<>();

  ElementFunctions(Compound.For loop, MotionFacts facts) {
    this.loop = loop;
    this.facts = facts;
    written = Effects.of(List.of(loop), facts.aliases, facts.visibleFunctions).writes();
  }

  /** Finds the functions that are worth a table; the rest is asked for behind it. */
  void find() {
    walk(Walk.COUNT);
    tables.values().removeIf(t -> !t.repeats());
  }

  /** The loop with look-ups, where there is a table. */
  Compound.For choosing() {
    return walk(Walk.CHOOSE);
  }

  /** Says whether there are tables, if all or none are there and that is known at run time. */
  Optional<Expr> flag() {
    Set<Optional<Expr>> conditions = new HashSet<>();
    tables.values().forEach(t -> conditions.add(t.condition()));
    return conditions.size() == 1 && conditions.iterator().next().isPresent()
        ? Optional.of(tables.values().iterator().next().flag())
        : Optional.empty();
  }

  /** The loop with look-ups, for where the flag is set. */
  Compound.For lookingUp() {
    return walk(Walk.LOOK_UP);
  }

  /** What fills the tables; stands before the loop. */
  List<Stmt> tables() {
    List<Stmt> all = new ArrayList<>();
    tables.forEach((function, t) -> all.addAll(t.made(facts, function, PLACE, loop.line())));
    return all;
  }

  private Compound.For walk(Walk kind) {
    walk = kind;
    around.add(loop);
    Compound.For changed = (Compound.For) loop.mapBodies(this::list);
    around.clear();
    return changed;
  }

  private List<Stmt> list(List<Stmt> body) {
    Map<Var, Expr> outerScalars = scalars;
    Map<Var, Stmt.View> outerViews = views;
    scalars = new HashMap<>(scalars);
    views = new HashMap<>(views);
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      out.add(statement(s));
    }
    scalars = outerScalars;
    views = outerViews;
    return out;
  }

  private Stmt statement(Stmt s) {
    known.clear();
    Stmt changed = s.mapExpressions(this::rewrite);
    if (s instanceof Stmt.Assign a && a.variable().isReal() && facts.isFixed(a.variable())) {
      if (elements(a.value()).flatMap(Elements::one).isPresent()) {
        scalars.put(a.variable(), expanded(a.value()));
      }
    } else if (s instanceof Stmt.View v && facts.isFixed(v.variable()) && isPart(v)) {
      views.put(v.variable(), v);
    }
    known.clear();
    if (s instanceof Compound.For f) {
      around.add(f);
      changed = changed.mapBodies(this::list);
      around.remove(around.size() - 1);
      return changed;
    }
    return changed.mapBodies(this::list);
  }

  /** Whether it names a row of what the loop does not change. */
  private boolean isPart(Stmt.View v) {
    return v.sizes().size() == 1 && isFixedContainer(v.of()) && isPlain(v.offset());
  }

  private Expr rewrite(Expr e) {
    Optional<Expr.Load> element = elements(e).flatMap(Elements::one);
    if (element.isPresent() && e.kind() == Kind.REAL && isCostly(e)) {
      return replaced(e, element.get());
    }
    return isLookUp(e) ? e : e.mapChildren(this::rewrite);
  }

  private boolean isLookUp(Expr e) {
    return e instanceof Expr.Choose c
        && c.test() instanceof Expr.Read r
        && facts.tableFlags.contains(r.variable());
  }

  private Expr replaced(Expr e, Expr.Load element) {
    Expr at = Exprs.load(element.container(), Exprs.read(PLACE));
    Expr function = expanded(e).rewriteBottomUp(x -> x.equals(element) ? at : x);
    if (walk == Walk.COUNT) {
      tables
          .computeIfAbsent(function, k -> new ElementTable(element.container(), facts))
          .count(element, around, this::isThere);
      return e;
    }
    ElementTable table = tables.get(function);
    if (table == null) {
      return e;
    }
    return walk == Walk.LOOK_UP ? table.value(element.at()) : table.lookUp(element.at(), e);
  }

  private static boolean isCostly(Expr e) {
    boolean[] found = {false};
    e.walk(x -> found[0] |= x instanceof Expr.Apply || Exprs.isOperation(x, Operator.DIVIDE));
    return found[0];
  }

  /** The expression with scalars written out, over elements of whole containers. */
  private Expr expanded(Expr e) {
    return e.rewriteBottomUp(
        x ->
            x instanceof Expr.Read r
                ? scalars.getOrDefault(r.variable(), x)
                : x instanceof Expr.Load l ? whole(l) : x);
  }

  private Expr.Load whole(Expr.Load l) {
    Stmt.View v = views.get(l.container());
    return v == null || l.at().size() != 1
        ? l
        : new Expr.Load(v.of(), List.of(Exprs.addInt(v.offset(), l.at().get(0))));
  }

  /** The element of which it is a function; empty if it depends on more, or may fail. */
  private Optional<Elements> elements(Expr e) {
    Optional<Elements> found = known.get(e);
    if (found == null) {
      found = look(e);
      known.put(e, found);
    }
    return found;
  }

  private Optional<Elements> look(Expr e) {
    if (e instanceof Expr.Read r) {
      Expr value = scalars.get(r.variable());
      return value == null
          ? Optional.of(Elements.NONE).filter(n -> isThere(r.variable()))
          : elements(value);
    }
    if (e instanceof Expr.Load l) {
      return element(whole(l));
    }
    if (mayFail(e)) {
      return Optional.empty();
    }
    Elements all = Elements.NONE;
    for (Expr child : e.children()) {
      Optional<Elements> more = elements(child);
      if (more.isEmpty()) {
        return more;
      }
      Optional<Expr.Load> one = more.get().one();
      if (one.isPresent() && all.one().isPresent() && !one.equals(all.one())) {
        return Optional.empty();
      }
      all = one.isPresent() ? more.get() : all;
    }
    return Optional.of(all);
  }

  private Optional<Elements> element(Expr.Load l) {
    boolean plain =
        facts.activity.isActive(l.container())
            && isFixedContainer(l.container())
            && l.at().stream().allMatch(this::isPlain)
            && !l.at().stream().allMatch(this::isThere);
    return plain ? Optional.of(new Elements(Optional.of(l))) : Optional.empty();
  }

  private static boolean mayFail(Expr e) {
    if (e instanceof Expr.Apply a) {
      return a.hasEffect();
    }
    return e instanceof Expr.HasInit
        || e instanceof Expr.Dim
        || Exprs.isOperation(e, Operator.DIVIDE_INT)
        || Exprs.isOperation(e, Operator.MODULO_INT)
        || Exprs.isOperation(e, Operator.GUARDED);
  }

  private boolean isFixedContainer(Var c) {
    return !written.contains(c)
        && !written.contains(new Effects.Elements(facts.aliases.storage(c)))
        && facts.assigned.contains(c);
  }

  /** An index whose value is the same at all places of an iteration. */
  private boolean isPlain(Expr e) {
    if (e instanceof Expr.Read r) {
      return r.variable().storage() == Var.Storage.FIELD || facts.isFixed(r.variable());
    }
    if (e instanceof Expr.Load l && !isFixedContainer(l.container())) {
      return false;
    }
    return !(e instanceof Expr.HasInit) && e.children().stream().allMatch(this::isPlain);
  }

  private boolean isThere(Var v) {
    return !written.contains(v) && facts.assigned.contains(v);
  }

  /** Whether it has its value before the loop already. */
  private boolean isThere(Expr e) {
    Set<Var> in = new HashSet<>();
    boolean[] loads = {false};
    e.walk(
        x -> {
          loads[0] |= x instanceof Expr.Load;
          if (x instanceof Expr.Read r) {
            in.add(r.variable());
          } else if (x instanceof Expr.Dim d) {
            in.add(d.container());
          }
        });
    return !loads[0] && in.stream().allMatch(this::isThere);
  }
}
