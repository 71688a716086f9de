package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Assign;
import org.stanj.compiler.core.Stmt.Increment;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/**
 * Sums of log(1 + x), x in [0, 1], over a loop: the factors are multiplied up, and one logarithm is
 * taken for hundreds of them. The gradient does not use the logarithm, so this is half of the
 * transcendental functions of a logistic likelihood. Reassociates: the error of the sum stays below
 * n/2 ulps of 1.
 */
public final class LogProducts {
  /** Above this the product is turned into its logarithm; a factor is at most 2. */
  private static final Expr FULL = Exprs.real(0x1p1000);

  private static final String METHOD = "log1pUnit";

  private final Names names = new Names();

  private LogProducts(CoreFunction f) {
    names.reserve(f);
  }

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(f -> f.withBody(new LogProducts(f).list(f.body())));
  }

  /** A term of a sum that is the logarithm, what is left of the sum, and the sign. */
  private record Split(Expr.Apply logarithm, boolean positive, Expr rest) {}

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      Optional<Integer> at = s instanceof Compound.For f ? place(f.body()) : Optional.empty();
      if (s instanceof Compound.For f && at.isPresent()) {
        rewrite(f, at.get(), out);
      } else {
        out.add(s.mapBodies(this::list));
      }
    }
    return out;
  }

  /** Where in an iteration such a logarithm is added to the target, once. */
  private static Optional<Integer> place(List<Stmt> body) {
    for (int i = 0; i < body.size(); i++) {
      if (split(body.get(i)).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Optional<Split> split(Stmt s) {
    return s instanceof Increment i && i.variable().equals(Target.VARIABLE)
        ? term(i.value(), true)
        : Optional.empty();
  }

  private static Optional<Split> term(Expr e, boolean positive) {
    if (e instanceof Expr.Apply a && a.primitive().method().equals(METHOD)) {
      return Optional.of(new Split(a, positive, Exprs.ZERO));
    }
    if (!(e instanceof Expr.Operation o)) {
      return Optional.empty();
    }
    return switch (o.operator()) {
      case NEGATE ->
          term(o.operands().get(0), !positive)
              .map(t -> new Split(t.logarithm(), t.positive(), Exprs.negate(t.rest())));
      case ADD, SUBTRACT -> inSum(o, positive);
      default -> Optional.empty();
    };
  }

  private static Optional<Split> inSum(Expr.Operation o, boolean positive) {
    Expr a = o.operands().get(0);
    Expr b = o.operands().get(1);
    boolean minus = o.operator() == Operator.SUBTRACT;
    Optional<Split> left = term(a, positive);
    if (left.isPresent()) {
      Split t = left.get();
      Expr rest = minus ? Exprs.subtract(t.rest(), b) : Exprs.add(t.rest(), b);
      return Optional.of(new Split(t.logarithm(), t.positive(), rest));
    }
    return term(b, minus != positive)
        .map(
            t -> {
              Expr rest = minus ? Exprs.subtract(a, t.rest()) : Exprs.add(a, t.rest());
              return new Split(t.logarithm(), t.positive(), rest);
            });
  }

  private void rewrite(Compound.For loop, int at, List<Stmt> out) {
    Stmt addition = loop.body().get(at);
    Split split = split(addition).orElseThrow();
    Var product = names.local("factors", CoreType.REAL);
    Expr read = Exprs.read(product);
    Expr factor = Exprs.add(Exprs.ONE, split.logarithm().arguments().get(0));
    Stmt flush = Lines.at(addition.line(), flush(split, read));
    List<Stmt> body = new ArrayList<>(loop.body().subList(0, at));
    body.add(new Assign(product, Exprs.multiply(read, factor), addition.line()));
    body.add(
        new Compound.If(
            Exprs.op(Operator.LESS, FULL, read),
            List.of(flush, new Assign(product, Exprs.ONE)),
            List.of()));
    if (!Exprs.isReal(split.rest(), 0)) {
      body.add(new Increment(Target.VARIABLE, split.rest()));
    }
    body.addAll(loop.body().subList(at + 1, loop.body().size()));
    out.add(new Assign(product, Exprs.ONE));
    out.add(
        new Compound.For(
            loop.index(),
            loop.from(),
            loop.to(),
            loop.down(),
            list(body),
            loop.facts(),
            loop.line()));
    out.add(flush);
  }

  private static Stmt flush(Split split, Expr product) {
    Primitive log =
        new Primitive(
            split.logarithm().primitive().owner(), "log", List.of(Kind.REAL), Kind.REAL, false);
    Expr sum = new Expr.Apply(log, List.of(product));
    return new Increment(Target.VARIABLE, split.positive() ? sum : Exprs.negate(sum));
  }
}
