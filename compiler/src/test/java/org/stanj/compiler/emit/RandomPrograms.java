package org.stanj.compiler.emit;

import static org.stanj.compiler.emit.Core.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Fill;
import org.stanj.compiler.core.Var;

/**
 * Random core programs that never leave a container: indices are reduced modulo sizes, divisors are
 * not 0, loops are short. They use every kind of statement and expression but data reads and
 * parallel sums.
 */
final class RandomPrograms {
  private static final List<CoreType> TYPES =
      List.of(
          CoreType.REALS,
          CoreType.INTS,
          new CoreType(Kind.REAL, 2, false),
          new CoreType(Kind.REAL, 2, true),
          new CoreType(Kind.REAL, 3, true),
          new CoreType(Kind.INT, 2, false),
          new CoreType(Kind.REAL, 3, false));
  private static final List<Operator> INT_OPERATORS =
      List.of(
          Operator.ADD_INT,
          Operator.SUBTRACT_INT,
          Operator.MULTIPLY_INT,
          Operator.LESS_INT,
          Operator.LESS_EQUAL_INT,
          Operator.EQUAL_INT,
          Operator.NOT_EQUAL_INT,
          Operator.AND,
          Operator.OR);
  private static final List<Operator> REAL_OPERATORS =
      List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE);
  private static final List<Operator> COMPARISONS =
      List.of(Operator.LESS, Operator.LESS_EQUAL, Operator.EQUAL, Operator.NOT_EQUAL);

  private final SplittableRandom random;
  private final int length;
  private final List<CoreFunction> functions = new ArrayList<>();
  private final List<Var> fields = new ArrayList<>();
  private final List<Var> scalars = new ArrayList<>();
  private List<Var> containers = new ArrayList<>();
  private List<Var> redeclarable = new ArrayList<>();
  private Optional<CoreType> result = Optional.empty();
  private int names;
  private boolean inLoop;
  private boolean inBind;

  /**
   * @param length statements in a body
   */
  private RandomPrograms(long seed, int length) {
    random = new SplittableRandom(seed);
    this.length = length;
  }

  static CoreProgram program(long seed, int length) {
    return new RandomPrograms(seed, length).program();
  }

  private CoreProgram program() {
    for (int f = 0; f < 3; f++) {
      CoreType type = pick(TYPES);
      fields.add(field("field" + f, type));
      fields.add(field("scalar" + f, f == 0 ? CoreType.INT : CoreType.REAL));
    }
    List<Stmt> bindBody = new ArrayList<>();
    start(List.of(), Optional.empty());
    containers.clear();
    scalars.clear();
    for (Var field : fields) {
      if (field.isScalar()) {
        bindBody.add(set(field, expr(field.type().kind(), 2)));
        scalars.add(field);
      } else {
        bindBody.add(declare(field));
        containers.add(field);
      }
    }
    scalars.add(realVar("x"));
    scalars.add(intVar("n"));
    inBind = true;
    bindBody.addAll(body(length / 4, 2));
    inBind = false;
    CoreFunction bind = bind(bindBody.toArray(Stmt[]::new));
    for (int f = 0; f < 3; f++) {
      functions.add(randomFunction("f" + f));
    }
    functions.add(bind);
    functions.add(entry(density()));
    functions.add(entry(gradient()));
    functions.add(entry(generate()));
    return Core.program(fields, functions.toArray(CoreFunction[]::new));
  }

  private CoreFunction randomFunction(String name) {
    List<Var> parameters = new ArrayList<>();
    for (int p = random.nextInt(4); p >= 0; p--) {
      CoreType type =
          random.nextBoolean() ? pick(TYPES) : pick(List.of(CoreType.INT, CoreType.REAL));
      parameters.add(Var.local("p" + p, type));
    }
    result =
        pick(List.of(Optional.of(CoreType.REAL), Optional.of(CoreType.REALS), Optional.empty()));
    start(parameters, result);
    List<Stmt> body = body(length / 3, 2);
    if (result.isPresent()) {
      body.add(returnStatement());
    }
    return new CoreFunction(name, parameters, result, body);
  }

  private CoreFunction entry(CoreFunction empty) {
    start(empty.parameters(), empty.result());
    List<Stmt> body = body(length, 3);
    scalars.stream()
        .filter(v -> v.isReal() && empty.parameters().contains(OUT))
        .forEach(v -> body.add(store(OUT, get(v), index(OUT, i(scalars.indexOf(v))))));
    if (empty.result().isPresent()) {
      body.add(returnStatement());
    }
    return empty.withBody(body);
  }

  private void start(List<Var> parameters, Optional<CoreType> type) {
    result = type;
    containers = new ArrayList<>();
    redeclarable = new ArrayList<>();
    scalars.clear();
    names = 0;
    inLoop = false;
    for (Var variable : parameters) {
      (variable.isScalar() ? scalars : containers).add(variable);
    }
    for (Var variable : fields) {
      (variable.isScalar() ? scalars : containers).add(variable);
    }
    scalars.add(realVar("x"));
    scalars.add(intVar("n"));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String name(String prefix) {
    return prefix + names++;
  }

  private List<Stmt> body(int statements, int depth) {
    List<Var> before = new ArrayList<>(containers);
    List<Stmt> body = new ArrayList<>();
    for (int s = 0; s < statements; s++) {
      body.addAll(statement(depth));
    }
    if (depth < 3) {
      containers = before;
    }
    return body;
  }

  private List<Stmt> statement(int depth) {
    return switch (random.nextInt(depth > 0 ? 21 : 13)) {
      case 0, 1 -> List.of(assign());
      case 2 -> List.of(storeStatement(false));
      case 3 -> List.of(storeStatement(true));
      case 4 -> newContainer();
      case 5 -> List.of(view());
      case 6 -> copy();
      case 7 -> List.of(fill());
      case 8 -> stack();
      case 9 -> List.of(kernel());
      case 10 -> List.of(print());
      case 11 -> jump();
      case 12 -> redeclare();
      case 13, 14 ->
          List.of(new Compound.If(expr(Kind.INT, 3), body(3, depth - 1), body(2, depth - 1)));
      case 15, 16 -> List.of(loop(depth));
      case 17 -> repeat(depth);
      case 18 -> List.of(region(depth));
      case 19 ->
          List.of(
              random.nextBoolean()
                  ? call()
                  : new Compound.Once(random.nextInt(4), List.of(print())));
      default -> List.of(new Compound.Profile("part", body(2, depth - 1)));
    };
  }

  private Stmt assign() {
    boolean fresh = random.nextInt(4) == 0;
    Kind kind = random.nextBoolean() ? Kind.INT : Kind.REAL;
    Expr value = expr(kind, 4);
    Var variable = fresh ? Var.local(name("s"), scalar(kind)) : target(kind);
    if (fresh) {
      scalars.add(variable);
    }
    return set(variable, value);
  }

  private static CoreType scalar(Kind kind) {
    return kind == Kind.INT ? CoreType.INT : CoreType.REAL;
  }

  private Var target(Kind kind) {
    List<Var> locals =
        scalars.stream().filter(v -> v.type().kind() == kind && Uses.isLocal(v)).toList();
    return pick(locals.stream().filter(v -> !v.name().startsWith("i")).toList());
  }

  private Stmt storeStatement(boolean add) {
    List<Var> to = containers.stream().filter(v -> !add || v.isReal()).toList();
    if (to.isEmpty()) {
      return assign();
    }
    Var container = pick(to);
    List<Expr> at = indices(container);
    Expr value = expr(container.type().kind(), 3);
    return add ? new Stmt.Accumulate(container, at, value) : new Stmt.Store(container, at, value);
  }

  private List<Expr> indices(Var container) {
    int rank = container.type().rank();
    if (random.nextInt(3) == 0) {
      return List.of(index(container, expr(Kind.INT, 1)));
    }
    return IntStream.range(0, rank)
        .mapToObj(d -> modulo(expr(Kind.INT, 1), dim(container, d)))
        .toList();
  }

  private static Expr index(Var container, Expr e) {
    Expr n = dim(container, 0);
    for (int d = 1; d < container.type().rank(); d++) {
      n = mul(n, dim(container, d));
    }
    return modulo(e, n);
  }

  private static Expr modulo(Expr e, Expr n) {
    return op(Operator.MODULO_INT, add(op(Operator.MODULO_INT, e, n), n), n);
  }

  private Stmt declare(Var container) {
    List<Expr> sizes =
        IntStream.range(0, container.type().rank())
            .mapToObj(d -> (Expr) i(1 + random.nextInt(4)))
            .toList();
    return new Stmt.Declare(container, sizes, random.nextBoolean() ? Fill.ZERO : Fill.UNSET);
  }

  private List<Stmt> newContainer() {
    Var container = Var.local(name("c"), pick(TYPES));
    containers.add(container);
    redeclarable.add(container);
    return List.of(declare(container));
  }

  private List<Stmt> redeclare() {
    List<Var> visible = redeclarable.stream().filter(containers::contains).toList();
    return visible.isEmpty() ? List.of(assign()) : List.of(declare(pick(visible)));
  }

  private Stmt view() {
    if (containers.isEmpty()) {
      return assign();
    }
    Var of = pick(containers);
    boolean matrix = of.type().matrix();
    CoreType type = new CoreType(of.type().kind(), matrix ? 2 : 1, matrix);
    Var view = Var.local(name("v"), type);
    Expr offset = index(of, expr(Kind.INT, 1));
    containers.add(view);
    List<Expr> sizes = matrix ? List.of(i(1), i(1)) : List.of(i(1));
    return new Stmt.View(view, of, offset, sizes);
  }

  private List<Stmt> copy() {
    if (containers.isEmpty()) {
      return List.of(assign());
    }
    Var from = pick(containers);
    Var to = Var.local(name("c"), from.type());
    List<Expr> sizes = IntStream.range(0, from.type().rank()).mapToObj(d -> dim(from, d)).toList();
    containers.add(to);
    return List.of(new Stmt.Declare(to, sizes, Fill.NONE), new Stmt.Copy(to, from));
  }

  private Stmt fill() {
    if (containers.isEmpty()) {
      return assign();
    }
    Var container = pick(containers);
    return new Stmt.FillAll(container, expr(container.type().kind(), 2));
  }

  private List<Stmt> stack() {
    List<Stmt> pushes = new ArrayList<>();
    List<Stmt> pops = new ArrayList<>();
    for (int k = random.nextInt(3); k >= 0; k--) {
      Kind kind = random.nextBoolean() ? Kind.INT : Kind.REAL;
      pushes.add(new Stmt.Push(expr(kind, 2)));
      pops.add(0, new Stmt.Pop(target(kind)));
    }
    if (!containers.isEmpty()) {
      Var container = pick(containers);
      Var taken = Var.local(name("t"), container.type());
      pushes.add(new Stmt.PushContainer(container));
      pops.add(0, new Stmt.PopContainer(taken));
      containers.add(taken);
    }
    pushes.addAll(pops);
    return pushes;
  }

  private Stmt kernel() {
    List<Var> matrices =
        containers.stream().filter(v -> v.type().equals(new CoreType(Kind.REAL, 2, true))).toList();
    if (matrices.isEmpty() || random.nextInt(3) == 0) {
      return set(target(Kind.REAL), new Expr.Apply(TestKernels.HYPOT, reals(2)));
    }
    Var m = pick(matrices);
    Operand adjoint = random.nextBoolean() ? by(m) : new Operand.Absent(Kind.REAL);
    Var out = container("none", Kind.REAL, 1, false);
    return new Compound.Region(
        List.of(
            store(m, r(1), i(0)),
            make(out, Fill.ZERO, i(2)),
            new Stmt.Kernel(
                Optional.of(target(Kind.REAL)),
                TestKernels.MATRIX_SUM,
                List.of(by(m), by(out), adjoint, text("m")),
                "place " + random.nextInt(9))));
  }

  private List<Expr> reals(int n) {
    return IntStream.range(0, n).mapToObj(k -> expr(Kind.REAL, 2)).toList();
  }

  private Stmt print() {
    if (inBind) {
      return assign();
    }
    List<Operand> parts = new ArrayList<>(List.of(text("x = "), by(expr(Kind.REAL, 1))));
    if (!containers.isEmpty()) {
      parts.add(by(pick(containers)));
    }
    return new Stmt.Print(parts);
  }

  /** A jump under a condition that is rarely met. */
  private List<Stmt> jump() {
    Expr rare = op(Operator.EQUAL_INT, modulo(expr(Kind.INT, 2), i(7)), i(3));
    List<Stmt> to;
    if (inLoop) {
      to = List.of(random.nextBoolean() ? new Stmt.Break() : new Stmt.Continue());
    } else if (random.nextInt(4) > 0) {
      to = List.of(assign());
    } else {
      to = List.of(returnStatement());
    }
    return List.of(when(rare, to, List.of()));
  }

  private Stmt returnStatement() {
    if (result.isEmpty()) {
      return new Stmt.Return(Optional.empty());
    }
    if (result.get().isScalar()) {
      return giveBack(expr(result.get().kind(), 3));
    }
    List<Var> fit = containers.stream().filter(v -> v.type().equals(result.get())).toList();
    if (fit.isEmpty()) {
      Var made = Var.local("made", result.get());
      return new Compound.Region(List.of(declare(made), giveBack(made)));
    }
    return giveBack(pick(fit));
  }

  private Stmt loop(int depth) {
    Var index = Var.local(name("i"), CoreType.INT);
    scalars.add(index);
    boolean before = inLoop;
    inLoop = true;
    List<Stmt> body = body(3, depth - 1);
    inLoop = before;
    scalars.remove(index);
    Expr from = modulo(expr(Kind.INT, 1), i(3));
    Expr to = add(from, i(random.nextInt(4) - 1));
    return random.nextBoolean()
        ? Core.loop(index, from, to, body.toArray(Stmt[]::new))
        : loopDown(index, from, to, body.toArray(Stmt[]::new));
  }

  private List<Stmt> repeat(int depth) {
    Var counter = Var.local(name("w"), CoreType.INT);
    boolean before = inLoop;
    inLoop = true;
    List<Stmt> body = new ArrayList<>(List.of(set(counter, add(get(counter), i(1)))));
    body.addAll(body(3, depth - 1));
    inLoop = before;
    Expr test = op(Operator.AND, op(Operator.LESS_INT, get(counter), i(4)), expr(Kind.INT, 2));
    return List.of(set(counter, i(0)), new Compound.While(test, body));
  }

  private Stmt region(int depth) {
    List<Var> before = containers;
    List<Var> mayRedeclare = redeclarable;
    containers = new ArrayList<>(before);
    redeclarable = new ArrayList<>();
    List<Stmt> body = body(4, depth - 1);
    containers = before;
    redeclarable = mayRedeclare;
    return new Compound.Region(body);
  }

  private Stmt call() {
    if (functions.isEmpty()) {
      return assign();
    }
    List<CoreFunction> callable = functions.stream().filter(f -> f.name().startsWith("f")).toList();
    CoreFunction function = pick(callable);
    List<Operand> arguments = new ArrayList<>();
    for (Var parameter : function.parameters()) {
      CoreType type = parameter.type();
      List<Var> fit = containers.stream().filter(v -> v.type().equals(type)).toList();
      if (!type.isScalar() && fit.isEmpty()) {
        return assign();
      }
      arguments.add(type.isScalar() ? by(expr(type.kind(), 3)) : by(pick(fit)));
    }
    Optional<Var> to = function.result().map(this::resultVariable);
    return new Stmt.Call(to, function.name(), arguments);
  }

  private Var resultVariable(CoreType type) {
    if (type.isScalar()) {
      return target(type.kind());
    }
    Var made = Var.local(name("r"), type);
    containers.add(made);
    return made;
  }

  private Expr expr(Kind kind, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return leaf(kind);
    }
    if (random.nextInt(8) == 0) {
      return new Expr.Choose(
          expr(Kind.INT, depth - 1), expr(kind, depth - 1), expr(kind, depth - 1));
    }
    return kind == Kind.INT ? integer(depth - 1) : realExpr(depth - 1);
  }

  private Expr integer(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> op(Operator.NOT, expr(Kind.INT, depth));
      case 1 -> op(Operator.NEGATE_INT, expr(Kind.INT, depth));
      case 2 -> op(pick(COMPARISONS), expr(Kind.REAL, depth), expr(Kind.REAL, depth));
      case 3 -> op(Operator.DIVIDE_INT, expr(Kind.INT, depth), i(1 + random.nextInt(5)));
      default -> op(pick(INT_OPERATORS), expr(Kind.INT, depth), expr(Kind.INT, depth));
    };
  }

  private Expr realExpr(int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> op(Operator.NEGATE, expr(Kind.REAL, depth));
      case 1 -> real(expr(Kind.INT, depth));
      case 2 -> new Expr.Apply(TestKernels.HYPOT, List.of(expr(Kind.REAL, depth), leaf(Kind.REAL)));
      default -> op(pick(REAL_OPERATORS), expr(Kind.REAL, depth), expr(Kind.REAL, depth));
    };
  }

  private Expr leaf(Kind kind) {
    List<Var> fit = containers.stream().filter(v -> v.type().kind() == kind).toList();
    int choice = random.nextInt(6);
    if (choice == 0 && !fit.isEmpty()) {
      Var container = pick(fit);
      return at(container, index(container, i(random.nextInt(9))));
    }
    if (choice == 1 && kind == Kind.INT && !containers.isEmpty()) {
      Var container = pick(containers);
      return dim(container, random.nextInt(container.type().rank()));
    }
    if (choice < 4) {
      List<Var> known = scalars.stream().filter(v -> v.type().kind() == kind).toList();
      return known.isEmpty() ? literal(kind) : get(pick(known));
    }
    return literal(kind);
  }

  private Expr literal(Kind kind) {
    return kind == Kind.INT ? i(random.nextInt(200) - 100) : r(random.nextInt(100) / 8.0 - 6);
  }
}
