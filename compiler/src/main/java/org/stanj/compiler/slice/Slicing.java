package org.stanj.compiler.slice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.FunctionFacts;
import org.stanj.compiler.analysis.VisibleFunctions;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/**
 * Makes parallel sums of what adds independent terms to the log density. Where it is too little
 * work, which is known at run time, the statements run as they stand.
 */
public final class Slicing {
  /** Operations that it costs to carry a parameter of an element there, and its adjoint back. */
  private static final double CARRIED = 12;

  private final CoreProgram program;
  private final Limits limits;
  private final FunctionFacts facts;
  private final Names names = new Names();
  private final Names functionNames = new Names();
  private final Map<String, CoreFunction> functions;
  private final List<SliceKernel> kernels;
  private final List<Finding> findings = new ArrayList<>();
  private int cuts;

  private Slicing(CoreProgram program, Limits limits) {
    this.program = program;
    this.limits = limits;
    CoreFunction density = program.function(Entries.LOG_DENSITY);
    facts = FunctionFacts.of(density, VisibleFunctions.of(program));
    names.reserve(density);
    names.fresh(Target.VARIABLE.name());
    functions = new LinkedHashMap<>(program.functions());
    functions.keySet().forEach(functionNames::fresh);
    kernels = new ArrayList<>(program.kernels());
  }

  public static CoreProgram run(CoreProgram program, Limits limits) {
    return new Slicing(program, limits).all();
  }

  /** What is found out about each loop on the way. */
  public static List<Finding> explain(CoreProgram program, Limits limits) {
    Slicing slicing = new Slicing(program, limits);
    slicing.all();
    return List.copyOf(slicing.findings);
  }

  private CoreProgram all() {
    CoreFunction density = facts.function();
    if (Target.isRead(density.body())) {
      findings.add(SliceFindings.ofProgram("the program reads its target"));
      return program;
    }
    List<Stmt> body = list(density.body());
    if (cuts == 0) {
      return program;
    }
    functions.put(density.name(), density.withBody(body));
    return new CoreProgram(
        program.name(),
        program.fields(),
        functions,
        kernels,
        program.callbacks(),
        program.variables(),
        program.flags());
  }

  private List<Stmt> list(List<Stmt> given) {
    Flattened flat = Flattened.of(given);
    List<Grouping.Piece> pieces = new Grouping(flat.statements(), facts).pieces();
    Map<Grouping.Piece, List<Stmt>> code = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    int before = cuts;
    for (Grouping.Piece piece : pieces) {
      if (piece instanceof Grouping.Cut cut) {
        boolean worth = isWorthwhile(cut.group());
        cut.group().members().forEach(m -> findings.add(SliceFindings.of(m, cut.group(), worth)));
        if (worth) {
          code.put(piece, List.of(cut(cut.group())));
          taken.addAll(cut.positions());
        }
      } else {
        SliceFindings.ofWhole(flat.statements().get(piece.positions().get(0)))
            .ifPresent(findings::add);
      }
    }
    if (cuts == before) {
      return given.stream().map(this::inside).toList();
    }
    Map<List<Integer>, List<Stmt>> all = new LinkedHashMap<>();
    for (Grouping.Piece piece : pieces) {
      List<Stmt> made = code.get(piece);
      if (made != null) {
        all.put(piece.positions(), made);
        continue;
      }
      for (int p : piece.positions()) {
        if (!taken.contains(p)) {
          all.put(List.of(p), List.of(inside(flat.statements().get(p))));
        }
      }
    }
    return flat.rebuilt(all);
  }

  /** A statement with what is cut in its branches; loops that cannot be cut stay whole. */
  private Stmt inside(Stmt s) {
    boolean branches =
        s instanceof Compound.If || s instanceof Compound.Region || s instanceof Compound.Profile;
    return branches ? s.mapBodies(this::list) : s;
  }

  private boolean isWorthwhile(Group group) {
    if (group.count() instanceof Expr.IntLiteral n
        && n.value() * Cost.least(group) < limits.work()) {
      return false;
    }
    int carried = Cost.carried(group, facts.activity()::isActive);
    return cuts < limits.groups() && Cost.least(group) >= limits.element() + CARRIED * carried;
  }

  /** The group as a parallel sum, or as it was where it is small. */
  private Stmt cut(Group group) {
    cuts++;
    Expr n = group.count();
    Expr work = Exprs.multiply(Exprs.toReal(n), Cost.of(group));
    List<Stmt> plain = new ArrayList<>(group.made());
    plain.addAll(group.members());
    return new Compound.If(
        Exprs.op(Operator.LESS, work, Exprs.real(limits.work())),
        List.of(new Compound.Region(plain)),
        List.of(new Compound.Region(sum(group, n))));
  }

  private List<Stmt> sum(Group group, Expr n) {
    FrameLayout frames =
        new FrameLayout(SliceFunction.used(group), facts.activity()::isActive, names);
    String name = functionNames.fresh("slice");
    functions.put(name, SliceFunction.of(name, group, frames, names));
    kernels.add(new SliceKernel(name, Optional.empty()));
    int least = (int) Math.max(1, limits.slice() / Cost.least(group));
    Var result = names.local("sum", CoreType.REAL);
    List<Stmt> code = new ArrayList<>(frames.pack(names));
    code.add(
        new Stmt.ParallelSum(
            result,
            kernels.size() - 1,
            frames.active(),
            frames.passive(),
            frames.ints(),
            n,
            Exprs.integer(-least),
            Optional.empty(),
            "",
            0));
    code.add(new Stmt.AddTarget(Exprs.read(result)));
    Lines.from(0, group.members().get(group.members().size() - 1).line(), code);
    return code;
  }
}
