package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * A loop a block of iterations at a time: what all iterations do alike is done once, inner loops
 * stand around the loops over the block, and a container of an iteration has an element for each
 * iteration of the block where it had one.
 */
final class Nest {
  /** So many times as many calls as iterations come to are still faster in vectors. */
  private static final double WASTE = 3;

  private final Compound.For loop;
  private final LoopFacts facts;
  private final Context context;
  private final Names names;
  private final Block range;
  private final Varying varying;
  private final Buffers buffers;
  private final List<Piece> pieces;
  private final Across across;
  private final Map<Var, Own> own = new HashMap<>();
  private Optional<String> obstacle;
  private boolean calls;
  private int count;
  private double expected;

  /**
   * A container of each iteration.
   *
   * @param block one after the other, the same element of all iterations of the block
   * @param size elements of one iteration
   */
  private record Own(Var block, Var size) {}

  /** Statements, and whether a check may have failed behind them. */
  private record Made(List<Stmt> statements, boolean mayFail) {}

  /**
   * A block of iterations.
   *
   * @param from holds the first one
   * @param to holds the last one
   * @param failed is set where a check fails
   * @param length of the longest block
   */
  record Block(Var from, Var to, Var failed, int length) {}

  /** What is known of the function that holds the loop, and of functions that blocks have. */
  record Context(Names names, BlockFunctions functions, Aliases aliases) {}

  Nest(Compound.For loop, LoopFacts facts, Block range, Context context) {
    this.loop = loop;
    this.facts = facts;
    this.range = range;
    this.context = context;
    names = context.names();
    varying = new Varying(loop, facts);
    buffers = new Buffers(loop.index(), range.from(), range.to(), range.length(), names);
    Cutting cutting = new Cutting(varying, names);
    List<Piece> cut = cutting.list(loop.body());
    while (varying.addMadeIn(Piece.stretches(cut))) {
      cutting = new Cutting(varying, names);
      cut = cutting.list(loop.body());
    }
    pieces = cut;
    across = new Across(loop, pieces, varying, names);
    across.places().forEach(buffers::keep);
    obstacle = cutting.obstacle().or(across::obstacle);
  }

  /** Why it cannot run in blocks; empty if it can. To be asked for behind {@link #statements}. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /** Whether there are calls that blocks can evaluate. */
  boolean hasCalls() {
    return calls;
  }

  /** Whether iterations come to enough of them, since a block makes them all. */
  boolean isWorth() {
    return calls && count <= WASTE * expected;
  }

  /** Whether every iteration comes to all calls. */
  boolean callsAlways() {
    return count == expected;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** The statements of one block; of no use if there is an obstacle. */
  List<Stmt> statements() {
    if (obstacle.isPresent()) {
      return List.of();
    }
    List<Stmt> out = new ArrayList<>();
    List<Stmt> inner = list(pieces).statements();
    out.add(buffers.declaration());
    out.addAll(inner);
    return List.of(new Compound.Region(out));
  }

  private Made list(List<Piece> given) {
    List<Made> all = given.stream().map(this::piece).toList();
    List<Stmt> out = List.of();
    boolean mayFail = false;
    for (int i = all.size() - 1; i >= 0; i--) {
      List<Stmt> rest = out;
      out = new ArrayList<>(all.get(i).statements());
      if (all.get(i).mayFail() && !rest.isEmpty()) {
        Expr well = Exprs.op(Operator.EQUAL_INT, Exprs.read(range.failed()), Exprs.integer(0));
        out.add(new Compound.If(well, rest, List.of()));
      } else {
        out.addAll(rest);
      }
      mayFail |= all.get(i).mayFail();
    }
    return new Made(out, mayFail);
  }

  private Made piece(Piece given) {
    if (given instanceof Piece.Stretch s) {
      return stretch(s);
    } else if (given instanceof Piece.Once o) {
      return once(o.statement());
    } else if (given instanceof Piece.Kernel k) {
      return BlockKernels.isCheck(k.kernel()) ? check(k.kernel()) : new Made(kernel(k), false);
    } else if (given instanceof Piece.Own o) {
      return new Made(declare(o.declaration()), false);
    } else if (given instanceof Piece.Repeat r) {
      return repeat(r);
    } else if (given instanceof Piece.Branch b) {
      Made yes = list(b.yes());
      Made no = list(b.no());
      Expr test = rewritten(b.choice().test());
      return new Made(
          List.of(new Compound.If(test, yes.statements(), no.statements())),
          yes.mayFail() || no.mayFail());
    }
    Made inner = list(((Piece.Scope) given).body());
    return new Made(List.of(new Compound.Region(inner.statements())), inner.mayFail());
  }

  private Made once(Stmt s) {
    boolean[] rejects = {false};
    s.walk(t -> rejects[0] |= t instanceof Stmt.Reject);
    return new Made(List.of(failing(rewritten(s))), rejects[0]);
  }

  private Stmt failing(Stmt s) {
    return s instanceof Stmt.Reject
        ? new Stmt.Assign(range.failed(), Exprs.integer(1))
        : s.mapBodies(b -> b.stream().map(this::failing).toList());
  }

  private Made repeat(Piece.Repeat r) {
    Made inner = list(r.body());
    List<Stmt> body = new ArrayList<>(inner.statements());
    if (inner.mayFail()) {
      body.add(new Compound.If(Exprs.read(range.failed()), List.of(new Stmt.Break()), List.of()));
    }
    Compound.For f = r.loop();
    return new Made(
        List.of(
            new Compound.For(
                f.index(),
                rewritten(f.from()),
                rewritten(f.to()),
                f.down(),
                body,
                LoopFacts.UNKNOWN,
                f.line())),
        inner.mayFail());
  }

  private List<Stmt> declare(Stmt.Declare d) {
    Own o = own(d.variable());
    Expr all = Exprs.multiplyInt(Exprs.read(o.size()), Exprs.integer(buffers.stride()));
    return List.of(
        new Stmt.Assign(o.size(), rewritten(d.sizes().get(0)), d.line()),
        new Stmt.Declare(o.block(), List.of(all), d.fill(), d.line()));
  }

  private Own own(Var v) {
    return own.computeIfAbsent(
        v,
        k ->
            new Own(
                names.local(v.name() + "_block", CoreType.REALS),
                names.local("size_of_" + v.name(), CoreType.INT)));
  }

  private List<Stmt> kernel(Piece.Kernel given) {
    Stmt.Kernel k = given.kernel();
    List<Stmt> out = new ArrayList<>();
    List<Operand> operands = new ArrayList<>();
    Iterator<Var> scalars = given.scalars().iterator();
    for (Operand o : k.arguments()) {
      operands.add(
          o instanceof Operand.Container c
              ? new Operand.Container(own(c.variable()).block())
              : buffers.operand(across.place(scalars.next()), out));
    }
    if (k.result().isPresent()) {
      operands.add(buffers.operand(across.place(k.result().get()), out));
      operands.add(buffers.room(BlockKernels.room(k), out));
    }
    operands.add(new Operand.Scalar(Exprs.integer(buffers.stride())));
    out.add(new Stmt.Kernel(Optional.empty(), BlockKernels.block(k), operands, "", k.line()));
    buffers.release();
    calls = true;
    return out;
  }

  /** A check of what each iteration has made. */
  private Made check(Stmt.Kernel k) {
    List<Stmt> out = new ArrayList<>();
    List<Operand> operands = new ArrayList<>();
    for (Operand o : k.arguments()) {
      if (o instanceof Operand.Container c) {
        operands.add(new Operand.Container(own(c.variable()).block()));
      }
    }
    operands.add(buffers.room(out));
    operands.add(new Operand.Scalar(Exprs.integer(buffers.stride())));
    Var thrown = names.local("rejects", CoreType.INT);
    out.add(new Stmt.Kernel(Optional.of(thrown), BlockKernels.check(k), operands, "", k.line()));
    out.add(BlockLoop.failIf(thrown, range.failed()));
    buffers.release();
    return new Made(out, true);
  }

  private Made stretch(Piece.Stretch s) {
    List<Stmt> steps = across.around(s.steps().stream().map(this::rewritten).toList(), buffers);
    Compound.For over =
        new Compound.For(
            loop.index(),
            Exprs.read(range.from()),
            Exprs.read(range.to()),
            false,
            steps,
            LoopFacts.UNKNOWN,
            loop.line());
    Body body = new Body(over, facts, context.aliases());
    Steps made = new Steps(body, names, context.functions());
    List<Stmt> list = made.list(steps);
    if (!made.isPossible()) {
      obstacle = Optional.of("a function that may throw is not known to blocks");
      return new Made(List.of(), false);
    }
    calls |= body.hasCalls();
    count += made.calls();
    expected += made.expectedCalls();
    Stages stages = new Stages(body);
    stages.list(list, 0);
    BlockLoop block =
        new BlockLoop(over, list, body, stages, made.sums(), buffers, names, range.failed());
    if (!block.isPossible()) {
      obstacle = Optional.of("an int is handed from one stage to the next");
    }
    List<Stmt> statements = block.statements(range.from(), range.to());
    buffers.release();
    return new Made(statements, block.mayFail());
  }

  private Stmt rewritten(Stmt s) {
    Stmt t =
        s.mapExpressions(this::rewritten).mapBodies(b -> b.stream().map(this::rewritten).toList());
    if (t instanceof Stmt.Store e && varying.isOwn(e.container())) {
      return new Stmt.Store(
          own(e.container()).block(), List.of(place(e.at().get(0))), e.value(), e.line());
    } else if (t instanceof Stmt.Accumulate e && varying.isOwn(e.container())) {
      return new Stmt.Accumulate(
          own(e.container()).block(), List.of(place(e.at().get(0))), e.value(), e.line());
    }
    return t;
  }

  private Expr rewritten(Expr e) {
    return e.rewriteBottomUp(
        x -> {
          if (x instanceof Expr.Load l && varying.isOwn(l.container())) {
            return Exprs.load(own(l.container()).block(), place(l.at().get(0)));
          } else if (x instanceof Expr.Dim d && varying.isOwn(d.container())) {
            return Exprs.read(own(d.container()).size());
          }
          return x;
        });
  }

  /** Where the block has the element of this iteration. */
  private Expr place(Expr at) {
    Expr row = Exprs.multiplyInt(at, Exprs.integer(buffers.stride()));
    return Exprs.addInt(row, buffers.position());
  }
}
