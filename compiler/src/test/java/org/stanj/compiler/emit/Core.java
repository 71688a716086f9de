package org.stanj.compiler.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Short names for building core programs by hand. */
public final class Core {
  public static final Var Q = Var.local("q", CoreType.REALS);
  public static final Var OUT = Var.local("out", CoreType.REALS);
  public static final Var ADJOINT = Var.local("adjoint", CoreType.REALS);
  public static final Var PROPTO = Var.local("propto", CoreType.INT);
  public static final Var JACOBIAN = Var.local("jacobian", CoreType.INT);

  private Core() {}

  public static Var realVar(String name) {
    return Var.local(name, CoreType.REAL);
  }

  public static Var intVar(String name) {
    return Var.local(name, CoreType.INT);
  }

  public static Var container(String name, Kind kind, int rank, boolean matrix) {
    return Var.local(name, new CoreType(kind, rank, matrix));
  }

  public static Var field(String name, CoreType type) {
    return new Var(name, type, Var.Storage.FIELD);
  }

  public static Expr i(int value) {
    return new Expr.IntLiteral(value);
  }

  public static Expr r(double value) {
    return new Expr.RealLiteral(value);
  }

  public static Expr get(Var variable) {
    return new Expr.Read(variable);
  }

  public static Expr at(Var container, Expr... indices) {
    return new Expr.Load(container, List.of(indices));
  }

  public static Expr dim(Var container, int dimension) {
    return new Expr.Dim(container, dimension);
  }

  public static Expr op(Operator operator, Expr... operands) {
    return new Expr.Operation(operator, List.of(operands));
  }

  public static Expr add(Expr a, Expr b) {
    return op(a.kind() == Kind.INT ? Operator.ADD_INT : Operator.ADD, a, b);
  }

  public static Expr sub(Expr a, Expr b) {
    return op(a.kind() == Kind.INT ? Operator.SUBTRACT_INT : Operator.SUBTRACT, a, b);
  }

  public static Expr mul(Expr a, Expr b) {
    return op(a.kind() == Kind.INT ? Operator.MULTIPLY_INT : Operator.MULTIPLY, a, b);
  }

  public static Expr real(Expr e) {
    return op(Operator.TO_REAL, e);
  }

  public static Stmt set(Var variable, Expr value) {
    return new Stmt.Assign(variable, value);
  }

  public static Stmt store(Var container, Expr value, Expr... indices) {
    return new Stmt.Store(container, List.of(indices), value);
  }

  public static Stmt accumulate(Var container, Expr value, Expr... indices) {
    return new Stmt.Accumulate(container, List.of(indices), value);
  }

  public static Stmt make(Var container, Stmt.Fill fill, Expr... sizes) {
    return new Stmt.Declare(container, List.of(sizes), fill);
  }

  public static Stmt loop(Var index, Expr from, Expr to, Stmt... body) {
    return new Compound.For(index, from, to, false, List.of(body), LoopFacts.UNKNOWN);
  }

  public static Stmt loopDown(Var index, Expr from, Expr to, Stmt... body) {
    return new Compound.For(index, from, to, true, List.of(body), LoopFacts.UNKNOWN);
  }

  public static Stmt when(Expr test, List<Stmt> yes, List<Stmt> no) {
    return new Compound.If(test, yes, no);
  }

  public static Stmt call(Var result, String function, Operand... arguments) {
    return new Stmt.Call(Optional.of(result), function, List.of(arguments));
  }

  public static Stmt giveBack(Expr value) {
    return new Stmt.Return(Optional.of(new Operand.Scalar(value)));
  }

  public static Stmt giveBack(Var container) {
    return new Stmt.Return(Optional.of(new Operand.Container(container)));
  }

  public static Operand by(Expr value) {
    return new Operand.Scalar(value);
  }

  public static Operand by(Var container) {
    return new Operand.Container(container);
  }

  public static Operand text(String text) {
    return new Operand.Text(text);
  }

  public static CoreFunction function(
      String name, List<Var> parameters, CoreType result, Stmt... body) {
    return new CoreFunction(name, parameters, Optional.of(result), List.of(body));
  }

  public static CoreFunction procedure(String name, List<Var> parameters, Stmt... body) {
    return new CoreFunction(name, parameters, Optional.empty(), List.of(body));
  }

  /** The entry {@code logDensity} with this body. */
  public static CoreFunction density(Stmt... body) {
    return function(
        CoreProgram.Entries.LOG_DENSITY, List.of(Q, PROPTO, JACOBIAN), CoreType.REAL, body);
  }

  /** The entry {@code gradient} with this body. */
  public static CoreFunction gradient(Stmt... body) {
    return function(
        CoreProgram.Entries.GRADIENT, List.of(Q, ADJOINT, PROPTO, JACOBIAN), CoreType.REAL, body);
  }

  /** The entry {@code generate}, which sees {@code q} and fills {@code out}. */
  public static CoreFunction generate(Stmt... body) {
    return procedure(CoreProgram.Entries.GENERATE, List.of(Q, OUT), body);
  }

  public static CoreFunction bind(Stmt... body) {
    return procedure(CoreProgram.Entries.BIND, List.of(), body);
  }

  public static CoreProgram program(CoreFunction... functions) {
    return program(List.of(), functions);
  }

  /** A program with these fields; entries that are needed for bind are added. */
  public static CoreProgram program(List<Var> fields, CoreFunction... functions) {
    Map<String, CoreFunction> all = new LinkedHashMap<>();
    for (CoreFunction function : functions) {
      all.put(function.name(), function);
    }
    all.putIfAbsent(CoreProgram.Entries.BIND, bind());
    Var sizes = Var.local("sizes", CoreType.INTS);
    all.putIfAbsent(
        CoreProgram.Entries.SHAPES, procedure(CoreProgram.Entries.SHAPES, List.of(sizes)));
    return new CoreProgram("test", fields, all, List.of(), List.of(), List.of(), 4);
  }
}
