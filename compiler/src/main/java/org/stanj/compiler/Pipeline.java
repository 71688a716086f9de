package org.stanj.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Loops;
import org.stanj.compiler.batch.Batching;
import org.stanj.compiler.batch.BlockLimits;
import org.stanj.compiler.bindtime.BindTime;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Printer;
import org.stanj.compiler.differentiate.Differentiation;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.lower.Lowering;
import org.stanj.compiler.lower.PrimitiveDerivatives;
import org.stanj.compiler.rows.Partitions;
import org.stanj.compiler.rows.Repeats;
import org.stanj.compiler.rows.Squares;
import org.stanj.compiler.simplify.Accumulators;
import org.stanj.compiler.simplify.DenseLoops;
import org.stanj.compiler.simplify.ElementCopies;
import org.stanj.compiler.simplify.ElementTables;
import org.stanj.compiler.simplify.Hoist;
import org.stanj.compiler.simplify.Inlining;
import org.stanj.compiler.simplify.IterationAdjoints;
import org.stanj.compiler.simplify.JoinedBranches;
import org.stanj.compiler.simplify.LogProducts;
import org.stanj.compiler.simplify.LogisticLogs;
import org.stanj.compiler.simplify.RowRanges;
import org.stanj.compiler.simplify.SavedValues;
import org.stanj.compiler.simplify.SingleExit;
import org.stanj.compiler.simplify.SweepFusion;
import org.stanj.compiler.simplify.TargetVariable;
import org.stanj.compiler.simplify.Tidy;
import org.stanj.compiler.slice.Limits;
import org.stanj.compiler.slice.Slicing;
import org.stanj.compiler.typed.TypedProgram;

/** The passes between checking and emission, in their order. */
public final class Pipeline {
  private record Pass(String name, UnaryOperator<CoreProgram> change) {}

  private Pipeline() {}

  /** The way with slices where they pay. */
  public static CoreProgram run(TypedProgram program, Library library, PassObserver observer) {
    return run(program, library, Limits.DEFAULT, BlockLimits.DEFAULT, observer);
  }

  /**
   * Lowers a program and runs all passes over it.
   *
   * @param limits of what is cut into slices
   * @param blocks limits of what runs a block at a time
   * @param observer sees the program after each pass
   */
  public static CoreProgram run(
      TypedProgram program,
      Library library,
      Limits limits,
      BlockLimits blocks,
      PassObserver observer) {
    return stages(
        program,
        new PreludeBodies(library),
        limits,
        blocks,
        (pass, core) -> observer.after(pass, () -> Printer.program(core)));
  }

  /** What the passes say of the loops of a program's log density. */
  static List<Finding> explain(TypedProgram program, Library library) {
    List<Finding> findings = new ArrayList<>();
    PreludeBodies bodies = new PreludeBodies(library);
    PrimitiveDerivatives texts = new PrimitiveDerivatives(bodies);
    stages(
        program,
        bodies,
        Limits.DEFAULT,
        BlockLimits.DEFAULT,
        (pass, core) -> {
          switch (pass) {
            case "core:rows" -> findings.addAll(Squares.explain(core));
            case "core:squares" -> findings.addAll(BindTime.explain(core));
            case "core:loops" -> findings.addAll(Repeats.explain(core));
            case "core:repeats" -> findings.addAll(Slicing.explain(core, Limits.DEFAULT));
            case "core:saved" ->
                findings.addAll(Batching.explain(core, BlockLimits.DEFAULT, texts::inBlocks));
            default -> {}
          }
        });
    return findings;
  }

  /** The same for an observer of programs. */
  static CoreProgram stages(
      TypedProgram program,
      PreludeBodies bodies,
      Limits limits,
      BlockLimits blocks,
      BiConsumer<String, CoreProgram> observer) {
    CoreProgram core = Lowering.lower(program, bodies);
    observer.accept("core", core);
    for (Pass pass : passes(bodies, limits, blocks)) {
      core = pass.change().apply(core);
      observer.accept("core:" + pass.name(), core);
    }
    return core;
  }

  private static List<Pass> passes(PreludeBodies bodies, Limits limits, BlockLimits blocks) {
    PrimitiveDerivatives texts = new PrimitiveDerivatives(bodies);
    return List.of(
        // First: all that follows may count on lists that end at their end.
        new Pass("exits", SingleExit::run),
        // Before all that looks at one function at a time.
        new Pass("inline", Inlining::run),
        // Literals that hide in variables would be active values for differentiation.
        new Pass(
            "constants",
            core ->
                LogisticLogs.run(
                    Tidy.first(core), texts.ofReal("exp"), texts.ofReal("log1p_checked"))),
        // Sums that end in the target become additions to it, which are reversed where they stand.
        new Pass("accumulators", Accumulators::run),
        // Before the adjoints are written: those of invariants are then applied once, after the
        // loop.
        new Pass("hoist", core -> Hoist.run(ElementCopies.run(core))),
        // Behind what leaves loops whole: what is left depends on what the iterations choose.
        new Pass("elements", ElementTables::run),
        // Copies are loops over whole matrices now, and nothing has been written about their
        // adjoints.
        new Pass("rows", RowRanges::run),
        // Copies are in their loops, and sums of squares are over rows of data.
        new Pass("squares", Squares::run),
        // Behind what is the same in all iterations: what is left differs with data.
        new Pass("bindtime", BindTime::run),
        // What leaves a loop has left it, and reverse sweeps have not been written yet.
        new Pass("loops", Loops::run),
        // Asks whether rows know nothing of each other; loops are looked at again where it has
        // written some.
        new Pass("repeats", core -> Loops.run(Partitions.run(Loops.run(Repeats.run(core))))),
        // Before differentiation, which writes the gradient of a slice as that of any function.
        new Pass("slices", core -> Slicing.run(core, limits)),
        new Pass("differentiate", core -> Differentiation.run(core, texts::partial)),
        // Until here, additions to the target are known as such.
        new Pass("target", TargetVariable::run),
        // What this makes zero again, tidying folds into what is added to it.
        new Pass("iterations", IterationAdjoints::run),
        // Adjoints of an iteration are its own now, so that loops are seen to be independent.
        new Pass("sweeps", SweepFusion::run),
        // Adjoints that nobody asked for are gone only when all is written.
        new Pass("tidy", Tidy::last),
        // The two sweeps of an iteration stand in one list, without what nobody asked for.
        new Pass("branches", JoinedBranches::run),
        // On the stack, what iterations save would have an order.
        new Pass("saved", SavedValues::run),
        // All that an iteration does is known now, and adjoints stand where they are.
        new Pass("batch", core -> Batching.run(core, blocks, texts::inBlocks)),
        // What blocks have left as loops.
        new Pass("dense", DenseLoops::run),
        // After tidying, which brings each addition to the target into one statement.
        new Pass("products", LogProducts::run));
  }
}
