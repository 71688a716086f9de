package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Stmt;

/**
 * Keeps functions small: HotSpot compiles no method above 8,000 bytes of bytecode, and takes more
 * than a second for one of 4,000 with many loops, while all others wait. Statements of long lists
 * move to functions of their own, in groups; lists in loops and branches first. No function has
 * more parameters than the JVM allows. The values do not change.
 */
public final class MethodSplitting {
  /** What a function aims at, in bytes by {@link SizeEstimate}: HotSpot compiles it in 0.1 s. */
  static final int BUDGET = 2000;

  /** A function of so many times the budget with its loops stays whole: calls cost as well. */
  private static final int WHOLE = 4;

  /** And of so many times without what is added for loops. */
  private static final int WHOLE_BYTES = 2;

  /** A loop of so many times the budget stays whole. */
  private static final int WHOLE_LOOP = 2;

  /** A side of a branch that is worth a function of its own, in bytes. */
  private static final int ALTERNATIVE = 500;

  /** What the head of a loop or a call may take, in bytes. */
  private static final int HEAD = 150;

  /** So many scalars are passed to the pieces one by one; more go through a frame. */
  static final int FEW = 16;

  private final CoreProgram program;
  private final int budget;
  private final int few;
  private final FreshNames functionNames;
  private final List<CoreFunction> pieces = new ArrayList<>();

  private MethodSplitting(CoreProgram program, int budget, int few) {
    this.program = program;
    this.budget = budget;
    this.few = few;
    functionNames = new FreshNames(program.functions().keySet());
  }

  /** The program with no function much above the budget. */
  public static CoreProgram run(CoreProgram program) {
    return run(program, BUDGET, FEW);
  }

  /**
   * @param budget what a function aims at, in bytes
   * @param few so many scalars are passed to pieces one by one
   */
  static CoreProgram run(CoreProgram program, int budget, int few) {
    return new MethodSplitting(WideSignatures.narrow(program), budget, few).split();
  }

  private CoreProgram split() {
    Map<String, CoreFunction> functions = new LinkedHashMap<>();
    for (CoreFunction function : program.functions().values()) {
      pieces.clear();
      CoreFunction small = split(function);
      functions.put(small.name(), small);
      pieces.forEach(piece -> functions.put(piece.name(), piece));
    }
    return functions.size() == program.functions().size()
        ? program
        : program.withFunctions(functions);
  }

  private CoreFunction split(CoreFunction given) {
    SizeEstimate size = new SizeEstimate(LoopWeights::outside);
    CoreFunction function = withoutStages(given);
    for (Side side : Side.values()) {
      if (mayStayWhole(function)) {
        return function;
      }
      function = withoutAlternatives(function, side);
    }
    if (mayStayWhole(function)) {
      return function;
    }
    SizeEstimate inLoops = new SizeEstimate(LoopWeights::inside);
    FreshNames names = FreshNames.of(function);
    List<Stmt> body = new ExpressionSplitting(size, names, budget / 3).split(function.body());
    CoreFunction simple = function.withBody(body);
    Outlining trial = new Outlining(simple, new FreshNames(Set.of()), new ArrayList<>());
    new Lists(size, inLoops, trial).fit(body, budget);
    CoreFunction framed =
        trial.crossing().size() <= few
            ? simple
            : new Framing(inLoops, names, WHOLE_LOOP * budget).frame(simple, trial.crossing());
    Outlining outlining = new Outlining(framed, functionNames, pieces);
    return framed.withBody(new Lists(size, inLoops, outlining).fit(framed.body(), budget));
  }

  private boolean mayStayWhole(CoreFunction function) {
    int bytes = new SizeEstimate(loop -> 0).of(function.body());
    int withLoops = new SizeEstimate(LoopWeights::outside).of(function.body());
    return bytes <= WHOLE_BYTES * budget && withLoops <= WHOLE * budget;
  }

  /** The sides of branches, in the order in which they go: what stands first runs more often. */
  private enum Side {
    NO,
    YES
  }

  /**
   * One side of branches that have two becomes a function, which is split like any other: what runs
   * once, if at all, does not make the rest too large.
   */
  private CoreFunction withoutAlternatives(CoreFunction function, Side side) {
    List<CoreFunction> made = new ArrayList<>();
    Outlining outlining = new Outlining(function, functionNames, made);
    CoreFunction rest = function.withBody(withoutAlternatives(function.body(), side, outlining));
    made.forEach(piece -> pieces.add(split(piece)));
    return rest;
  }

  private static List<Stmt> withoutAlternatives(List<Stmt> body, Side side, Outlining outlining) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (s instanceof Compound.If i && !i.yes().isEmpty() && !i.no().isEmpty()) {
        List<Stmt> yes = withoutAlternatives(i.yes(), side, outlining);
        List<Stmt> no = withoutAlternatives(i.no(), side, outlining);
        out.add(
            new Compound.If(
                i.test(),
                side == Side.YES ? apart(yes, outlining) : yes,
                side == Side.NO ? apart(no, outlining) : no));
      } else if (s instanceof Compound.For || s instanceof Compound.While) {
        out.add(s);
      } else {
        out.add(s.mapBodies(b -> withoutAlternatives(b, side, outlining)));
      }
    }
    return out;
  }

  private static List<Stmt> apart(List<Stmt> body, Outlining outlining) {
    boolean small = new SizeEstimate(LoopWeights::outside).of(body) < ALTERNATIVE;
    return small || body.stream().anyMatch(Exits::mayLeave) ? body : outlining.outline(body, false);
  }

  /**
   * Loops over blocks become functions of their own: HotSpot compiles each quickly and for good.
   */
  private CoreFunction withoutStages(CoreFunction function) {
    boolean[] any = {false};
    function.body().forEach(s -> s.walk(t -> any[0] |= Facts.isStage(t)));
    if (!any[0]) {
      return function;
    }
    Outlining outlining = new Outlining(function, functionNames, pieces);
    return function.withBody(withoutStages(function.body(), outlining));
  }

  private static List<Stmt> withoutStages(List<Stmt> body, Outlining outlining) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (Facts.isStage(s)) {
        out.addAll(outlining.outline(List.of(s), true));
      } else {
        out.add(s.mapBodies(b -> withoutStages(b, outlining)));
      }
    }
    return out;
  }

  /** Shortens lists of statements of one function. */
  private final class Lists {
    private final SizeEstimate size;
    private final Outlining outlining;

    /** For the bodies of loops; itself if it is for them. */
    private final Lists inside;

    Lists(SizeEstimate size, SizeEstimate inLoops, Outlining outlining) {
      this.size = size;
      this.outlining = outlining;
      inside = new Lists(inLoops, outlining);
    }

    private Lists(SizeEstimate size, Outlining outlining) {
      this.size = size;
      this.outlining = outlining;
      inside = this;
    }

    private boolean inLoop() {
      return inside == this;
    }

    /** A list that takes at most {@code room} bytes, where that is possible. */
    List<Stmt> fit(List<Stmt> body, int room) {
      if (size.of(body) <= room) {
        return body;
      }
      List<Stmt> fitted = new ArrayList<>();
      for (Stmt statement : body) {
        fitted.add(fit(statement, room));
      }
      int before = Integer.MAX_VALUE;
      while (size.of(fitted) > room && size.of(fitted) < before) {
        before = size.of(fitted);
        fitted = group(fitted, room);
      }
      return fitted;
    }

    private Stmt fit(Stmt statement, int room) {
      if (size.of(statement) <= room) {
        return statement;
      }
      boolean loop = statement instanceof Compound.For || statement instanceof Compound.While;
      if (loop && !inLoop()) {
        return inside.fit(statement, WHOLE_LOOP * budget);
      }
      int bodies = statement instanceof Compound.If ? 2 : 1;
      return statement.mapBodies(inner -> fit(inner, (room - HEAD) / bodies));
    }

    private List<Stmt> group(List<Stmt> body, int room) {
      List<Stmt> grouped = new ArrayList<>();
      List<Stmt> group = new ArrayList<>();
      int taken = 0;
      for (Stmt statement : body) {
        boolean escapes = Exits.mayLeave(statement);
        int more = size.of(statement);
        if (escapes || taken + more > room) {
          flush(group, grouped);
          taken = 0;
        }
        (escapes ? grouped : group).add(statement);
        taken += escapes ? 0 : more;
      }
      flush(group, grouped);
      return grouped;
    }

    /** Outlines the group if it is larger than a call. */
    private void flush(List<Stmt> group, List<Stmt> to) {
      if (size.of(group) < HEAD || (group.size() == 1 && group.get(0) instanceof Stmt.Call)) {
        to.addAll(group);
      } else {
        to.addAll(outlining.outline(List.copyOf(group), inLoop()));
      }
      group.clear();
    }
  }
}
