package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Loops;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Runs loops over independent iterations a block at a time where that evaluates elementary
 * functions for a block at once.
 *
 * <p>Short loops run as they were written, and so does what is left of a loop when a check fails:
 * the order of the checks tells which error comes first, and it is the program's. Sums keep their
 * order but where an iteration adds to one of them in several stages.
 */
public final class Batching {
  /** Iterations in a block: buffers of it stay in the first cache. */
  private static final int BLOCK = 256;

  /** Loops around a loop that may run in blocks. */
  private static final int DEEP = 1;

  /** Statements of an iteration: a longer body would not be compiled well. */
  private static final int LONG = 150;

  private final Names names;
  private final Function<Compound.For, LoopFacts> facts;
  private final Aliases aliases;
  private final BlockLimits limits;
  private final BlockFunctions functions;
  private final Optional<BlockFindings> findings;
  private int depth;

  /** Why the loop that was looked at last does not run in blocks; empty if it does. */
  private String obstacle = "";

  private Batching(
      CoreFunction f,
      Function<Compound.For, LoopFacts> facts,
      BlockLimits limits,
      BlockFunctions functions,
      Optional<BlockFindings> findings) {
    this.limits = limits;
    this.functions = functions;
    this.findings = findings;
    names = new Names();
    names.reserve(f);
    this.facts = facts;
    aliases = new Aliases(f.body());
  }

  /**
   * @param limits of what runs in blocks
   * @param formulas what functions are over others, where the prelude gives it
   */
  public static CoreProgram run(
      CoreProgram program, BlockLimits limits, Function<Expr.Apply, Expr> formulas) {
    if (limits.equals(BlockLimits.NONE)) {
      return program;
    }
    Function<CoreFunction, Function<Compound.For, LoopFacts>> facts = Loops.written(program);
    BlockFunctions functions = new BlockFunctions(formulas);
    return program.mapFunctions(
        f -> {
          boolean calls = f.body().stream().anyMatch(Batching::hasCalls);
          return calls
              ? f.withBody(
                  new Batching(f, facts.apply(f), limits, functions, Optional.empty())
                      .list(f.body()))
              : f;
        });
  }

  /** What is said of the loops of the gradient, and of those in its slices. */
  public static List<Finding> explain(
      CoreProgram program, BlockLimits limits, Function<Expr.Apply, Expr> formulas) {
    BlockFindings findings = new BlockFindings();
    Function<CoreFunction, Function<Compound.For, LoopFacts>> facts = Loops.written(program);
    BlockFunctions functions = new BlockFunctions(formulas);
    List<String> gradients = new ArrayList<>(List.of(Entries.GRADIENT));
    program.kernels().forEach(k -> k.gradient().ifPresent(gradients::add));
    for (String name : gradients) {
      CoreFunction f = program.function(name);
      new Batching(f, facts.apply(f), limits, functions, Optional.of(findings)).list(f.body());
    }
    return findings.all();
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      Optional<List<Stmt>> blocks =
          s instanceof Compound.For f && fits(f) ? blocks(f) : Optional.empty();
      if (s instanceof Compound.For f) {
        findings.ifPresent(all -> all.add(f, obstacle, facts.apply(f)));
      }
      if (blocks.isPresent()) {
        out.addAll(blocks.get());
      } else {
        out.add(inside(s));
      }
    }
    return out;
  }

  /** The inner loops of inner loops are short as a rule. */
  private Stmt inside(Stmt s) {
    boolean loop = s instanceof Compound.For || s instanceof Compound.While;
    if (loop && depth >= DEEP && !limits.everywhere()) {
      findings.ifPresent(all -> s.walk(t -> all.inner(t)));
      return s;
    }
    depth += loop ? 1 : 0;
    Stmt changed = s.mapBodies(this::list);
    depth -= loop ? 1 : 0;
    return changed;
  }

  private static boolean hasCalls(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> t.forEachExpression(e -> e.walk(x -> found[0] |= BlockFunctions.hasTwin(x))));
    return found[0];
  }

  private boolean fits(Compound.For f) {
    boolean[] plain = {!f.down()};
    int[] size = {0};
    f.body()
        .forEach(
            s ->
                s.walk(
                    t -> {
                      size[0]++;
                      plain[0] &=
                          t instanceof Stmt.Assign
                              || t instanceof Stmt.Increment
                              || t instanceof Stmt.Store
                              || t instanceof Stmt.Accumulate
                              || t instanceof Stmt.Reject
                              || t instanceof Compound.If;
                    }));
    obstacle =
        !hasCalls(f)
            ? "it calls no function that vectors have"
            : f.down()
                ? "its derivatives need all of its values first"
                : !plain[0]
                    ? "it holds other loops, or calls that vectors do not have"
                    : size[0] > LONG ? "its body is too long" : "";
    return obstacle.isEmpty();
  }

  private Optional<List<Stmt>> blocks(Compound.For f) {
    LoopFacts known = facts.apply(f);
    if (!known.independent()) {
      obstacle = BlockFindings.DEPENDENT;
      return Optional.empty();
    }
    Var from = names.local("block_from", CoreType.INT);
    Var to = names.local("block_to", CoreType.INT);
    Body body = new Body(f, known, aliases);
    Steps made = new Steps(body, names, functions);
    List<Stmt> steps = made.list(f.body());
    if (!made.isPossible()) {
      obstacle = "it calls what may reject, or makes ints that are not data";
      return Optional.empty();
    }
    Stages stages = new Stages(body);
    stages.list(steps, 0);
    Var failed = names.local("failed", CoreType.INT);
    BlockLoop block =
        new BlockLoop(
            f,
            steps,
            body,
            stages,
            made.sums(),
            new Buffers(f.index(), from, to, BLOCK, names),
            names,
            failed);
    boolean worth = limits.everywhere() ? body.hasCalls() : made.callsAlways();
    obstacle =
        !worth
            ? "its calls stand under conditions"
            : block.isPossible() ? "" : "it makes ints that are not data";
    return obstacle.isEmpty() ? Optional.of(whole(f, block, from, to, failed)) : Optional.empty();
  }

  /** Blocks while no check fails; then, or for a short loop, what is left as it was. */
  private List<Stmt> whole(Compound.For f, BlockLoop block, Var from, Var to, Var failed) {
    Var first = names.local("first", CoreType.INT);
    Var last = names.local("last", CoreType.INT);
    Var number = names.local("block", CoreType.INT);
    Expr size = Exprs.integer(BLOCK);
    Expr begin = Exprs.addInt(Exprs.read(first), Exprs.multiplyInt(Exprs.read(number), size));
    Expr end = Exprs.addInt(Exprs.read(from), Exprs.integer(BLOCK - 1));
    Expr less = Exprs.op(Operator.LESS_INT, end, Exprs.read(last));
    List<Stmt> round = new ArrayList<>();
    round.add(new Stmt.Assign(from, begin));
    round.add(new Stmt.Assign(to, new Expr.Choose(less, end, Exprs.read(last))));
    round.addAll(block.statements(from, to));
    round.add(
        new Compound.If(
            Exprs.read(failed),
            List.of(new Stmt.Assign(first, Exprs.read(from)), new Stmt.Break()),
            List.of()));
    Expr span = Exprs.op(Operator.SUBTRACT_INT, Exprs.read(last), Exprs.read(first));
    Compound.For blocks =
        new Compound.For(
            number,
            Exprs.integer(0),
            Exprs.op(Operator.DIVIDE_INT, span, size),
            false,
            round,
            LoopFacts.UNKNOWN,
            f.line());
    return List.of(
        new Stmt.Assign(first, f.from(), f.line()),
        new Stmt.Assign(last, f.to()),
        new Stmt.Assign(
            failed, Exprs.op(Operator.LESS_INT, span, Exprs.integer(limits.shortest() - 1))),
        new Compound.If(
            Exprs.op(Operator.EQUAL_INT, Exprs.read(failed), Exprs.integer(0)),
            List.of(blocks),
            List.of()),
        new Compound.If(Exprs.read(failed), List.of(plain(f, first, last)), List.of()));
  }

  private Stmt plain(Compound.For f, Var first, Var last) {
    List<Stmt> body = twins(f.body());
    return new Compound.For(
        f.index(), Exprs.read(first), Exprs.read(last), false, body, f.facts(), f.line());
  }

  private List<Stmt> twins(List<Stmt> body) {
    return body.stream()
        .map(s -> s.mapBodies(this::twins).mapExpressions(functions::twins))
        .flatMap(s -> Repeated.once(s, names).stream())
        .toList();
  }
}
