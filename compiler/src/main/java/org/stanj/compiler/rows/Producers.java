package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Finds the statements that do nothing but work for a loop of the same list. */
final class Producers {
  private final CoreFunction f;
  private final Definitions definitions;
  private final Aliases aliases;
  private final Occurrences occurrences;

  Producers(CoreFunction f) {
    this.f = f;
    definitions = new Definitions(f);
    aliases = new Aliases(f.body());
    occurrences = new Occurrences(f);
  }

  /**
   * The positions of the last statement and of all that make or check the containers which it alone
   * reads. Empty where others read such a container too, or where the statements cannot run behind
   * all others.
   */
  Optional<List<Integer>> of(List<Stmt> list) {
    return needed(list).filter(moved -> mayMove(list, moved));
  }

  /** The list without those statements. */
  static List<Stmt> others(List<Stmt> list, List<Integer> needed) {
    List<Stmt> others = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!needed.contains(i)) {
        others.add(list.get(i));
      }
    }
    return others;
  }

  /** Whether a scalar, or the elements of a container, keep the value that they are given once. */
  boolean isFixed(Var v, Effects effects) {
    boolean made = definitions.isMadeOnce(v) && v.storage() == Var.Storage.LOCAL;
    return made
        && !effects.writes().contains(v)
        && (v.isScalar() || !effects.writes().contains(new Effects.Elements(aliases.storage(v))));
  }

  private Optional<List<Integer>> needed(List<Stmt> list) {
    TreeSet<Integer> needed = new TreeSet<>(List.of(list.size() - 1));
    List<Integer> open = new ArrayList<>(needed);
    while (!open.isEmpty()) {
      for (Var c : locals(list.get(open.remove(open.size() - 1)))) {
        for (int i = 0; i < list.size(); i++) {
          if (Occurrences.in(list.get(i)).containsKey(c) && needed.add(i)) {
            open.add(i);
          }
        }
      }
    }
    return isOwn(list, needed) ? Optional.of(new ArrayList<>(needed)) : Optional.empty();
  }

  /** Containers that the statement fills, or that were filled for what it goes through. */
  private Set<Var> locals(Stmt s) {
    Set<Var> found = new HashSet<>();
    Set<Var> indices = new HashSet<>();
    s.walk(
        t -> {
          found.addAll(Variables.elementsWritten(t));
          if (t instanceof Compound.For l) {
            indices.add(l.index());
          }
          t.forEachExpression(e -> e.walk(x -> direct(x, indices).ifPresent(found::add)));
        });
    return found;
  }

  /** A container that is made here, if the expression is its element at an index of a loop. */
  private Optional<Var> direct(Expr e, Set<Var> indices) {
    if (!(e instanceof Expr.Load l) || !isMadeHere(l.container())) {
      return Optional.empty();
    }
    boolean[] plain = {true};
    Set<Var> used = new HashSet<>();
    for (Expr at : l.at()) {
      at.walk(x -> plain[0] &= !(x instanceof Expr.Load));
      used.addAll(Variables.in(at));
    }
    boolean all = used.stream().allMatch(v -> indices.contains(v) || isField(v));
    return plain[0] && all && used.stream().anyMatch(indices::contains)
        ? Optional.of(l.container())
        : Optional.empty();
  }

  private boolean isMadeHere(Var v) {
    return definitions.isMadeOnce(v)
        && v.storage() == Var.Storage.LOCAL
        && !f.parameters().contains(v)
        && aliases.storage(v).equals(v);
  }

  private static boolean isField(Var v) {
    return v.storage() == Var.Storage.FIELD;
  }

  /** Whether nothing else reads what the statements make. */
  private boolean isOwn(List<Stmt> list, Set<Integer> needed) {
    Map<Var, Integer> inside = new HashMap<>();
    Set<Var> made = new HashSet<>();
    for (int i : needed) {
      Occurrences.in(list.get(i)).forEach((v, n) -> inside.merge(v, n, Integer::sum));
      list.get(i)
          .walk(
              t -> {
                made.addAll(Variables.defined(t));
                made.addAll(Variables.elementsWritten(t));
              });
    }
    return made.stream().allMatch(v -> isMadeOrScalar(v) && !occurrences.leaves(v, inside));
  }

  private boolean isMadeOrScalar(Var v) {
    return v.isScalar() || isMadeHere(v);
  }

  /** Whether each may as well run behind the statements that follow it and do not move. */
  private boolean mayMove(List<Stmt> list, List<Integer> moved) {
    List<Stmt> before = new ArrayList<>();
    for (int i = moved.get(0); i < list.size(); i++) {
      if (moved.contains(i)) {
        before.add(list.get(i));
      } else if (!effects(before).commutes(effects(List.of(list.get(i))))) {
        return false;
      }
    }
    return true;
  }

  /** What statements do. */
  Effects effects(List<Stmt> body) {
    return Effects.of(body, aliases, Set.of());
  }
}
