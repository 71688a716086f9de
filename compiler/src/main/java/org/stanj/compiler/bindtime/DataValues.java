package org.stanj.compiler.bindtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Expressions of a function in terms of fields, literals and the indices of counted loops whose
 * bounds are such expressions too: what bind can compute.
 *
 * <p>Follows a traversal in the order of the text: what a list defines is known until its end.
 */
public final class DataValues {
  private static final int LONGEST = 60;

  private final Definitions definitions;
  private final Map<Var, Expr> scalars = new HashMap<>();
  private final Map<Var, Stmt.View> views = new HashMap<>();
  private final Map<Var, List<Expr>> sizes = new HashMap<>();
  private final List<Var> order = new ArrayList<>();

  public DataValues(CoreFunction f) {
    definitions = new Definitions(f);
  }

  public int mark() {
    return order.size();
  }

  /** Forgets what was noted since the mark. */
  public void release(int mark) {
    List<Var> since = order.subList(mark, order.size());
    since.forEach(scalars::remove);
    since.forEach(views::remove);
    since.forEach(sizes::remove);
    since.clear();
  }

  /** Notes what a statement defines. */
  public void passed(Stmt s) {
    if (s instanceof Stmt.Assign a && isFixed(a.variable())) {
      closed(a.value()).ifPresent(e -> note(a.variable(), e));
    } else if (s instanceof Stmt.View v && isFixed(v.variable())) {
      view(v);
    } else if (s instanceof Stmt.Declare d && isFixed(d.variable())) {
      closed(d.sizes()).ifPresent(all -> sizes(d.variable(), all));
    }
  }

  /** The index of a loop from here on: itself. */
  public void index(Var v) {
    note(v, Exprs.read(v));
  }

  private void note(Var v, Expr value) {
    scalars.put(v, value);
    order.add(v);
  }

  private void sizes(Var v, List<Expr> all) {
    sizes.put(v, all);
    order.add(v);
  }

  private void view(Stmt.View v) {
    Optional<List<Expr>> all = closed(v.sizes());
    all.ifPresent(s -> sizes(v.variable(), s));
    Optional<Expr> offset = closed(v.offset());
    if (all.isEmpty() || offset.isEmpty() || v.variable().type().rank() != 1) {
      return;
    }
    Stmt.View outer = views.get(v.of());
    if (outer != null) {
      Expr from = Exprs.addInt(outer.offset(), offset.get());
      views.put(v.variable(), new Stmt.View(v.variable(), outer.of(), from, all.get()));
    } else if (isField(v.of())) {
      views.put(v.variable(), new Stmt.View(v.variable(), v.of(), offset.get(), all.get()));
    }
  }

  /** Whether a local variable or parameter is given a value at one place only. */
  boolean isFixed(Var v) {
    return v.storage() == Var.Storage.LOCAL && definitions.isMadeOnce(v);
  }

  private boolean isField(Var v) {
    return v.storage() == Var.Storage.FIELD && definitions.count(v) == 0;
  }

  private Optional<List<Expr>> closed(List<Expr> all) {
    List<Expr> out = new ArrayList<>();
    for (Expr e : all) {
      closed(e).ifPresent(out::add);
    }
    return out.size() == all.size() ? Optional.of(out) : Optional.empty();
  }

  /**
   * The expression over fields and indices of loops. Empty where it depends on something else, may
   * throw, or would become long.
   */
  public Optional<Expr> closed(Expr e) {
    return resolved(e).filter(r -> length(r) <= LONGEST);
  }

  private static int length(Expr e) {
    int[] nodes = {0};
    e.walk(x -> nodes[0]++);
    return nodes[0];
  }

  private Optional<Expr> resolved(Expr e) {
    if (e instanceof Expr.IntLiteral || e instanceof Expr.RealLiteral) {
      return Optional.of(e);
    } else if (e instanceof Expr.Read r) {
      return isField(r.variable())
          ? Optional.of(e)
          : Optional.ofNullable(scalars.get(r.variable()));
    } else if (e instanceof Expr.Dim d) {
      List<Expr> known = sizes.get(d.container());
      return isField(d.container())
          ? Optional.of(e)
          : Optional.ofNullable(known).map(s -> s.get(d.dimension()));
    } else if (e instanceof Expr.Load l) {
      return load(l);
    }
    return mayThrow(e) ? Optional.empty() : rebuilt(e);
  }

  private Optional<Expr> rebuilt(Expr e) {
    boolean[] all = {true};
    Expr changed =
        e.mapChildren(
            child -> {
              Optional<Expr> c = all[0] ? resolved(child) : Optional.empty();
              all[0] &= c.isPresent();
              return c.orElse(child);
            });
    return all[0] ? Optional.of(changed) : Optional.empty();
  }

  private Optional<Expr> load(Expr.Load l) {
    Optional<List<Expr>> at = closed(l.at());
    if (at.isEmpty()) {
      return Optional.empty();
    }
    Stmt.View view = views.get(l.container());
    if (view != null && at.get().size() == 1) {
      return Optional.of(Exprs.load(view.of(), Exprs.addInt(view.offset(), at.get().get(0))));
    }
    return isField(l.container())
        ? Optional.of(new Expr.Load(l.container(), at.get()))
        : Optional.empty();
  }

  private static boolean mayThrow(Expr e) {
    if (e instanceof Expr.Apply a) {
      return a.hasEffect();
    }
    boolean division =
        Exprs.isOperation(e, Operator.DIVIDE_INT) || Exprs.isOperation(e, Operator.MODULO_INT);
    return e instanceof Expr.HasInit
        || (division
            && (!(Exprs.operand(e, 1) instanceof Expr.IntLiteral)
                || Exprs.isInt(Exprs.operand(e, 1), 0)));
  }
}
