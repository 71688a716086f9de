package org.stanj.compiler.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.UserFunction;

/**
 * Finds reads of variables that have no value on some way there. As stanc does, it takes a variable
 * for set when one element is, takes the body of a loop for run at least once, and does not follow
 * jumps.
 */
final class Uninitialized implements Step.Visitor<Void> {
  private final Warnings warnings;
  private Set<Symbol> unset = new HashSet<>();

  private Uninitialized(Warnings warnings) {
    this.warnings = warnings;
  }

  static void check(TypedProgram program, Warnings warnings) {
    for (UserFunction function : program.functions()) {
      new Uninitialized(warnings).run(StepReader.of(function.body()));
    }
    new Uninitialized(warnings).runBlock(StepReader.of(program.transformedData()));
    Uninitialized density = new Uninitialized(warnings);
    density.runBlock(StepReader.of(program.transformedParameters()));
    Set<Symbol> unsetTransformed = new HashSet<>(density.unset);
    density.run(StepReader.of(program.model()));
    density.unset = unsetTransformed;
    density.runBlock(StepReader.of(program.generatedQuantities()));
  }

  /** At the end of a block with constraints these are checked, which reads the variables. */
  private void runBlock(List<Step> steps) {
    run(steps);
    for (Step step : steps) {
      if (step instanceof Step.Declare declare
          && isChecked(declare.declaration().transform())
          && unset.contains(declare.declaration().symbol())) {
        Declaration declaration = declare.declaration();
        warnings.add(ErrorCode.UNINITIALIZED, declaration.span(), declaration.symbol().name());
      }
    }
  }

  private static boolean isChecked(Transform transform) {
    return transform instanceof Transform.Bounds || transform instanceof Transform.Named;
  }

  private void run(List<Step> steps) {
    steps.forEach(step -> step.accept(this));
  }

  private void read(List<TypedExpr> expressions) {
    expressions.forEach(this::read);
  }

  private void read(TypedExpr e) {
    for (TypedExpr.Reference reference : Subexpressions.references(e)) {
      if (unset.contains(reference.symbol())) {
        warnings.add(ErrorCode.UNINITIALIZED, reference.span(), reference.symbol().name());
      }
    }
  }

  @Override
  public Void declare(Step.Declare s) {
    Declaration declaration = s.declaration();
    read(declaration.sizes());
    unset.add(declaration.symbol());
    if (declaration.initial().isPresent()) {
      read(declaration.initial().get());
      unset.remove(declaration.symbol());
    }
    return null;
  }

  @Override
  public Void assign(Step.Assign s) {
    if (s.readsItself() && unset.contains(s.symbol())) {
      warnings.add(ErrorCode.UNINITIALIZED, s.span(), s.symbol().name());
    }
    read(s.value());
    unset.remove(s.symbol());
    return null;
  }

  @Override
  public Void factor(Step.Factor s) {
    read(s.expressions());
    return null;
  }

  @Override
  public Void evaluate(Step.Evaluate s) {
    read(s.expressions());
    return null;
  }

  @Override
  public Void branch(Step.Branch s) {
    read(s.expressions());
    Set<Symbol> before = new HashSet<>(unset);
    run(s.yes());
    Set<Symbol> afterYes = unset;
    unset = before;
    run(s.no());
    unset.addAll(afterYes);
    return null;
  }

  @Override
  public Void loop(Step.Loop s) {
    read(s.expressions());
    run(s.body());
    return null;
  }

  @Override
  public Void jump(Step.Jump s) {
    return null;
  }
}
