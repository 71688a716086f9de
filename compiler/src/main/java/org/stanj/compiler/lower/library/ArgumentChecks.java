package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;

/** The checks that a library header asks of its arguments, with Stan's messages. */
public final class ArgumentChecks {
  private static final String OWNER = "org/stanj/stdlib/check/Checks";

  private final Builder builder;

  ArgumentChecks(Builder builder) {
    this.builder = builder;
  }

  /** One check of a header: a name, and the texts in its parentheses. */
  public record Check(String name, List<String> arguments) {}

  /** What a failing scalar check tests and says. */
  private record Rule(Expr fails, List<Operand> demand) {}

  /** Splits {@code finite, greater(alpha)}. */
  static List<Check> parse(String text) {
    List<Check> checks = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        String one = text.substring(start, i).trim();
        if (!one.isEmpty()) {
          checks.add(one(one));
        }
        start = i + 1;
      }
    }
    return checks;
  }

  private static Check one(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new Check(text, List.of());
    }
    String inside = text.substring(open + 1, text.lastIndexOf(')'));
    return new Check(
        text.substring(0, open).trim(),
        List.of(inside.split(",")).stream().map(String::trim).toList());
  }

  /** Whether the check is one on scalars. */
  static boolean isScalar(Check check) {
    return switch (check.name()) {
      case "positive",
          "positive_finite",
          "nonnegative",
          "nonnegative_finite",
          "finite",
          "not_nan",
          "bounded",
          "lower",
          "upper",
          "greater",
          "less",
          "above",
          "below" ->
          true;
      default -> false;
    };
  }

  /** What messages call a function and the variable that it checks, and where. */
  public record Subject(String function, String label, Span span) {}

  /** A parameter of a library function that was called at a place. */
  public record Site(LibraryFunction function, LibraryFunction.Parameter parameter, Span span) {}

  /**
   * Checks a scalar.
   *
   * @param index position from 1 where it is an element of a container
   * @param others values of the header's parameters, for bounds that name them
   */
  public void scalar(Site site, Expr value, Optional<Expr> index, Bindings others) {
    LibraryFunction.Parameter parameter = site.parameter();
    for (Check check : parse(parameter.check())) {
      Expr x = builder.atom(value);
      Rule rule = rule(check, x, others);
      List<Operand> parts = new ArrayList<>();
      parts.add(new Operand.Text(site.function().nameInMessages() + ": " + parameter.label()));
      if (index.isPresent()) {
        parts.add(new Operand.Text("["));
        parts.add(new Operand.Scalar(index.get()));
        parts.add(new Operand.Text("]"));
      }
      parts.add(new Operand.Text(" is "));
      parts.add(new Operand.Scalar(x));
      parts.add(new Operand.Text(", but must be "));
      parts.addAll(rule.demand());
      builder.rejectIf(rule.fails(), Stmt.RejectKind.DOMAIN, parts, builder.where(site.span()));
    }
  }

  /** The value of a bound named in a check. */
  public interface Bindings {
    Optional<Expr> named(String name);
  }

  private Rule rule(Check check, Expr x, Bindings others) {
    return switch (check.name()) {
      case "positive" -> new Rule(Exprs.not(less(zero(x), x)), text("positive!"));
      case "positive_finite" ->
          new Rule(
              Exprs.not(Exprs.and(less(zero(x), x), belowInfinity(x))), text("positive finite!"));
      case "nonnegative" -> new Rule(Exprs.not(lessEqual(zero(x), x)), text("nonnegative!"));
      case "nonnegative_finite" ->
          new Rule(
              Exprs.not(Exprs.and(lessEqual(zero(x), x), belowInfinity(x))),
              text("nonnegative finite!"));
      case "finite" ->
          new Rule(Exprs.not(Exprs.and(aboveInfinity(x), belowInfinity(x))), text("finite!"));
      case "not_nan" ->
          new Rule(
              x.kind() == Kind.INT ? Exprs.FALSE : Exprs.op(Operator.NOT_EQUAL, x, x),
              text("not nan!"));
      case "bounded" -> bounded(check, x, others);
      case "lower", "upper", "greater", "less" -> oneSided(check, x, others);
      case "above", "below" -> ofWhole(check, x);
      default -> throw new IllegalStateException("check " + check.name() + " on a scalar");
    };
  }

  private Rule bounded(Check check, Expr x, Bindings others) {
    Expr low = bound(check.arguments().get(0), x, others);
    Expr high = bound(check.arguments().get(1), x, others);
    List<Operand> demand = new ArrayList<>(text("in the interval ["));
    demand.add(new Operand.Scalar(low));
    demand.add(new Operand.Text(", "));
    demand.add(new Operand.Scalar(high));
    demand.add(new Operand.Text("]"));
    return new Rule(Exprs.not(Exprs.and(lessEqual(low, x), lessEqual(x, high))), demand);
  }

  private Rule oneSided(Check check, Expr x, Bindings others) {
    Expr e = bound(check.arguments().get(0), x, others);
    String demand =
        switch (check.name()) {
          case "lower" -> "greater than or equal to ";
          case "upper" -> "less than or equal to ";
          case "greater" -> "greater than ";
          default -> "less than ";
        };
    Expr holds =
        switch (check.name()) {
          case "lower" -> lessEqual(e, x);
          case "upper" -> lessEqual(x, e);
          case "greater" -> less(e, x);
          default -> less(x, e);
        };
    return new Rule(
        Exprs.not(holds), List.of(new Operand.Text(demand), new Operand.Fixed(Exprs.toReal(e))));
  }

  /** As greater and less, with a bound that Stan holds in an int and shows as one. */
  private static Rule ofWhole(Check check, Expr x) {
    String text = check.arguments().get(0);
    Expr e = Exprs.real(Integer.parseInt(text));
    boolean above = check.name().equals("above");
    String demand = above ? "greater than " : "less than ";
    return new Rule(Exprs.not(above ? less(e, x) : less(x, e)), text(demand + text));
  }

  private static Expr bound(String text, Expr x, Bindings others) {
    if (Character.isLetter(text.charAt(0))) {
      Expr named =
          others.named(text).orElseThrow(() -> new IllegalStateException("no argument " + text));
      return x.kind() == Kind.INT ? named : Exprs.toReal(named);
    }
    return x.kind() == Kind.INT
        ? Exprs.integer(Integer.parseInt(text))
        : Exprs.real(Double.parseDouble(text));
  }

  private static List<Operand> text(String text) {
    return List.of(new Operand.Text(text));
  }

  private static Expr zero(Expr x) {
    return x.kind() == Kind.INT ? Exprs.integer(0) : Exprs.ZERO;
  }

  private static Expr less(Expr a, Expr b) {
    return Exprs.op(bothInt(a, b) ? Operator.LESS_INT : Operator.LESS, real(a, b), real(b, a));
  }

  private static Expr lessEqual(Expr a, Expr b) {
    return Exprs.op(
        bothInt(a, b) ? Operator.LESS_EQUAL_INT : Operator.LESS_EQUAL, real(a, b), real(b, a));
  }

  private static boolean bothInt(Expr a, Expr b) {
    return a.kind() == Kind.INT && b.kind() == Kind.INT;
  }

  private static Expr real(Expr a, Expr other) {
    return bothInt(a, other) ? a : Exprs.toReal(a);
  }

  private static Expr belowInfinity(Expr x) {
    return x.kind() == Kind.INT ? Exprs.TRUE : less(x, Exprs.real(Double.POSITIVE_INFINITY));
  }

  private static Expr aboveInfinity(Expr x) {
    return x.kind() == Kind.INT ? Exprs.TRUE : less(Exprs.real(Double.NEGATIVE_INFINITY), x);
  }

  /** Checks a whole container: elementwise, or by a method of the library. */
  public void container(Site site, Value value, Bindings others) {
    LibraryFunction.Parameter parameter = site.parameter();
    if (parameter.check().isEmpty()) {
      return;
    }
    boolean[] alone = {true};
    List<Stmt> body =
        builder.collect(
            () -> {
              for (Check check : parse(parameter.check())) {
                if (isScalar(check)) {
                  elementwise(site, check, value, others);
                } else {
                  List<Expr> bounds = bounds(check, others);
                  alone[0] &= bounds.isEmpty();
                  method(
                      check,
                      new Subject(site.function().nameInMessages(), parameter.label(), site.span()),
                      builder.stored(value),
                      bounds);
                }
              }
            });
    if (alone[0]) {
      once(value, body);
    } else {
      body.forEach(builder::emit);
    }
  }

  private void elementwise(Site site, Check check, Value value, Bindings others) {
    LibraryFunction.Parameter parameter = site.parameter();
    LibraryFunction.Parameter only =
        new LibraryFunction.Parameter(
            parameter.type(),
            parameter.name(),
            parameter.label(),
            parameter.sizeLabel(),
            text(check));
    builder.elements(
        value,
        (at, element) ->
            scalar(
                new Site(site.function(), only, site.span()),
                element,
                Optional.of(Exprs.addInt(at.get(0), Exprs.integer(1))),
                others));
  }

  private static String text(Check check) {
    return check.arguments().isEmpty()
        ? check.name()
        : check.name() + "(" + String.join(", ", check.arguments()) + ")";
  }

  /** Checks of whole data variables run until they have passed once. */
  private void once(Value value, List<Stmt> body) {
    boolean data =
        value.stored().isPresent()
            && value.stored().get().storage() == Var.Storage.FIELD
            && !builder.setting().binding();
    if (data && !body.isEmpty()) {
      builder.emit(new Compound.Once(builder.gathered.flag(), body));
    } else {
      body.forEach(builder::emit);
    }
  }

  /** The other arguments that a check compares the elements with. */
  private List<Expr> bounds(Check check, Bindings others) {
    return check.arguments().stream()
        .map(name -> builder.atom(Exprs.toReal(others.named(name).orElseThrow())))
        .toList();
  }

  /** A check by a method of {@code Checks}. */
  public void method(Check check, Subject subject, Value.Stored value) {
    method(check, subject, value, List.of());
  }

  private void method(Check check, Subject subject, Value.Stored value, List<Expr> bounds) {
    Var variable = value.stored().orElseThrow();
    KernelMethod.Parameter text = new KernelMethod.Parameter(CoreType.INT, KernelMethod.Mode.TEXT);
    List<KernelMethod.Parameter> parameters = new ArrayList<>(List.of(text, text));
    parameters.add(new KernelMethod.Parameter(variable.type(), KernelMethod.Mode.IN));
    List<Operand> operands =
        new ArrayList<>(
            List.of(new Operand.Text(subject.function()), new Operand.Text(subject.label())));
    operands.add(new Operand.Container(variable));
    for (Expr bound : bounds) {
      parameters.add(new KernelMethod.Parameter(CoreType.REAL, KernelMethod.Mode.IN));
      operands.add(new Operand.Scalar(bound));
    }
    KernelMethod method =
        new KernelMethod(OWNER, camel(check.name()), parameters, Optional.empty(), false, false);
    builder.emit(
        new Stmt.Kernel(Optional.empty(), method, operands, builder.where(subject.span())));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(
          camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
