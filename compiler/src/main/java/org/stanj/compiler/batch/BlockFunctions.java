package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LaneForm;
import org.stanj.compiler.core.Primitive;

/**
 * The functions that {@code stdlib.lanes} evaluates for a block at once. Which they are, the
 * prelude says ({@link LaneForm}).
 */
final class BlockFunctions {
  private static final String BLOCKS = "org/stanj/stdlib/lanes/Blocks";

  private final Function<Expr.Apply, Expr> formulas;

  /**
   * @param formulas what a function is over others, where its form says so
   */
  BlockFunctions(Function<Expr.Apply, Expr> formulas) {
    this.formulas = formulas;
  }

  /** Whether the node is a twin, which a block can evaluate. */
  static boolean isTwin(Expr e) {
    return e instanceof Expr.Apply a
        && a.primitive().lanes().kind() == LaneForm.Kind.BLOCK
        && a.primitive().owner().equals(a.primitive().lanes().twins());
  }

  /** Whether the node is a function that has a twin, or is a formula over some. */
  static boolean hasTwin(Expr e) {
    return e instanceof Expr.Apply a
        && (a.primitive().lanes().kind() == LaneForm.Kind.BLOCK
            || a.primitive().lanes().kind() == LaneForm.Kind.FORMULA);
  }

  /** Whether the expression holds calls that blocks can evaluate. */
  static boolean callsIn(Expr e) {
    boolean[] found = {false};
    e.walk(x -> found[0] |= isTwin(x));
    return found[0];
  }

  /** Whether the node is a logarithm of which hundreds are taken as one where they are added up. */
  static boolean isProductTerm(Expr e) {
    return e instanceof Expr.Apply a && a.primitive().method().equals("log1pUnit");
  }

  /** Whether the twin may throw. */
  static boolean rejects(Expr.Apply twin) {
    return twin.primitive().rejects();
  }

  /** The expression over twins that blocks can evaluate, and a few operations around them. */
  Expr twins(Expr e) {
    return e.rewriteBottomUp(x -> x instanceof Expr.Apply a ? twin(a) : x);
  }

  private Expr twin(Expr.Apply a) {
    return switch (a.primitive().lanes().kind()) {
      case BLOCK -> isTwin(a) ? a : block(a);
      case FORMULA -> twins(formulas.apply(a));
      default -> a;
    };
  }

  /** Blocks are of reals. */
  private static Expr block(Expr.Apply a) {
    Primitive p = a.primitive();
    List<Expr> arguments =
        a.arguments().stream().map(x -> x.kind() == Kind.INT ? Exprs.toReal(x) : x).toList();
    List<Kind> kinds = arguments.stream().map(x -> Kind.REAL).toList();
    Primitive twin =
        new Primitive(
            p.entry(),
            p.lanes().twins(),
            p.method(),
            kinds,
            Kind.REAL,
            false,
            p.rejects(),
            p.lanes());
    return new Expr.Apply(twin, arguments, a.where());
  }

  /** The kernel of a twin over a block. */
  static KernelMethod block(Primitive twin) {
    List<KernelMethod.Parameter> parameters = new ArrayList<>();
    twin.parameters().forEach(p -> parameters.add(parameter(KernelMethod.Mode.IN)));
    parameters.add(parameter(KernelMethod.Mode.OUT));
    Optional<CoreType> result = twin.rejects() ? Optional.of(CoreType.INT) : Optional.empty();
    return new KernelMethod(twin.lanes().blocks(), twin.method(), parameters, result, false, false);
  }

  private static KernelMethod.Parameter parameter(KernelMethod.Mode mode) {
    return new KernelMethod.Parameter(CoreType.REALS, mode);
  }

  /**
   * The kernel that adds up the terms of a block.
   *
   * @param logarithms whether the terms stand for log(1 + x)
   */
  static KernelMethod sum(boolean logarithms) {
    return reduction(logarithms ? "sumLog1pUnit" : "sum");
  }

  /**
   * The kernel that adds up the parts of a sum.
   *
   * @param logarithms whether the parts are products, of whose logarithms it is the sum
   */
  static KernelMethod sumOfParts(boolean logarithms) {
    return reduction(logarithms ? "sumLogs" : "sum");
  }

  private static KernelMethod reduction(String method) {
    List<KernelMethod.Parameter> parameters =
        List.of(new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.IN));
    return new KernelMethod(BLOCKS, method, parameters, Optional.of(CoreType.REAL), false, false);
  }
}
