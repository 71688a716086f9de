package org.stanj.compiler.batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Primitive;

/** The elementary functions that {@code stdlib.lanes} evaluates for a block at once. */
final class BlockFunctions {
  private static final String TWINS = "org/stanj/stdlib/lanes/Twins";
  private static final String BLOCKS = "org/stanj/stdlib/lanes/Blocks";
  private static final String ELEMENTARY = "org/stanj/stdlib/scalar/Elementary";
  private static final String LOGISTIC = "org/stanj/stdlib/scalar/Logistic";

  /** Methods of {@code Elementary} with a twin of the same name. */
  private static final Set<String> TWINNED =
      Set.of("exp", "log", "log1p", "log1pChecked", "log1mChecked", "log1pUnit");

  /** Methods of {@code Logistic} that are operations around them. */
  private static final Set<String> AROUND = Set.of("invLogit", "log1pExp");

  /** Those of them that throw; their blocks say whether one would. */
  private static final Set<String> REJECTING = Set.of("log1p");

  private BlockFunctions() {}

  /** Whether the node is a twin, which a block can evaluate. */
  static boolean isTwin(Expr e) {
    return e instanceof Expr.Apply a && a.primitive().owner().equals(TWINS);
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
    return REJECTING.contains(twin.primitive().method());
  }

  /** The expression over twins that blocks can evaluate, and a few operations around them. */
  static Expr twins(Expr e) {
    return e.rewriteBottomUp(
        x -> x instanceof Expr.Apply a ? around(a).orElseGet(() -> twin(a)) : x);
  }

  /** The same for an iteration by itself: the functions around twins are twins too. */
  static Expr scalarTwins(Expr e) {
    return e.rewriteBottomUp(x -> x instanceof Expr.Apply a ? twin(a) : x);
  }

  private static Expr twin(Expr.Apply a) {
    Primitive p = a.primitive();
    boolean twinned =
        (p.owner().equals(ELEMENTARY) && TWINNED.contains(p.method()))
            || (p.owner().equals(LOGISTIC) && AROUND.contains(p.method()));
    return twinned ? new Expr.Apply(twin(p), a.arguments(), a.where()) : a;
  }

  private static Primitive twin(Primitive p) {
    return new Primitive(
        p.entry(), TWINS, p.method(), p.parameters(), p.result(), false, p.rejects());
  }

  /** A call of a twin. */
  static Expr call(String method, Expr x) {
    Primitive p = new Primitive(TWINS, method, List.of(Kind.REAL), Kind.REAL, false);
    return new Expr.Apply(p, List.of(x));
  }

  private static Expr elementary(String method, Expr x) {
    Primitive p = new Primitive(ELEMENTARY, method, List.of(Kind.REAL), Kind.REAL, false);
    return new Expr.Apply(p, List.of(x));
  }

  /** Functions that are a few operations around a twin. */
  private static Optional<Expr> around(Expr.Apply a) {
    boolean known =
        a.primitive().owner().equals(LOGISTIC) || a.primitive().owner().equals(ELEMENTARY);
    if (!known || a.arguments().size() != 1) {
      return Optional.empty();
    }
    Expr x = a.arguments().get(0);
    Expr e = call("exp", Exprs.negate(elementary("abs", x)));
    return switch (a.primitive().method()) {
      case "invLogit" -> {
        Expr low = Exprs.op(Operator.LESS, x, Exprs.ZERO);
        Expr top = new Expr.Choose(low, e, Exprs.ONE);
        yield Optional.of(Exprs.divide(top, Exprs.add(Exprs.ONE, e)));
      }
      case "log1pExp" ->
          Optional.of(Exprs.add(elementary("positivePart", x), call("log1pUnit", e)));
      case "log1mChecked" -> Optional.of(call("log1pChecked", Exprs.negate(x)));
      default -> Optional.empty();
    };
  }

  /** The kernel of a twin over a block. */
  static KernelMethod block(Expr.Apply twin) {
    List<KernelMethod.Parameter> parameters =
        List.of(
            new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.IN),
            new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.OUT));
    Optional<CoreType> result = rejects(twin) ? Optional.of(CoreType.INT) : Optional.empty();
    return new KernelMethod(BLOCKS, twin.primitive().method(), parameters, result, false, false);
  }

  /**
   * The kernel that adds up a block.
   *
   * @param logarithms whether it is the sum of log(1 + x)
   */
  static KernelMethod sum(boolean logarithms) {
    List<KernelMethod.Parameter> parameters =
        List.of(new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.IN));
    String method = logarithms ? "sumLog1pUnit" : "sum";
    return new KernelMethod(BLOCKS, method, parameters, Optional.of(CoreType.REAL), false, false);
  }
}
