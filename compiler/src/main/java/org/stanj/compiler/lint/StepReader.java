package org.stanj.compiler.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedPlace;
import org.stanj.compiler.typed.TypedStmt;

/** Brings statements into the form of {@link Step}. */
final class StepReader implements TypedStmt.Visitor<List<Step>> {
  private static final StepReader STEPS = new StepReader();

  private StepReader() {}

  static List<Step> of(List<TypedStmt> statements) {
    List<Step> steps = new ArrayList<>();
    statements.forEach(s -> steps.addAll(s.accept(STEPS)));
    return steps;
  }

  @Override
  public List<Step> declare(TypedStmt.Declare s) {
    return List.of(new Step.Declare(s.declaration()));
  }

  @Override
  public List<Step> assign(TypedStmt.Assign s) {
    return List.of(assign(s.place(), s.operator().isPresent(), s.value(), s.span()));
  }

  private static Step assign(TypedPlace place, boolean compound, TypedExpr value, Span span) {
    List<TypedExpr> indices = new ArrayList<>();
    for (TypedPlace.Step step : place.steps()) {
      if (step instanceof TypedPlace.At at) {
        at.indices().forEach(index -> indices.addAll(Subexpressions.of(index)));
      }
    }
    return new Step.Assign(place.symbol(), place.steps().isEmpty(), compound, indices, value, span);
  }

  /** Every part of the targets gets the whole value, as far as warnings go. */
  @Override
  public List<Step> unpack(TypedStmt.Unpack s) {
    List<Step> steps = new ArrayList<>();
    unpack(s.targets(), s, steps);
    return steps;
  }

  private static void unpack(TypedStmt.Target target, TypedStmt.Unpack s, List<Step> into) {
    if (target instanceof TypedStmt.Single single) {
      into.add(assign(single.place(), false, s.value(), s.span()));
    } else if (target instanceof TypedStmt.Targets several) {
      several.members().forEach(member -> unpack(member, s, into));
    }
  }

  /** What {@code ~} becomes has the place of its statement; another call stands within it. */
  @Override
  public List<Step> addTarget(TypedStmt.AddTarget s) {
    boolean tilde = s.value().span().equals(s.span());
    Step.Source source = tilde ? Step.Source.TILDE : Step.Source.INCREMENT;
    return List.of(new Step.Factor(source, List.of(s.value()), s.span()));
  }

  @Override
  public List<Step> truncated(TypedStmt.Truncated s) {
    List<TypedExpr> mass = new ArrayList<>(List.of(s.normaliser()));
    s.each().ifPresent(each -> mass.addAll(each.values().values()));
    List<Step> inside = List.of(new Step.Factor(Step.Source.TRUNCATION, mass, s.span()));
    inside = s.upper().map(outside(s.variable(), inside)).orElse(inside);
    inside = s.lower().map(outside(s.variable(), inside)).orElse(inside);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Factor(Step.Source.TILDE, List.of(s.density()), s.span()));
    steps.addAll(inside);
    return steps;
  }

  /** Behind a bound the density is zero. */
  private static Function<TypedExpr, List<Step>> outside(TypedExpr variable, List<Step> inside) {
    return bound -> {
      TypedExpr written = bound instanceof TypedExpr.Promote promote ? promote.value() : bound;
      Span span = Literal.of(written).map(Literal::span).orElse(bound.span());
      Step zero = new Step.Factor(Step.Source.TRUNCATION, List.of(), span);
      return List.of(new Step.Branch(List.of(variable, bound), List.of(zero), inside, span));
    };
  }

  @Override
  public List<Step> addJacobian(TypedStmt.AddJacobian s) {
    return List.of(new Step.Factor(Step.Source.JACOBIAN, List.of(s.value()), s.span()));
  }

  @Override
  public List<Step> voidCall(TypedStmt.VoidCall s) {
    return List.of(
        changesDensity(s.call())
            ? new Step.Factor(Step.Source.CALL, List.of(s.call()), s.span())
            : new Step.Evaluate(List.of(s.call())));
  }

  private static boolean changesDensity(TypedExpr e) {
    return e instanceof TypedExpr.UserCall call && call.function().name().endsWith("_lp");
  }

  @Override
  public List<Step> branch(TypedStmt.If s) {
    return List.of(new Step.Branch(List.of(s.test()), of(s.yes()), of(s.no()), s.span()));
  }

  @Override
  public List<Step> repeat(TypedStmt.While s) {
    return List.of(new Step.Loop(Optional.empty(), List.of(s.test()), of(s.body()), s.span()));
  }

  @Override
  public List<Step> loop(TypedStmt.For s) {
    return List.of(
        new Step.Loop(Optional.of(s.index()), List.of(s.from(), s.to()), of(s.body()), s.span()));
  }

  @Override
  public List<Step> forEach(TypedStmt.ForEach s) {
    return List.of(
        new Step.Loop(Optional.of(s.element()), List.of(s.container()), of(s.body()), s.span()));
  }

  @Override
  public List<Step> block(TypedStmt.Block s) {
    return of(s.body());
  }

  @Override
  public List<Step> profile(TypedStmt.Profile s) {
    return of(s.body());
  }

  @Override
  public List<Step> leave(TypedStmt.Break s) {
    return List.of(new Step.Jump(true));
  }

  @Override
  public List<Step> next(TypedStmt.Continue s) {
    return List.of(new Step.Jump(false));
  }

  @Override
  public List<Step> giveBack(TypedStmt.Return s) {
    return List.of(new Step.Evaluate(s.value().map(List::of).orElse(List.of())));
  }

  @Override
  public List<Step> message(TypedStmt.Message s) {
    List<TypedExpr> values = new ArrayList<>();
    for (TypedStmt.Part part : s.parts()) {
      if (part instanceof TypedStmt.Part.Value value) {
        values.add(value.value());
      }
    }
    return List.of(
        s.messageKind() == TypedStmt.MessageKind.REJECT
            ? new Step.Factor(Step.Source.REJECTION, values, s.span())
            : new Step.Evaluate(values));
  }
}
