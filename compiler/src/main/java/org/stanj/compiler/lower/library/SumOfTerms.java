package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;
import org.stanj.compiler.typed.UserFunction;

/** A density's body that is: scalar locals, checks, and the return of a sum of terms. */
final class SumOfTerms {
  /** A term and its sign. */
  record Term(TypedExpr value, boolean positive) {}

  private final List<TypedStmt> before;
  private final List<Term> terms;

  /** What each local is made from: its initial value and its sizes. */
  private final Map<Symbol, List<TypedExpr>> locals = new HashMap<>();

  private SumOfTerms(List<TypedStmt> before, List<Term> terms) {
    this.before = before;
    this.terms = terms;
    for (TypedStmt s : before) {
      if (s instanceof TypedStmt.Declare d) {
        List<TypedExpr> from = new ArrayList<>(d.declaration().sizes());
        from.add(d.declaration().initial().orElseThrow());
        locals.put(d.declaration().symbol(), from);
      }
    }
  }

  static boolean fits(UserFunction f) {
    List<TypedStmt> body = f.body();
    int n = body.size();
    if (n == 0 || !(body.get(n - 1) instanceof TypedStmt.Return)) {
      return false;
    }
    return body.subList(0, n - 1).stream().allMatch(SumOfTerms::isPreparation);
  }

  private static boolean isPreparation(TypedStmt s) {
    if (s instanceof TypedStmt.Declare d) {
      return d.declaration().initial().isPresent();
    }
    return s instanceof TypedStmt.If i
        && i.no().isEmpty()
        && i.yes().stream().allMatch(t -> t instanceof TypedStmt.Message);
  }

  static SumOfTerms of(UserFunction f) {
    List<TypedStmt> body = f.body();
    TypedStmt.Return last = (TypedStmt.Return) body.get(body.size() - 1);
    return new SumOfTerms(body.subList(0, body.size() - 1), split(last.value().orElseThrow()));
  }

  /** Takes sums and differences apart. */
  static List<Term> split(TypedExpr e) {
    List<Term> terms = new ArrayList<>();
    split(e, true, terms);
    return terms;
  }

  private static void split(TypedExpr e, boolean positive, List<Term> into) {
    if (e instanceof TypedExpr.Binary b && e.type().isScalar()) {
      if (b.operator() == TypedExpr.BinaryOp.ADD || b.operator() == TypedExpr.BinaryOp.SUBTRACT) {
        boolean minus = b.operator() == TypedExpr.BinaryOp.SUBTRACT;
        split(b.left(), positive, into);
        split(b.right(), minus != positive, into);
        return;
      }
    }
    if (e instanceof TypedExpr.Unary u && u.operator() == TypedExpr.UnaryOp.MINUS) {
      split(u.operand(), !positive, into);
      return;
    }
    into.add(new Term(e, positive));
  }

  List<Term> where(Predicate<Term> one, Predicate<Term> other) {
    return terms.stream().filter(one.and(other)).toList();
  }

  /** Whether the term's value depends on one of the symbols, through locals too. */
  boolean dependsOn(Term t, Set<Symbol> symbols) {
    Set<Symbol> used = new HashSet<>();
    uses(t.value(), used, false);
    return used.stream().anyMatch(symbols::contains);
  }

  /** Whether a statement of the preparation depends on one of the symbols; a check does. */
  boolean dependsOn(TypedStmt s, Set<Symbol> symbols) {
    if (!(s instanceof TypedStmt.Declare d)) {
      return true;
    }
    Set<Symbol> used = new HashSet<>();
    locals.get(d.declaration().symbol()).forEach(e -> uses(e, used, false));
    return used.stream().anyMatch(symbols::contains);
  }

  /** Whether a value of an autodiff symbol flows into the term; ints carry none. */
  boolean isAutodiff(Term t, Set<Symbol> active) {
    Set<Symbol> used = new HashSet<>();
    uses(t.value(), used, true);
    boolean infinite =
        t.value() instanceof TypedExpr.LibraryCall c && c.function().name().endsWith("_infinity");
    return infinite || used.stream().anyMatch(active::contains);
  }

  private void uses(TypedExpr e, Set<Symbol> into, boolean throughRealsOnly) {
    if (throughRealsOnly && e.type().isInt()) {
      return;
    }
    if (e instanceof TypedExpr.Reference r && into.add(r.symbol())) {
      locals
          .getOrDefault(r.symbol(), List.of())
          .forEach(from -> uses(from, into, throughRealsOnly));
    }
    Subexpressions.of(e).forEach(c -> uses(c, into, throughRealsOnly));
  }

  /** The statements that the terms need, in order: their locals, and on request all checks. */
  List<TypedStmt> needed(List<Term> chosen, boolean checks) {
    Set<Symbol> used = new LinkedHashSet<>();
    chosen.forEach(t -> uses(t.value(), used, false));
    for (TypedStmt s : before) {
      if (checks && s instanceof TypedStmt.If i) {
        uses(i.test(), used, false);
        i.yes().forEach(m -> usesOfMessage((TypedStmt.Message) m, used));
      }
    }
    return before.stream()
        .filter(
            s ->
                s instanceof TypedStmt.Declare d ? used.contains(d.declaration().symbol()) : checks)
        .toList();
  }

  private void usesOfMessage(TypedStmt.Message m, Set<Symbol> used) {
    for (TypedStmt.Part part : m.parts()) {
      if (part instanceof TypedStmt.Part.Value v) {
        uses(v.value(), used, false);
      }
    }
  }
}
