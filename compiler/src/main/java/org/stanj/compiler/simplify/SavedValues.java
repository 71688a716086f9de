package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Renaming;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * What each iteration of a loop saves for the reverse sweep stands in a container, at the place of
 * the iteration, and not on the stack: the iterations need no order then. The reverse loop gets
 * scalars of its own, so that both loops are seen to be independent where they are.
 *
 * <p>For loops whose iterations are independent and save the same reals, and that stand in no loop,
 * or in one whose iterations are independent too, each of which then has a container of its own.
 */
public final class SavedValues {
  private final Names names = new Names();
  private final Occurrences occurrences;
  private final Definitions definitions;

  private SavedValues(CoreFunction f) {
    names.reserve(f);
    occurrences = new Occurrences(f);
    definitions = new Definitions(f);
  }

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(
        f -> {
          boolean[] saves = {false};
          f.body().forEach(s -> s.walk(t -> saves[0] |= isLoopWith(t, Stmt.Push.class)));
          return saves[0] ? f.withBody(new SavedValues(f).list(f.body())) : f;
        });
  }

  private static boolean isLoopWith(Stmt s, Class<? extends Stmt> kind) {
    return s instanceof Compound.For f && f.body().stream().anyMatch(kind::isInstance);
  }

  private static boolean isOrdered(Stmt s) {
    return s instanceof Compound.While || (s instanceof Compound.For f && !f.facts().independent());
  }

  /** A loop and the one that takes back what it saves. */
  private record Pair(Compound.For forward, Compound.For reverse) {}

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    body.forEach(s -> out.add(isOrdered(s) ? s : s.mapBodies(this::list)));
    for (int i = 0; i < out.size(); i++) {
      if (isLoopWith(out.get(i), Stmt.Push.class)) {
        Compound.For forward = (Compound.For) out.get(i);
        Optional<Compound.For> reverse = reverse(forward, out.subList(i + 1, out.size()));
        if (reverse.isPresent()) {
          int at = out.indexOf(reverse.get());
          List<Stmt> changed = new ArrayList<>();
          out.set(at, saved(new Pair(forward, reverse.get()), changed));
          out.remove(i);
          out.addAll(i, changed);
          i += changed.size() - 1;
        }
      }
    }
    return out;
  }

  private Optional<Compound.For> reverse(Compound.For forward, List<Stmt> behind) {
    List<Compound.For> loops =
        behind.stream()
            .filter(s -> isLoopWith(s, Stmt.Pop.class))
            .map(Compound.For.class::cast)
            .filter(f -> f.index().equals(forward.index()))
            .toList();
    boolean one = loops.size() == 1 && !loopAgain(forward, behind);
    return one && mirrors(new Pair(forward, loops.get(0)))
        ? Optional.of(loops.get(0))
        : Optional.empty();
  }

  private static boolean loopAgain(Compound.For forward, List<Stmt> behind) {
    return behind.stream()
        .filter(s -> isLoopWith(s, Stmt.Push.class))
        .anyMatch(s -> ((Compound.For) s).index().equals(forward.index()));
  }

  private boolean mirrors(Pair p) {
    Compound.For f = p.forward();
    Compound.For r = p.reverse();
    boolean range =
        f.facts().independent() && SweepFusion.match(f, r) && isFixed(f.from()) && isFixed(f.to());
    List<Var> pops = new ArrayList<>(taken(r));
    Collections.reverse(pops);
    return range
        && pops.stream().allMatch(Var::isReal)
        && pushed(f).equals(Optional.of(pops))
        && isPlain(f, pops.size())
        && isPlain(r, pops.size());
  }

  private boolean isFixed(Expr e) {
    boolean[] fixed = {true};
    e.walk(
        x ->
            fixed[0] &=
                x instanceof Expr.IntLiteral
                    || x instanceof Expr.Operation
                    || (x instanceof Expr.Read r && isFixed(r.variable())));
    return fixed[0];
  }

  private boolean isFixed(Var v) {
    return v.storage() == Var.Storage.FIELD || definitions.isFixed(v);
  }

  /** What the loop saves, if that is variables. */
  private static Optional<List<Var>> pushed(Compound.For f) {
    List<Var> variables = new ArrayList<>();
    for (Stmt s : f.body()) {
      if (s instanceof Stmt.Push p) {
        if (!(p.value() instanceof Expr.Read r)) {
          return Optional.empty();
        }
        variables.add(r.variable());
      }
    }
    return Optional.of(variables);
  }

  private static List<Var> taken(Compound.For r) {
    return r.body().stream()
        .filter(Stmt.Pop.class::isInstance)
        .map(s -> ((Stmt.Pop) s).variable())
        .toList();
  }

  /** Whether nothing inside uses the stack but so many statements at the top. */
  private static boolean isPlain(Compound.For f, int count) {
    int[] stack = {0};
    boolean[] plain = {true};
    f.body()
        .forEach(
            s ->
                s.walk(
                    t -> {
                      stack[0] += t instanceof Stmt.Push || t instanceof Stmt.Pop ? 1 : 0;
                      plain[0] &=
                          !(t instanceof Stmt.PushContainer
                              || t instanceof Stmt.PopContainer
                              || t instanceof Stmt.Call
                              || t instanceof Stmt.Break
                              || t instanceof Stmt.Continue
                              || t instanceof Stmt.Return);
                    }));
    return plain[0] && stack[0] == count;
  }

  /**
   * The reverse loop with loads; the forward loop with stores goes to a list, behind the
   * containers.
   */
  private Stmt saved(Pair p, List<Stmt> out) {
    Compound.For f = p.forward();
    Expr start = negative(f.from());
    Expr place = Exprs.addInt(Exprs.read(f.index()), start);
    Expr count = Exprs.addInt(Exprs.addInt(f.to(), start), Exprs.integer(1));
    Expr none = Exprs.op(Operator.LESS_INT, count, Exprs.integer(0));
    Expr size = new Expr.Choose(none, Exprs.integer(0), count);
    Map<Var, Var> containers = new HashMap<>();
    for (Var v : taken(p.reverse())) {
      Var container = names.local("saved_" + v.name(), CoreType.REALS);
      containers.put(v, container);
      out.add(new Stmt.Declare(container, List.of(size), Stmt.Fill.NONE));
    }
    out.add(f.mapBodies(b -> b.stream().map(s -> stored(s, containers, place)).toList()));
    List<Stmt> loads = p.reverse().body().stream().map(s -> loaded(s, containers, place)).toList();
    return p.reverse().mapBodies(b -> own(p, loads));
  }

  private static Expr negative(Expr e) {
    return e instanceof Expr.IntLiteral i
        ? Exprs.integer(-i.value())
        : Exprs.op(Operator.NEGATE_INT, e);
  }

  private static Stmt stored(Stmt s, Map<Var, Var> containers, Expr place) {
    if (s instanceof Stmt.Push p) {
      Var container = containers.get(((Expr.Read) p.value()).variable());
      return new Stmt.Store(container, List.of(place), p.value());
    }
    return s;
  }

  private static Stmt loaded(Stmt s, Map<Var, Var> containers, Expr place) {
    return s instanceof Stmt.Pop p
        ? new Stmt.Assign(p.variable(), Exprs.load(containers.get(p.variable()), place))
        : s;
  }

  /** The reverse loop with names of its own for what each iteration gives a value first. */
  private List<Stmt> own(Pair p, List<Stmt> body) {
    Map<Var, Integer> forward = Occurrences.in(p.forward());
    Map<Var, Integer> reverse = Occurrences.in(p.reverse());
    Map<Var, Var> renamed = new HashMap<>();
    for (Var v : givenFirst(body)) {
      int both = forward.getOrDefault(v, 0) + reverse.getOrDefault(v, 0);
      if (forward.containsKey(v) && occurrences.count(v) == both) {
        renamed.put(v, names.local(v.name(), v.type()));
      }
    }
    return new Renaming(v -> renamed.getOrDefault(v, v)).list(body);
  }

  /** Scalars that statements give a value, at the top, before they use it. */
  private static Set<Var> givenFirst(List<Stmt> body) {
    Set<Var> given = new LinkedHashSet<>();
    Set<Var> early = new HashSet<>();
    for (Stmt s : body) {
      s.walk(
          t -> {
            t.forEachExpression(
                e -> Variables.in(e).stream().filter(v -> !given.contains(v)).forEach(early::add));
            if (t != s) {
              Variables.defined(t).stream().filter(v -> !given.contains(v)).forEach(early::add);
            }
          });
      Variables.defined(s).stream()
          .filter(v -> v.isScalar() && !early.contains(v))
          .forEach(given::add);
    }
    return given;
  }
}
