package org.stanj.compiler.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** The containers of a function whose sizes are literals: those made with them, and views. */
final class KnownShapes {
  private final Definitions definitions;
  private final Map<Var, List<Expr>> sizes = new HashMap<>();

  KnownShapes(CoreFunction f) {
    definitions = new Definitions(f);
    f.body().forEach(s -> s.walk(this::look));
  }

  private void look(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      add(d.variable(), d.sizes());
    } else if (s instanceof Stmt.View v) {
      add(v.variable(), v.sizes());
    }
  }

  private void add(Var v, List<Expr> given) {
    List<Expr> folded = given.stream().map(this::folded).toList();
    boolean literal = folded.stream().allMatch(e -> e instanceof Expr.IntLiteral);
    if (literal && v.storage() == Var.Storage.LOCAL && isMadeOnce(v)) {
      sizes.put(v, folded);
    }
  }

  /** Whether one statement alone makes the variable. */
  boolean isMadeOnce(Var v) {
    return definitions.isMadeOnce(v);
  }

  /** The sizes of a container, if they are known. */
  Optional<List<Integer>> of(Var container) {
    return Optional.ofNullable(sizes.get(container))
        .map(list -> list.stream().map(e -> ((Expr.IntLiteral) e).value()).toList());
  }

  /** The expression with known sizes in place of questions for them. */
  Expr folded(Expr e) {
    return e.rewriteBottomUp(this::node);
  }

  private Expr node(Expr e) {
    if (e instanceof Expr.Dim d) {
      List<Expr> known = sizes.get(d.container());
      return known == null ? e : known.get(d.dimension());
    }
    return decided(e);
  }

  /** An int operation over literals as the literal it is. */
  static Expr decided(Expr e) {
    boolean literals =
        e instanceof Expr.Operation o
            && o.kind() == Kind.INT
            && o.operands().stream().allMatch(x -> x instanceof Expr.IntLiteral);
    return literals ? Folding.node(e) : e;
  }
}
