package org.stanj.compiler.slice;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;
import org.stanj.compiler.simplify.Aliases;

/** Which statements can be cut into slices, and how they use the containers that slices own. */
final class Members {
  private Members() {}

  /** The range that a statement runs over; empty if it cannot be cut. */
  static Optional<Group.Range> range(Stmt s, Declarations declared) {
    if (s instanceof Compound.For f) {
      return isCut(f) ? Optional.of(new Group.Range(f.from(), f.to())) : Optional.empty();
    }
    if (s instanceof Stmt.Kernel k && k.method().byRows()) {
      return declared
          .of(output(k))
          .map(
              d ->
                  new Group.Range(
                      Exprs.integer(0), Exprs.addInt(d.sizes().get(0), Exprs.integer(-1))));
    }
    return Optional.empty();
  }

  private static boolean isCut(Compound.For f) {
    boolean sums = f.facts().reductions().stream().allMatch("target"::equals);
    if (!f.facts().independent() || f.down() || !sums) {
      return false;
    }
    boolean[] plain = {true};
    f.walk(s -> plain[0] &= !(s instanceof Compound.Once || s instanceof Compound.Profile));
    return plain[0];
  }

  /** What a kernel makes that works row by row. */
  static Var output(Stmt.Kernel k) {
    return ((Operand.Container) k.arguments().get(k.arguments().size() - 1)).variable();
  }

  /** Whether all that a member does with a container concerns the element of the iteration. */
  static boolean keepsToItself(Stmt member, Var container) {
    if (member instanceof Stmt.FillAll f) {
      return f.container().equals(container) && !Variables.in(f.value()).contains(container);
    }
    if (member instanceof Stmt.Kernel k) {
      long mentions =
          k.arguments().stream()
              .filter(o -> o instanceof Operand.Container c && c.variable().equals(container))
              .count();
      return mentions == 1 && output(k).equals(container);
    }
    return member instanceof Compound.For f && keepsToItself(f, container);
  }

  private static boolean keepsToItself(Compound.For f, Var container) {
    boolean[] own = {true};
    f.walk(
        s -> {
          s.forEachExpression(e -> e.walk(x -> own[0] &= isOwn(x, container, f.index())));
          if (s instanceof Stmt.Store t && t.container().equals(container)) {
            own[0] &= isOwn(t.at(), container, f.index());
          } else if (s instanceof Stmt.Accumulate t && t.container().equals(container)) {
            own[0] &= isOwn(t.at(), container, f.index());
          } else {
            own[0] &= !Variables.elementsWritten(s).contains(container);
          }
          own[0] &= !Variables.containersRead(s).contains(container);
          own[0] &= !Variables.defined(s).contains(container);
        });
    return own[0];
  }

  private static boolean isOwn(Expr e, Var container, Var index) {
    if (e instanceof Expr.Dim d) {
      return !d.container().equals(container);
    }
    return !(e instanceof Expr.Load l)
        || !l.container().equals(container)
        || isOwn(l.at(), container, index);
  }

  private static boolean isOwn(List<Expr> at, Var container, Var index) {
    return at.size() == container.type().rank() && at.get(0).equals(Exprs.read(index));
  }

  /** Containers outside of it whose elements a member writes, by whatever name. */
  static Set<Var> written(Stmt member, Aliases aliases) {
    Set<Var> written = new LinkedHashSet<>();
    Set<Var> made = new HashSet<>();
    member.walk(
        s -> {
          Variables.elementsWritten(s).forEach(v -> written.add(aliases.storage(v)));
          made.addAll(Variables.defined(s));
        });
    written.removeAll(made);
    return written;
  }
}
