package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stanj.compiler.analysis.Loops;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.KernelMethod.Mode;
import org.stanj.compiler.core.KernelMethod.Parameter;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lane;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Loops that only add up products of neighbouring elements, or add a multiple of neighbouring
 * elements to others, run as kernels where they are not short: {@code sum += x[i] * y[i]} waits for
 * each addition, and HotSpot runs {@code y[i] += s * x[j]} one element at a time.
 */
public final class DenseLoops {
  private static final String OWNER = "org/stanj/stdlib/linalg/LoopKernels";

  /** Shorter loops run as they are written. */
  private static final int SHORTEST = 16;

  private final Names names = new Names();
  private final Function<Compound.For, LoopFacts> facts;

  private DenseLoops(CoreFunction f, Function<Compound.For, LoopFacts> facts) {
    names.reserve(f);
    this.facts = facts;
  }

  public static CoreProgram run(CoreProgram program) {
    Function<CoreFunction, Function<Compound.For, LoopFacts>> facts = Loops.written(program);
    return program.mapFunctions(
        f -> {
          boolean[] any = {false};
          f.body().forEach(s -> s.walk(t -> any[0] |= isCandidate(t)));
          return any[0] ? f.withBody(new DenseLoops(f, facts.apply(f)).list(f.body())) : f;
        });
  }

  private static boolean isCandidate(Stmt s) {
    if (!(s instanceof Compound.For f) || f.facts().isStage() || f.body().isEmpty()) {
      return false;
    }
    int ends = ends(f);
    return ends < f.body().size()
        && f.body().subList(ends, f.body().size()).stream().allMatch(DenseLoops::isEnd);
  }

  private static boolean isEnd(Stmt s) {
    return s instanceof Stmt.Increment || s instanceof Stmt.Accumulate;
  }

  /** Where additions begin, behind what is given names for them. */
  private static int ends(Compound.For f) {
    int i = 0;
    while (i < f.body().size() && f.body().get(i) instanceof Stmt.Assign) {
      i++;
    }
    return i;
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      Optional<List<Stmt>> kernel =
          isCandidate(s) ? new Candidate((Compound.For) s).kernel() : Optional.empty();
      if (kernel.isPresent()) {
        out.addAll(kernel.get());
      } else {
        out.add(s.mapBodies(this::list));
      }
    }
    return out;
  }

  /** One loop that may be such. */
  private final class Candidate {
    private final Compound.For loop;
    private final Lane lane;
    private final Set<Var> changed = new HashSet<>();
    private final Var count = names.local("count", CoreType.INT);
    private final List<Stmt> kernels = new ArrayList<>();
    private List<Expr.Load> loads = new ArrayList<>();
    private Expr factor = Exprs.ONE;
    private boolean possible = true;

    Candidate(Compound.For loop) {
      this.loop = loop;
      for (Stmt s : loop.body()) {
        changed.addAll(Variables.defined(s));
        changed.addAll(Variables.elementsWritten(s));
      }
      lane = new Lane(loop.index(), changed::contains);
      for (Stmt s : loop.body().subList(0, ends(loop))) {
        Stmt.Assign a = (Stmt.Assign) s;
        possible &= !lane.isDefined(a.variable());
        lane.define(a.variable(), a.value());
      }
    }

    /** Kernels for all additions, or the loop where it is short; empty if one is no kernel. */
    Optional<List<Stmt>> kernel() {
      possible &= facts.apply(loop).independent();
      for (Stmt s : loop.body().subList(ends(loop), loop.body().size())) {
        loads = new ArrayList<>();
        factor = Exprs.ONE;
        if (s instanceof Stmt.Increment i) {
          dot(i);
        } else if (s instanceof Stmt.Accumulate a) {
          addition(a);
        }
      }
      return possible ? Optional.of(chosen()) : Optional.empty();
    }

    /** Parts a product into loads of neighbouring elements, and what is the same throughout. */
    private void factors(Expr e) {
      if (Exprs.isOperation(e, Operator.MULTIPLY)) {
        factors(Exprs.operand(e, 0));
        factors(Exprs.operand(e, 1));
      } else if (Exprs.isOperation(e, Operator.NEGATE)) {
        factor = Exprs.negate(factor);
        factors(Exprs.operand(e, 0));
      } else if (lane.isUniform(e)) {
        factor = Exprs.multiply(factor, e);
      } else if (e instanceof Expr.Load l
          && l.kind() == Kind.REAL
          && !changed.contains(l.container())
          && canBePart(l.container(), l.at())
          && lane.isContiguous(l.container(), l.at())) {
        loads.add(l);
      } else {
        possible = false;
      }
    }

    private static boolean canBePart(Var container, List<Expr> at) {
      return at.size() == 1 || container.type().rank() == 2;
    }

    private void dot(Stmt.Increment i) {
      factors(lane.resolved(i.value()));
      possible &= loads.size() == 2;
      if (!possible) {
        return;
      }
      Var result = names.local("dot", CoreType.REAL);
      List<Operand> operands = new ArrayList<>();
      for (Expr.Load l : loads) {
        operands.add(part(l.container(), l.at()));
      }
      KernelMethod method =
          new KernelMethod(
              OWNER, "dot", List.of(in(), in()), Optional.of(CoreType.REAL), false, false);
      kernels.add(new Stmt.Kernel(Optional.of(result), method, operands, "", loop.line()));
      kernels.add(new Stmt.Increment(i.variable(), Exprs.multiply(factor, Exprs.read(result))));
    }

    private void addition(Stmt.Accumulate a) {
      factors(lane.resolved(a.value()));
      List<Expr> at = a.at().stream().map(lane::resolved).toList();
      possible &=
          loads.size() == 1 && canBePart(a.container(), at) && lane.isContiguous(a.container(), at);
      if (!possible) {
        return;
      }
      List<Operand> operands = new ArrayList<>();
      operands.add(part(a.container(), at));
      operands.add(part(loads.get(0).container(), loads.get(0).at()));
      operands.add(new Operand.Scalar(factor));
      List<Parameter> parameters =
          List.of(
              new Parameter(CoreType.REALS, Mode.OUT), in(), new Parameter(CoreType.REAL, Mode.IN));
      KernelMethod method =
          new KernelMethod(OWNER, "addScaled", parameters, Optional.empty(), false, false);
      kernels.add(new Stmt.Kernel(Optional.empty(), method, operands, "", loop.line()));
    }

    private static Parameter in() {
      return new Parameter(CoreType.REALS, Mode.IN);
    }

    /** The elements that the loop goes through. */
    private Operand part(Var container, List<Expr> at) {
      List<Expr> first = at.stream().map(this::atFirst).toList();
      Var part = names.local(container.name() + "_range", CoreType.REALS);
      kernels.add(
          new Stmt.View(part, container, position(container, first), List.of(Exprs.read(count))));
      return new Operand.Container(part);
    }

    private Expr atFirst(Expr e) {
      return e.rewriteBottomUp(
          x -> x instanceof Expr.Read r && r.variable().equals(loop.index()) ? loop.from() : x);
    }

    private static Expr position(Var container, List<Expr> at) {
      if (at.size() == 1) {
        return at.get(0);
      }
      boolean columns = container.type().matrix();
      Expr slow = at.get(columns ? 1 : 0);
      Expr fast = at.get(columns ? 0 : 1);
      Expr length = new Expr.Dim(container, columns ? 0 : 1);
      return Exprs.addInt(Exprs.multiplyInt(slow, length), fast);
    }

    private List<Stmt> chosen() {
      Expr span = Exprs.subtractInt(loop.to(), loop.from());
      Expr enough = Exprs.op(Operator.LESS_INT, Exprs.integer(SHORTEST - 1), Exprs.read(count));
      return List.of(
          new Stmt.Assign(count, Exprs.addInt(span, Exprs.integer(1)), loop.line()),
          new Compound.If(enough, kernels, List.of(loop)));
    }
  }
}
