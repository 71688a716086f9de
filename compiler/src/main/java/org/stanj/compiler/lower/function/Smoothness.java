package org.stanj.compiler.lower.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Variables;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryFunction.Form;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.typed.DirectExpressions;
import org.stanj.compiler.typed.NestedBodies;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** How often functions can be differentiated with what the prelude says. */
final class Smoothness {
  private final Gathered gathered;
  private final Set<List<Object>> known = new HashSet<>();

  Smoothness(Gathered gathered) {
    this.gathered = gathered;
  }

  /**
   * What a core function or one that it calls does and that has no derivatives up to an order, as
   * the part of a sentence; empty if all have.
   */
  Optional<String> lacking(String function, int order) {
    Deque<String> open = new ArrayDeque<>(List.of(function));
    Set<String> seen = new HashSet<>();
    List<String> found = new ArrayList<>();
    while (!open.isEmpty() && found.isEmpty()) {
      String name = open.pop();
      CoreFunction f = gathered.functions.get(name);
      if (f != null && seen.add(name)) {
        f.body().forEach(s -> s.walk(t -> look(t, order, open, found)));
      }
    }
    return found.stream().findFirst();
  }

  private void look(Stmt s, int order, Deque<String> open, List<String> found) {
    open.addAll(Variables.functionsCalled(s));
    if (s instanceof Stmt.Kernel k && k.method().differentiable()) {
      found.add("the statement " + k.where());
    } else if (s instanceof Stmt.ParallelSum sum) {
      found.add("the sum " + sum.where());
    }
    s.forEachExpression(
        e ->
            e.walk(
                x -> {
                  if (x instanceof Expr.Apply a) {
                    lacking(a.primitive(), order).ifPresent(found::add);
                  }
                }));
  }

  private Optional<String> lacking(Primitive primitive, int order) {
    return primitive.random() || primitive.entry().isEmpty()
        ? Optional.empty()
        : lacking(gathered.library.behind(primitive), order);
  }

  private Optional<String> lacking(LibraryFunction f, int order) {
    if (order == 0 || !known.add(List.of(f.name(), f.parameters(), order))) {
      return Optional.empty();
    }
    if (f.form() == Form.BODY) {
      return inStatements(gathered.library.body(f).body(), order);
    }
    if (f.form() != Form.PRIMITIVE) {
      return Optional.empty();
    }
    for (LibraryFunction.Parameter p : f.parameters()) {
      boolean real = p.type().startsWith("real");
      if (real && !f.derivatives().containsKey(p.name())) {
        return Optional.of(f.name());
      }
      Optional<TypedExpr> text = real ? gathered.library.derivative(f, p.name()) : Optional.empty();
      Optional<String> lacking = text.flatMap(e -> inExpression(e, order - 1));
      if (lacking.isPresent()) {
        return Optional.of(f.name());
      }
    }
    return Optional.empty();
  }

  private Optional<String> inStatements(List<TypedStmt> statements, int order) {
    for (TypedStmt s : statements) {
      for (TypedExpr e : DirectExpressions.of(s)) {
        Optional<String> lacking = inExpression(e, order);
        if (lacking.isPresent()) {
          return lacking;
        }
      }
      for (List<TypedStmt> body : NestedBodies.of(s)) {
        Optional<String> lacking = inStatements(body, order);
        if (lacking.isPresent()) {
          return lacking;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inExpression(TypedExpr e, int order) {
    List<String> found = new ArrayList<>();
    Subexpressions.forEach(
        e,
        x -> {
          if (x instanceof TypedExpr.LibraryCall c) {
            lacking(c.function(), order).ifPresent(found::add);
          } else if (x instanceof TypedExpr.KernelCall k && k.kernel().method().differentiable()) {
            found.add(k.kernel().name());
          }
        });
    return found.stream().findFirst();
  }
}
