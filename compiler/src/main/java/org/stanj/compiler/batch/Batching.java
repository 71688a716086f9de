package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.stanj.compiler.core.Variables;

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

  /** Iterations of an inner loop that is run in blocks itself, rather than the loop around it. */
  private static final int LONG_INNER = 64;

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

  /** Whether there are functions in it that blocks have. */
  static boolean hasCalls(Stmt s) {
    boolean[] found = {false};
    s.walk(
        t -> {
          found[0] |= BlockKernels.isKnown(t);
          t.forEachExpression(e -> e.walk(x -> found[0] |= BlockFunctions.hasTwin(x)));
        });
    return found[0];
  }

  private boolean fits(Compound.For f) {
    int[] size = {0};
    f.body().forEach(s -> s.walk(t -> size[0]++));
    obstacle =
        !hasCalls(f)
            ? "it calls no function that vectors have"
            : usesStack(f)
                ? "its derivatives need all of its values first"
                : size[0] > LONG ? "its body is too long" : "";
    return obstacle.isEmpty();
  }

  private static boolean usesStack(Compound.For f) {
    return f.body().stream().anyMatch(s -> s instanceof Stmt.Push || s instanceof Stmt.Pop);
  }

  /** Independent iterations may run upwards. */
  private static Compound.For upwards(Compound.For f) {
    return f.down()
        ? new Compound.For(f.index(), f.from(), f.to(), false, f.body(), f.facts(), f.line())
        : f;
  }

  private Optional<List<Stmt>> blocks(Compound.For given) {
    LoopFacts known = facts.apply(given);
    Compound.For f = upwards(given);
    if (!known.independent()) {
      obstacle = BlockFindings.DEPENDENT;
      return Optional.empty();
    }
    Var from = names.local("block_from", CoreType.INT);
    Var to = names.local("block_to", CoreType.INT);
    Var failed = names.local("failed", CoreType.INT);
    Nest.Block range = new Nest.Block(from, to, failed, BLOCK);
    Nest nest = new Nest(f, known, range, new Nest.Context(names, functions, aliases));
    List<Stmt> block = nest.statements();
    boolean worth = limits.everywhere() ? nest.hasCalls() : nest.isWorth();
    String own =
        nest.obstacle().orElse(worth ? "" : "its calls stand under conditions, or it has none");
    Optional<List<Stmt>> made =
        own.isEmpty() ? Optional.of(whole(f, nest, block, range)) : Optional.empty();
    // Loops inside have been looked at meanwhile.
    obstacle = own;
    return made;
  }

  /** Blocks while no check fails; then, or for a short loop, what is left as it was. */
  private List<Stmt> whole(Compound.For f, Nest nest, List<Stmt> block, Nest.Block range) {
    Var from = range.from();
    Var to = range.to();
    Var failed = range.failed();
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
    round.addAll(block);
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
        new Stmt.Assign(failed, unfit(f, nest, span)),
        new Compound.If(
            Exprs.op(Operator.EQUAL_INT, Exprs.read(failed), Exprs.integer(0)),
            List.of(blocks),
            List.of()),
        new Compound.If(Exprs.read(failed), List.of(plain(f, nest, first, last)), List.of()));
  }

  /** Whether a loop is too short, or an inner loop so long that it is better run in blocks. */
  private Expr unfit(Compound.For f, Nest nest, Expr span) {
    int shortest = nest.callsAlways() ? limits.shortest() : limits.shortestWithConditions();
    Expr unfit = Exprs.op(Operator.LESS_INT, span, Exprs.integer(shortest - 1));
    Set<Var> made = new HashSet<>();
    f.body().forEach(s -> s.walk(t -> made.addAll(Variables.defined(t))));
    made.add(f.index());
    for (Piece p : nest.pieces()) {
      if (p instanceof Piece.Repeat r && !limits.everywhere()) {
        Set<Var> read = new HashSet<>(Variables.in(r.loop().from()));
        read.addAll(Variables.in(r.loop().to()));
        if (Collections.disjoint(read, made) && facts.apply(r.loop()).independent()) {
          Expr trips = Exprs.op(Operator.SUBTRACT_INT, r.loop().to(), r.loop().from());
          unfit = Exprs.or(unfit, Exprs.op(Operator.LESS_INT, Exprs.integer(LONG_INNER), trips));
        }
      }
    }
    return unfit;
  }

  private Stmt plain(Compound.For f, Nest nest, Var first, Var last) {
    boolean simple = nest.pieces().stream().allMatch(Piece.Stretch.class::isInstance);
    List<Stmt> body = simple ? twins(f.body()) : ((Compound.For) inside(f)).body();
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
