package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Elides copies of neighbouring rows: {@code X[lo:hi] * b} multiplies rows of {@code X} where they
 * stand, by a kernel that works row by row.
 */
public final class RowRanges {
  /** A copy of the rows of a matrix from one on. */
  private record Rows(Var copy, Var of, Expr from) {}

  private final Occurrences occurrences;
  private final Definitions definitions;

  private RowRanges(CoreFunction f) {
    occurrences = new Occurrences(f);
    definitions = new Definitions(f);
  }

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(f -> f.withBody(new RowRanges(f).list(f.body())));
  }

  private List<Stmt> list(List<Stmt> given) {
    List<Stmt> body = new ArrayList<>(given.stream().map(s -> s.mapBodies(this::list)).toList());
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Stmt.Kernel k && k.method().byRows()) {
        elide(body, i, k);
      }
    }
    body.removeIf(s -> s instanceof Compound.Region r && r.body().isEmpty());
    return body;
  }

  /** Looks for the copy that the kernel takes; it must be its only reader. */
  private void elide(List<Stmt> body, int at, Stmt.Kernel k) {
    Var copy = ((Operand.Container) k.arguments().get(0)).variable();
    for (int i = at - 1; i > 0; i--) {
      Optional<Rows> rows = rows(body.get(i)).filter(r -> r.copy().equals(copy));
      if (rows.isEmpty()) {
        continue;
      }
      if (isOnlyUse(body.subList(i - 1, i + 1), k, copy) && isUntouched(body, i, at, rows.get())) {
        body.set(at, byRows(k, rows.get()));
        body.set(i, new Compound.Region(List.of()));
        body.set(i - 1, new Compound.Region(List.of()));
      }
      return;
    }
  }

  private boolean isOnlyUse(List<Stmt> making, Stmt.Kernel k, Var copy) {
    Map<Var, Integer> inside = new HashMap<>();
    List<Stmt> all = new ArrayList<>(making);
    all.add(k);
    all.forEach(s -> Occurrences.in(s).forEach((v, n) -> inside.merge(v, n, Integer::sum)));
    boolean once = Occurrences.in(k).get(copy) == 1;
    boolean declared = making.get(0) instanceof Stmt.Declare d && d.variable().equals(copy);
    return once && declared && !occurrences.leaves(copy, inside);
  }

  /** Whether the matrix and the number of the first row are the same when the kernel runs. */
  private boolean isUntouched(List<Stmt> body, int from, int to, Rows rows) {
    boolean fixed =
        Variables.in(rows.from()).stream().allMatch(v -> v.isScalar() && definitions.isFixed(v));
    boolean[] kept = {fixed && definitions.isFixed(rows.of())};
    for (Stmt s : body.subList(from, to)) {
      s.walk(
          t -> {
            boolean writes = !Variables.elementsWritten(t).isEmpty();
            kept[0] &= !writes || isOwn(t, rows);
          });
    }
    return kept[0];
  }

  /** Whether a statement writes what cannot be the matrix: a container of another rank. */
  private static boolean isOwn(Stmt s, Rows rows) {
    return rows.of().storage() == Var.Storage.FIELD
        || Variables.elementsWritten(s).stream().allMatch(v -> v.equals(rows.copy()));
  }

  private static Stmt byRows(Stmt.Kernel k, Rows rows) {
    List<Operand> arguments = new ArrayList<>(k.arguments());
    arguments.set(0, new Operand.Container(rows.of()));
    arguments.add(arguments.size() - 1, new Operand.Scalar(rows.from()));
    return new Stmt.Kernel(k.result(), k.method().rows(), arguments, k.where(), k.line());
  }

  /**
   * Reads a loop over columns and rows that copies {@code of[from + i, j]} to {@code copy[i, j]}.
   */
  private static Optional<Rows> rows(Stmt s) {
    if (!(s instanceof Compound.For columns)
        || columns.body().size() != 1
        || !(columns.body().get(0) instanceof Compound.For rows)
        || rows.body().size() != 1
        || !(rows.body().get(0) instanceof Stmt.Store t)
        || !(t.value() instanceof Expr.Load l)) {
      return Optional.empty();
    }
    Expr i = Exprs.read(rows.index());
    Expr j = Exprs.read(columns.index());
    boolean whole = Exprs.isInt(columns.from(), 0) && Exprs.isInt(rows.from(), 0);
    boolean same = t.at().equals(List.of(i, j)) && l.at().size() == 2 && l.at().get(1).equals(j);
    boolean columnsOf =
        columns.to().equals(Exprs.addInt(new Expr.Dim(l.container(), 1), Exprs.integer(-1)));
    if (!whole || !same || !columnsOf || !l.container().type().matrix()) {
      return Optional.empty();
    }
    return from(l.at().get(0), i).map(from -> new Rows(t.container(), l.container(), from));
  }

  private static Optional<Expr> from(Expr at, Expr i) {
    if (!Exprs.isOperation(at, Operator.ADD_INT)) {
      return at.equals(i) ? Optional.of(Exprs.integer(0)) : Optional.empty();
    }
    Expr a = Exprs.operand(at, 0);
    Expr b = Exprs.operand(at, 1);
    return b.equals(i) ? Optional.of(a) : a.equals(i) ? Optional.of(b) : Optional.empty();
  }
}
