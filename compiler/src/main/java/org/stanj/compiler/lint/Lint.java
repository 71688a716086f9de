package org.stanj.compiler.lint;

import java.util.List;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.UserFunction;

/**
 * The two sets of warnings that a user can ask for. They are in stanc's order: from the end of the
 * program to its start, then those without a place.
 */
public final class Lint {
  private Lint() {}

  /**
   * Common mistakes: in the use of distributions, in bounds, priors and control flow. Includes
   * {@link #uninitialized}.
   */
  public static List<Diagnostic> pedantic(TypedProgram program) {
    Warnings warnings = new Warnings();
    Uninitialized.check(program, warnings);
    bounds(program, warnings);
    distributions(program, warnings);
    density(program, warnings);
    return warnings.sorted();
  }

  /** Reads of variables that may not have a value yet. */
  public static List<Diagnostic> uninitialized(TypedProgram program) {
    Warnings warnings = new Warnings();
    Uninitialized.check(program, warnings);
    return warnings.sorted();
  }

  private static void bounds(TypedProgram program, Warnings warnings) {
    for (Declaration parameter : program.parameters()) {
      if (parameter.transform() instanceof Transform.Bounds) {
        Range range = Range.of(parameter.transform());
        String name = parameter.symbol().name();
        if (range.isEmpty()) {
          warnings.add(ErrorCode.EMPTY_BOUNDS, parameter.span(), name);
        } else if (range.isKnown() && !range.is(0, 1) && !range.is(-1, 1)) {
          warnings.add(ErrorCode.HARD_BOUNDS, parameter.span(), name);
        }
      }
    }
  }

  private static void distributions(TypedProgram program, Warnings warnings) {
    DistributionUses uses = new DistributionUses(program.parameters(), warnings);
    for (UserFunction function : program.functions()) {
      new KnownLocals(uses::check).follow(StepReader.of(function.body()));
    }
    Tildes tildes = new Tildes(warnings);
    KnownLocals copies =
        new KnownLocals(
            (step, known) -> {
              uses.check(step, known);
              tildes.check(step, known);
            });
    copies.follow(StepReader.of(program.transformedParameters()));
    copies.follow(StepReader.of(program.model()));
  }

  private static void density(TypedProgram program, Warnings warnings) {
    DecidingArguments arguments = new DecidingArguments();
    Influence influence = new Influence(Symbol.Origin.PARAMETERS, arguments::check);
    influence.follow(StepReader.of(program.transformedParameters()));
    influence.follow(StepReader.of(program.model()));
    arguments.report(warnings);
    influence
        .decisions()
        .forEach(
            (span, influences) -> {
              String names = Influence.parameters(influences);
              if (!names.isEmpty()) {
                warnings.add(ErrorCode.PARAMETER_DECIDES, span, names);
              }
            });
    priors(program, new Priors(influence.terms()), warnings);
  }

  private static void priors(TypedProgram program, Priors priors, Warnings warnings) {
    for (Declaration parameter : program.parameters()) {
      Symbol symbol = parameter.symbol();
      int count = priors.count(symbol);
      if (!priors.uses(symbol)) {
        warnings.add(ErrorCode.PARAMETER_UNUSED, parameter.span(), symbol.name());
      } else if (count == 0) {
        warnings.add(ErrorCode.NO_PRIOR, parameter.span(), symbol.name());
      } else if (count > 1) {
        warnings.add(
            ErrorCode.SEVERAL_PRIORS, parameter.span(), symbol.name(), Integer.toString(count));
      }
    }
  }
}
