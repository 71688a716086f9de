package org.stanj.compiler.lower.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DataFields;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.MessagePlaces;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedPlace;
import org.stanj.compiler.typed.TypedStmt;

/** Declarations of locals and of the variables of blocks that mix them with statements. */
public final class Declarations {
  private final Language language;
  private final Assignments assignments;
  private final Builder builder;

  Declarations(Language language, Assignments assignments) {
    this.language = language;
    this.assignments = assignments;
    this.builder = language.builder();
  }

  void declare(Declaration d) {
    Optional<TypedExpr> initial = d.initial();
    if (initial.isPresent() && reads(initial.get(), d.symbol())) {
      declareThenAssign(d, initial.get());
    } else {
      declare(d, initial.map(e -> () -> language.value(e)));
    }
  }

  private static boolean reads(TypedExpr e, Symbol symbol) {
    return Subexpressions.references(e).stream().anyMatch(r -> r.symbol() == symbol);
  }

  /** A variable that its own first value reads is unset there. */
  private void declareThenAssign(Declaration d, TypedExpr initial) {
    Symbol symbol = d.symbol();
    builder.gathered.assigned.add(symbol);
    declare(d, Optional.empty());
    TypedPlace place = new TypedPlace(symbol, List.of(), symbol.type(), d.span());
    assignments.assign(new TypedStmt.Assign(place, Optional.empty(), initial, d.span()));
  }

  private void declare(Declaration d, Optional<Supplier<Value>> initial) {
    Symbol symbol = d.symbol();
    if (symbol.type().isComposite()) {
      composite(d, initial.map(Supplier::get));
    } else if (symbol.type().isScalar()) {
      scalar(d, initial);
    } else {
      container(d, initial);
    }
  }

  private void composite(Declaration d, Optional<Value> initial) {
    List<Declaration> components = Components.of(builder.gathered, d);
    for (int i = 0; i < components.size(); i++) {
      int which = i;
      declare(
          components.get(i), initial.map(v -> () -> ((Value.Composite) v).components().get(which)));
    }
    if (isField(d.symbol())) {
      builder.gathered.compositeData.add(d);
    }
    Components.bind(builder, d);
  }

  private boolean isField(Symbol symbol) {
    return builder.setting().binding() && symbol.origin() == Symbol.Origin.TRANSFORMED_DATA;
  }

  private Var variable(Symbol symbol) {
    if (isField(symbol)) {
      return DataFields.add(builder.gathered, symbol);
    }
    return builder.names.local(symbol.name(), Value.coreType(symbol.type()));
  }

  private boolean autodiff(Symbol symbol) {
    return builder.setting().localsAutodiff() && !symbol.type().isInt() && !symbol.dataOnly();
  }

  private void scalar(Declaration d, Optional<Supplier<Value>> initial) {
    Symbol symbol = d.symbol();
    boolean ints = symbol.type().isInt();
    Expr unset = ints ? Exprs.integer(Integer.MIN_VALUE) : Exprs.real(Double.NaN);
    Value given = initial.map(Supplier::get).orElse(Value.Scalar.of(unset, false));
    Expr first = ints ? given.scalar() : Exprs.toReal(given.scalar());
    Var variable = variable(symbol);
    if (!builder.gathered.assigned.contains(symbol) && variable.storage() == Var.Storage.LOCAL) {
      builder.constants.add(variable);
    }
    builder.emit(new Stmt.Assign(variable, first));
    boolean fixed = builder.inLibrary() && !builder.gathered.assigned.contains(symbol);
    boolean level = fixed ? given.autodiff() : autodiff(symbol);
    builder.values.put(symbol, new Value.Scalar(symbol.type(), Exprs.read(variable), level));
  }

  private void container(Declaration d, Optional<Supplier<Value>> initial) {
    Symbol symbol = d.symbol();
    List<Expr> sizes = sizes(d);
    Var variable = variable(symbol);
    Value.Stored stored = new Value.Stored(symbol.type(), variable, sizes, autodiff(symbol));
    if (initial.isEmpty()) {
      builder.emit(new Stmt.Declare(variable, sizes, Stmt.Fill.UNSET));
      builder.values.put(symbol, stored);
      return;
    }
    Value first = initial.get().get();
    assignments.sameSizes(symbol, sizes, first.sizes(), d.span());
    builder.emit(new Stmt.Declare(variable, sizes, Stmt.Fill.NONE));
    builder.write(stored, first);
    builder.values.put(symbol, stored);
  }

  /** All sizes, square types written out; checked not to be negative. */
  public List<Expr> sizes(Declaration d) {
    List<Expr> sizes = new ArrayList<>();
    for (TypedExpr size : d.sizes()) {
      Expr n = builder.frozen(language.scalar(size));
      notNegative(n, d.symbol().name(), text(size.span()), size.span());
      sizes.add(n);
    }
    boolean square =
        d.symbol().type().realPart().base() == StanType.Base.MATRIX
            && sizes.size() == d.symbol().type().rank() - 1;
    if (square) {
      sizes.add(sizes.get(sizes.size() - 1));
    }
    return sizes;
  }

  private static String text(Span span) {
    if (span.startLine() != span.endLine()) {
      return "";
    }
    String line = span.file().line(span.startLine());
    return line.substring(
        Math.min(span.startColumn(), line.length()), Math.min(span.endColumn(), line.length()));
  }

  private void notNegative(Expr n, String variable, String expression, Span span) {
    if (LinearIndex.of(n).nonNegative(builder.ranges) || n instanceof Expr.Dim) {
      return;
    }
    builder.rejectIf(
        Exprs.op(Operator.LESS_INT, n, Exprs.integer(0)),
        Stmt.RejectKind.SIZE,
        List.of(
            new Operand.Text(
                "Found negative dimension size in variable declaration; variable="
                    + variable
                    + "; dimension size expression="
                    + expression
                    + "; expression value="),
            new Operand.Scalar(n)),
        MessagePlaces.where(span));
  }
}
