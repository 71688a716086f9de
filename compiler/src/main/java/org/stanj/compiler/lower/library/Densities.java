package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Axes;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Setting;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.AssignedSymbols;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;
import org.stanj.compiler.typed.UserFunction;

/**
 * Distribution functions of the library over broadcast arguments.
 *
 * <p>A body that is a sum of terms is taken apart: terms without varying arguments leave the loop
 * (times the number of elements), terms without autodiff arguments stand under the propto flag.
 */
public final class Densities {
  private final Language language;
  private final LibraryCalls library;
  private final Builder builder;

  Densities(Language language, LibraryCalls library) {
    this.language = language;
    this.library = library;
    this.builder = language.builder();
  }

  public static boolean isDistribution(LibraryFunction f) {
    String n = f.name();
    return n.endsWith("_lpdf")
        || n.endsWith("_lpmf")
        || n.endsWith("_lcdf")
        || n.endsWith("_lccdf")
        || n.endsWith("_cdf");
  }

  private static boolean isDensity(LibraryFunction f) {
    return f.name().endsWith("_lpdf") || f.name().endsWith("_lpmf");
  }

  /** The value as an expression. */
  Value value(LibraryFunction f, List<Value> arguments, boolean propto, Span span) {
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    boolean product = f.name().endsWith("_cdf");
    boolean loop = broadcastShape(f, arguments).isPresent();
    Optional<Expr> flag = flag(f, propto);
    if (!loop && flag.isEmpty()) {
      List<Expr> terms = new ArrayList<>();
      terms(f, arguments, flag, span, terms::add);
      return Value.Scalar.of(terms.stream().reduce(Exprs::add).orElse(Exprs.ZERO), autodiff);
    }
    Var total = builder.names.local("density", CoreType.REAL);
    builder.emit(new Stmt.Assign(total, product ? Exprs.ONE : Exprs.ZERO));
    terms(
        f,
        arguments,
        flag,
        span,
        term ->
            builder.emit(
                new Stmt.Assign(
                    total,
                    product
                        ? Exprs.multiply(Exprs.read(total), term)
                        : Exprs.add(Exprs.read(total), term))));
    return Value.Scalar.of(Exprs.read(total), autodiff);
  }

  /** Adds the density to a sum, term by term. */
  void addTo(
      LibraryFunction f, List<Value> arguments, boolean propto, Span span, Consumer<Expr> sum) {
    builder.at(
        span,
        () -> {
          terms(f, arguments, flag(f, propto), span, sum);
          return true;
        });
  }

  /** The flag under which dropped terms are left out. */
  private Optional<Expr> flag(LibraryFunction f, boolean propto) {
    if (!isDensity(f)) {
      return Optional.empty();
    }
    return propto ? builder.setting().propto() : builder.setting().inherited();
  }

  private void terms(
      LibraryFunction f, List<Value> given, Optional<Expr> flag, Span span, Consumer<Expr> sum) {
    if (flag.isPresent() && given.stream().noneMatch(Value::autodiff)) {
      builder.branch(Exprs.not(flag.get()), () -> terms(f, given, Optional.empty(), span, sum));
      return;
    }
    Optional<Value> shape = broadcastShape(f, given);
    List<Value> arguments = prepared(f, given, shape, span);
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    Setting inside = builder.setting().inDensity(flag).withLocalsAutodiff(autodiff);
    Body body = new Body(f, arguments, shape, flag, span, sum);
    builder.under(inside, body::emit);
  }

  /** The argument that decides how many elements there are; empty if all are single. */
  private static Optional<Value> broadcastShape(LibraryFunction f, List<Value> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (isBroadcast(f.parameters().get(i), arguments.get(i))) {
        return Optional.of(arguments.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean isBroadcast(LibraryFunction.Parameter p, Value a) {
    if (p.type().equals("vectors")) {
      return a.type().isArray();
    }
    return p.broadcast() && !a.isScalar();
  }

  /** Single arguments as the body sees them and checked; sizes of the others compared. */
  private List<Value> prepared(
      LibraryFunction f, List<Value> given, Optional<Value> shape, Span span) {
    List<Value> prepared = new ArrayList<>();
    List<Value> seen = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      boolean many = isBroadcast(f.parameters().get(i), given.get(i));
      seen.add(many ? given.get(i) : single(f, i, given.get(i)));
    }
    for (int i = 0; i < given.size(); i++) {
      LibraryFunction.Parameter p = f.parameters().get(i);
      Value a = seen.get(i);
      boolean many = isBroadcast(p, given.get(i));
      if (many && shape.isPresent() && shape.get() != given.get(i)) {
        sameCount(new ArgumentChecks.Site(f, p, span), given, shape.get(), given.get(i));
      }
      if (!many && !p.check().isEmpty()) {
        if (!namesBroadcast(f, p, given)) {
          checkSingle(f, p, a, seen, span);
        }
      } else if (many && a.stored().isPresent() && scalarChecks(p) && a.type().rank() == 1) {
        library.checks.container(
            new ArgumentChecks.Site(f, p, span), a, LibraryCalls.bindings(f, seen));
      }
      prepared.add(a);
    }
    return prepared;
  }

  /** Whether a check compares with an argument that varies over the elements. */
  private static boolean namesBroadcast(
      LibraryFunction f, LibraryFunction.Parameter p, List<Value> given) {
    for (ArgumentChecks.Check check : ArgumentChecks.parse(p.check())) {
      for (int i = 0; i < given.size(); i++) {
        LibraryFunction.Parameter other = f.parameters().get(i);
        if (check.arguments().contains(other.name()) && isBroadcast(other, given.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean scalarChecks(LibraryFunction.Parameter p) {
    return ArgumentChecks.parse(p.check()).stream()
        .allMatch(
            c ->
                ArgumentChecks.isScalar(c) && c.arguments().stream().allMatch(Densities::isNumber));
  }

  private static boolean isNumber(String text) {
    return !Character.isLetter(text.charAt(0));
  }

  private Value single(LibraryFunction f, int i, Value a) {
    List<Value> one = library.seenByBody(onlyParameter(f, i), List.of(a));
    return one.get(0);
  }

  private static LibraryFunction onlyParameter(LibraryFunction f, int i) {
    return new LibraryFunction(
        f.name(),
        f.says(),
        List.of(f.parameters().get(i)),
        f.result(),
        f.form(),
        f.mapping(),
        f.generator(),
        f.primitive(),
        f.derivatives(),
        f.text(),
        f.documentation());
  }

  private void checkSingle(
      LibraryFunction f, LibraryFunction.Parameter p, Value a, List<Value> all, Span span) {
    ArgumentChecks.Bindings bindings = LibraryCalls.bindings(f, all);
    if (a.isScalar()) {
      library.checks.scalar(
          new ArgumentChecks.Site(f, p, span), a.scalar(), Optional.empty(), bindings);
    } else {
      library.checks.container(new ArgumentChecks.Site(f, p, span), a, bindings);
    }
  }

  private void sameCount(ArgumentChecks.Site site, List<Value> given, Value first, Value other) {
    LibraryFunction f = site.function();
    Expr a = first.sizes().get(0);
    Expr b = other.sizes().get(0);
    if (LinearIndex.same(a, b)) {
      return;
    }
    builder.rejectIf(
        Exprs.op(Operator.NOT_EQUAL_INT, a, b),
        Stmt.RejectKind.SIZE,
        List.of(
            new Operand.Text(
                f.nameInMessages()
                    + ": "
                    + f.parameters().get(given.indexOf(first)).sizeLabel()
                    + " has size = "),
            new Operand.Scalar(a),
            new Operand.Text(", but " + site.parameter().sizeLabel() + " has size "),
            new Operand.Scalar(b),
            new Operand.Text("; and they must be the same size.")),
        builder.where(site.span()));
  }

  /** One call being written out. */
  private final class Body {
    private final LibraryFunction f;
    private final UserFunction body;
    private final List<Value> arguments;
    private final Optional<Value> shape;
    private final Optional<Expr> flag;
    private final Span span;
    private final Consumer<Expr> sum;
    private final Set<Symbol> varying = new HashSet<>();
    private boolean checked;

    Body(
        LibraryFunction f,
        List<Value> arguments,
        Optional<Value> shape,
        Optional<Expr> flag,
        Span span,
        Consumer<Expr> sum) {
      this.f = f;
      this.body = builder.gathered.library.body(f);
      AssignedSymbols.in(body.body(), builder.gathered.assigned);
      this.arguments = arguments;
      this.shape = shape;
      this.flag = flag;
      this.span = span;
      this.sum = sum;
    }

    void emit() {
      if (SumOfTerms.fits(body)) {
        termByTerm(SumOfTerms.of(body));
      } else {
        wholeBody();
      }
    }

    private void termByTerm(SumOfTerms terms) {
      Set<Symbol> active = new HashSet<>();
      for (int i = 0; i < arguments.size(); i++) {
        if (isMany(i)) {
          varying.add(body.parameters().get(i));
        }
        if (arguments.get(i).autodiff()) {
          active.add(body.parameters().get(i));
        }
      }
      group(
          terms, terms.where(t -> !varies(terms, t, varying), t -> keeps(terms, t, active)), false);
      group(terms, terms.where(t -> varies(terms, t, varying), t -> keeps(terms, t, active)), true);
      List<SumOfTerms.Term> one =
          terms.where(t -> !varies(terms, t, varying), t -> !keeps(terms, t, active));
      List<SumOfTerms.Term> each =
          terms.where(t -> varies(terms, t, varying), t -> !keeps(terms, t, active));
      if (!one.isEmpty() || !each.isEmpty()) {
        builder.branch(
            Exprs.not(flag.orElse(Exprs.FALSE)),
            () -> {
              group(terms, one, false);
              group(terms, each, true);
            });
      }
    }

    private boolean keeps(SumOfTerms terms, SumOfTerms.Term t, Set<Symbol> active) {
      return flag.isEmpty() || terms.isAutodiff(t, active);
    }

    private boolean varies(SumOfTerms terms, SumOfTerms.Term t, Set<Symbol> varying) {
      return shape.isPresent() && terms.dependsOn(t, varying);
    }

    private void group(SumOfTerms terms, List<SumOfTerms.Term> chosen, boolean each) {
      if (chosen.isEmpty()) {
        return;
      }
      if (each) {
        bindSingles();
        lowerInvariant(terms, chosen);
        overElements(() -> sum.accept(summed(terms, chosen, true)));
      } else {
        bindSingles();
        Expr value = summed(terms, chosen, shape.isEmpty());
        boolean many = shape.isPresent();
        sum.accept(many ? Exprs.multiply(Exprs.toReal(shape.get().sizes().get(0)), value) : value);
      }
    }

    /** Locals that are the same for all elements, such as a factorisation, before the loop. */
    private void lowerInvariant(SumOfTerms terms, List<SumOfTerms.Term> chosen) {
      if (shape.isPresent()) {
        terms.needed(chosen, false).stream()
            .filter(s -> !terms.dependsOn(s, varying))
            .forEach(language::statement);
      }
    }

    private Expr summed(SumOfTerms terms, List<SumOfTerms.Term> chosen, boolean check) {
      terms.needed(chosen, check && !checked).stream()
          .filter(s -> shape.isEmpty() || !check || terms.dependsOn(s, varying))
          .forEach(language::statement);
      checked |= check;
      Expr total = Exprs.ZERO;
      for (SumOfTerms.Term t : chosen) {
        Expr e = Exprs.toReal(language.scalar(t.value()));
        total = t.positive() ? Exprs.add(total, e) : Exprs.subtract(total, e);
      }
      return total;
    }

    private boolean isMany(int i) {
      return isBroadcast(f.parameters().get(i), arguments.get(i));
    }

    private void bindSingles() {
      for (int i = 0; i < arguments.size(); i++) {
        if (!isMany(i)) {
          builder.values.put(body.parameters().get(i), arguments.get(i));
        }
      }
    }

    private void overElements(Runnable work) {
      bindSingles();
      if (shape.isEmpty()) {
        work.run();
        return;
      }
      builder.each(
          shape.get().sizes().get(0),
          i -> {
            for (int p = 0; p < arguments.size(); p++) {
              if (isMany(p)) {
                builder.values.put(body.parameters().get(p), element(p, i));
              }
            }
            for (int p = 0; p < arguments.size(); p++) {
              if (isMany(p) || namesBroadcast(f, f.parameters().get(p), arguments)) {
                check(p, i);
              }
            }
            work.run();
          });
    }

    private Value element(int p, Expr i) {
      Value a = arguments.get(p);
      if (a.type().rank() > 1) {
        Value row = Axes.element(builder, a, i, a.type().element());
        return library.seenByBody(onlyParameter(f, p), List.of(row)).get(0);
      }
      boolean real = f.parameters().get(p).type().equals("reals");
      Expr raw = a.flat(i);
      Expr e = builder.atom(real ? Exprs.toReal(raw) : raw);
      return new Value.Scalar(real ? StanType.REAL : StanType.INT, e, a.autodiff());
    }

    /** Checks an element of a broadcast argument that was not checked as a whole. */
    private void check(int p, Expr i) {
      Value a = arguments.get(p);
      LibraryFunction.Parameter parameter = f.parameters().get(p);
      Value element = builder.values.get(body.parameters().get(p));
      if (!element.isScalar()) {
        library.checks.container(new ArgumentChecks.Site(f, parameter, span), element, this::bound);
      } else if (!(isMany(p) && a.stored().isPresent() && scalarChecks(parameter))) {
        Optional<Expr> position =
            isMany(p) ? Optional.of(Exprs.addInt(i, Exprs.integer(1))) : Optional.empty();
        library.checks.scalar(
            new ArgumentChecks.Site(f, parameter, span), element.scalar(), position, this::bound);
      }
    }

    private Optional<Expr> bound(String name) {
      for (int i = 0; i < f.parameters().size(); i++) {
        if (f.parameters().get(i).name().equals(name)) {
          Value v = isMany(i) ? builder.values.get(body.parameters().get(i)) : arguments.get(i);
          return v.isScalar() ? Optional.of(v.scalar()) : Optional.empty();
        }
      }
      return Optional.empty();
    }

    /** A body with branches: each return keeps or drops its own terms. */
    private void wholeBody() {
      overElements(
          () -> {
            Var result = builder.names.local("term", CoreType.REAL);
            List<Stmt> raw = builder.collect(() -> language.body(body.body(), this::giveBack));
            Exits.normalise(raw, Optional.of(result), builder.names).forEach(builder::emit);
            sum.accept(Exprs.read(result));
          });
    }

    private void giveBack(TypedStmt.Return s) {
      TypedExpr e = s.value().orElseThrow();
      if (flag.isEmpty()) {
        Expr value = Exprs.toReal(language.scalar(e));
        builder.emit(new Stmt.Return(Optional.of(new Operand.Scalar(value))));
        return;
      }
      Var kept = builder.names.local("kept", CoreType.REAL);
      builder.emit(new Stmt.Assign(kept, Exprs.ZERO));
      for (SumOfTerms.Term t : SumOfTerms.split(e)) {
        Runnable add =
            () -> {
              Expr term = Exprs.toReal(language.scalar(t.value()));
              Expr signed = t.positive() ? term : Exprs.negate(term);
              builder.emit(new Stmt.Assign(kept, Exprs.add(Exprs.read(kept), signed)));
            };
        if (levelOf(t.value())) {
          add.run();
        } else {
          builder.branch(Exprs.not(flag.get()), add);
        }
      }
      builder.emit(new Stmt.Return(Optional.of(new Operand.Scalar(Exprs.read(kept)))));
    }

    /** Infinite returns (outside the support) are never dropped. */
    private boolean levelOf(TypedExpr e) {
      boolean infinite =
          e instanceof TypedExpr.LibraryCall c && c.function().name().endsWith("_infinity");
      boolean[] autodiff = {infinite};
      Subexpressions.forEach(
          e,
          x -> {
            if (x instanceof TypedExpr.Reference r && !x.type().isInt()) {
              Value v = builder.values.get(r.symbol());
              autodiff[0] |= v != null && v.autodiff();
            }
          });
      return autodiff[0];
    }
  }
}
