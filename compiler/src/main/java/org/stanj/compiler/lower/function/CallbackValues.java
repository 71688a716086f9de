package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram.Callback;
import org.stanj.compiler.core.CoreProgram.Callback.Use;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.FunctionType;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.Language;
import org.stanj.stdlib.abi.BoundCallback.Method;

/** The core functions through which kernels get the values of callbacks: they fill a container. */
final class CallbackValues {
  private static final Expr FIRST = Exprs.integer(0);
  private static final Expr SECOND = Exprs.integer(1);

  private final Gathered gathered;
  private final String function;
  private final Builder body;
  private final List<Var> parameters;
  private final Var out;
  private final Var value;

  /**
   * @param function core name of the callback's function
   */
  CallbackValues(Language language, String function) {
    this.gathered = language.builder().gathered;
    this.function = function;
    body = language.another().builder();
    parameters = BoundCallbacks.parameters(body);
    out = body.names.local("out", CoreType.REALS);
    value = body.names.local("value", CoreType.REALS);
  }

  /**
   * Adds the callback to the program.
   *
   * @param parameter of the library's function, with the words of its messages
   * @return its id
   */
  int add(FunctionType type, LibraryFunction.Parameter parameter) {
    List<Operand> operands = new ArrayList<>();
    parameters.forEach(p -> operands.add(new Operand.Container(p)));
    body.emit(new Stmt.Call(Optional.of(value), function, operands));
    parameters.add(out);
    Optional<CoreType> result = Optional.empty();
    if (type.jobs()) {
      fitted();
      result = Optional.of(CoreType.REAL);
    } else {
      whole(parameter);
    }
    String name = gathered.functionNames.fresh(function + "_value");
    gathered.functions.put(name, new CoreFunction(name, parameters, result, body.statements()));
    Use use = type.jobs() ? Use.JOBS : Use.PLAIN;
    gathered.callbacks.add(new Callback(function, use, Map.of(Method.VALUE, name)));
    return gathered.callbacks.size() - 1;
  }

  /** The value, which must be as long as the container. */
  private void whole(LibraryFunction.Parameter parameter) {
    Expr found = new Expr.Dim(value, 0);
    Expr wanted = new Expr.Dim(out, 0);
    body.rejectIf(
        Exprs.not(Exprs.op(Operator.EQUAL_INT, found, wanted)),
        Stmt.RejectKind.SIZE,
        List.of(
            new Operand.Text(parameter.label() + " ("),
            new Operand.Scalar(found),
            new Operand.Text(") and " + parameter.sizeLabel() + " ("),
            new Operand.Scalar(wanted),
            new Operand.Text(") must match in size")),
        "");
    body.emit(new Stmt.Copy(out, value));
  }

  /**
   * Length of the value, and behind it as much of the value as has room. A value of one element is
   * what the function returns, and nothing else: it can be differentiated as a sum then.
   */
  private void fitted() {
    Expr length = new Expr.Dim(value, 0);
    Var only = body.names.local("only", CoreType.REAL);
    Expr first = Exprs.load(value, FIRST);
    body.emit(new Stmt.Store(out, List.of(FIRST), Exprs.toReal(length)));
    List<Stmt> one = new ArrayList<>();
    one.add(new Stmt.Assign(only, first));
    List<Stmt> several = body.collect(this::several);
    several.add(new Stmt.Assign(only, Exprs.ZERO));
    body.emit(new Compound.If(Exprs.op(Operator.EQUAL_INT, length, SECOND), one, several));
    body.emit(new Stmt.Return(Optional.of(new Operand.Scalar(Exprs.read(only)))));
  }

  private void several() {
    Expr length = body.temporary("length", new Expr.Dim(value, 0));
    Expr room = body.temporary("room", Exprs.subtractInt(new Expr.Dim(out, 0), SECOND));
    Var fit = body.names.local("fit", CoreType.INT);
    body.emit(new Stmt.Assign(fit, room));
    body.branch(
        Exprs.op(Operator.LESS_INT, length, room), () -> body.emit(new Stmt.Assign(fit, length)));
    Expr count = Exprs.read(fit);
    Var to = body.names.local("fitting", CoreType.REALS);
    Var from = body.names.local("fitted", CoreType.REALS);
    body.emit(new Stmt.View(to, out, SECOND, List.of(count)));
    body.emit(new Stmt.View(from, value, FIRST, List.of(count)));
    body.emit(new Stmt.Copy(to, from));
  }
}
