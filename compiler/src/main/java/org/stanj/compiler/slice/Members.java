package org.stanj.compiler.slice;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Which statements can be cut into slices, and which elements of containers they use. */
final class Members {
  private static final Expr NONE = Exprs.integer(0);

  private Members() {}

  /** How many elements a statement runs over; empty if it cannot be cut. */
  static Optional<Expr> count(Stmt s, Declarations declared) {
    if (s instanceof Compound.For f) {
      Expr count = Exprs.addInt(Exprs.subtractInt(f.to(), f.from()), Exprs.integer(1));
      return isCut(f) ? Optional.of(count) : Optional.empty();
    }
    if (s instanceof Stmt.Kernel k && k.method().byRows()) {
      return declared.of(output(k)).map(d -> d.sizes().get(0));
    }
    if (s instanceof Stmt.Copy c && c.from().type().rank() == 1) {
      return declared.of(c.to()).map(d -> d.sizes().get(0));
    }
    return Optional.empty();
  }

  private static boolean isCut(Compound.For f) {
    boolean sums = f.facts().reductions().stream().allMatch(Target.VARIABLE.name()::equals);
    if (!f.facts().independent() || f.down() || !sums) {
      return false;
    }
    boolean[] plain = {true};
    f.walk(s -> plain[0] &= !(s instanceof Compound.Once || s instanceof Compound.Profile));
    return plain[0];
  }

  /** Index of the first element of a statement. */
  static Expr from(Stmt member) {
    return member instanceof Compound.For f ? f.from() : NONE;
  }

  /** What a kernel makes that works row by row. */
  static Var output(Stmt.Kernel k) {
    return ((Operand.Container) k.arguments().get(k.arguments().size() - 1)).variable();
  }

  /**
   * The element of a container that the first element of a member uses, if each uses one of its
   * own: its number in the first dimension.
   *
   * @return one value; none if the member does not care, several if elements do not keep apart
   */
  static Set<Optional<Expr>> first(Stmt member, Var container) {
    if (member instanceof Stmt.FillAll f && !Variables.in(f.value()).contains(container)) {
      return Set.of();
    }
    if (member instanceof Stmt.Copy c) {
      return Set.of(c.to().equals(c.from()) ? Optional.empty() : Optional.of(NONE));
    }
    if (member instanceof Stmt.Kernel k) {
      long mentions =
          k.arguments().stream()
              .filter(o -> o instanceof Operand.Container c && c.variable().equals(container))
              .count();
      boolean own = mentions == 1 && output(k).equals(container);
      return Set.of(own ? Optional.of(NONE) : Optional.empty());
    }
    return member instanceof Compound.For f ? first(f, container) : Set.of(Optional.empty());
  }

  private static Set<Optional<Expr>> first(Compound.For f, Var container) {
    Set<Optional<Expr>> found = new HashSet<>();
    f.walk(
        s -> {
          s.forEachExpression(e -> e.walk(x -> look(x, container, f, found)));
          if (s instanceof Stmt.Store t && t.container().equals(container)) {
            found.add(first(t.at(), container, f));
          } else if (s instanceof Stmt.Accumulate t && t.container().equals(container)) {
            found.add(first(t.at(), container, f));
          } else if (touchesWhole(s, container)) {
            found.add(Optional.empty());
          }
        });
    return found;
  }

  private static boolean touchesWhole(Stmt s, Var container) {
    return Variables.elementsWritten(s).contains(container)
        || Variables.containersRead(s).contains(container)
        || Variables.defined(s).contains(container);
  }

  private static void look(Expr e, Var container, Compound.For f, Set<Optional<Expr>> found) {
    if (e instanceof Expr.Dim d && d.container().equals(container)) {
      found.add(Optional.empty());
    } else if (e instanceof Expr.Load l && l.container().equals(container)) {
      found.add(first(l.at(), container, f));
    }
  }

  private static Optional<Expr> first(List<Expr> at, Var container, Compound.For f) {
    if (at.size() != container.type().rank()) {
      return Optional.empty();
    }
    return shift(at.get(0), f.index()).map(shift -> Exprs.addInt(f.from(), shift));
  }

  /** What an index adds to that of the loop, if it is a literal. */
  private static Optional<Expr> shift(Expr at, Var index) {
    if (at.equals(Exprs.read(index))) {
      return Optional.of(NONE);
    }
    boolean sum =
        Exprs.isOperation(at, Operator.ADD_INT)
            && Exprs.operand(at, 0).equals(Exprs.read(index))
            && Exprs.operand(at, 1) instanceof Expr.IntLiteral;
    return sum ? Optional.of(Exprs.operand(at, 1)) : Optional.empty();
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
