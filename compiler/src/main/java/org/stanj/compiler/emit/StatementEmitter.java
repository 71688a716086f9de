package org.stanj.compiler.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Writes statements; each visit returns whether control can go on behind the statement. */
final class StatementEmitter implements Stmt.Visitor<Boolean> {
  private final MethodParts parts;
  private final Code code;
  private final Slots variables;
  private final ExpressionEmitter expressions;
  private final ContainerEmitter containers;
  private final CallEmitter calls;
  private final Facts facts;
  private final LaneClass lanes;
  private final LineTable lines;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final Deque<Marks> regions = new ArrayDeque<>();
  private final Deque<Compound.Profile> profiles = new ArrayDeque<>();

  /** Where break and continue go, and how many regions and profiles are open around the loop. */
  private record Loop(Label end, Label next, int regions, int profiles) {}

  /** Slots with the heights of the arenas at the start of a region; -1 if not needed. */
  private record Marks(int reals, int ints) {}

  StatementEmitter(MethodParts parts, Shared shared) {
    this.parts = parts;
    code = parts.code();
    variables = parts.variables();
    expressions = parts.expressions();
    containers = parts.containers();
    calls = new CallEmitter(parts, shared);
    facts = shared.facts();
    lanes = shared.lanes();
    lines = new LineTable(code.visitor());
  }

  /** Writes statements up to the first that jumps; returns whether control gets to their end. */
  boolean body(List<Stmt> statements) {
    int next = 0;
    while (next < statements.size()) {
      Stmt statement = statements.get(next);
      lines.at(statement.line());
      List<Var> saved = saved(statements, next);
      if (!saved.isEmpty()) {
        containers.pop(saved);
      } else if (!statement.accept(this)) {
        return false;
      }
      next += Math.max(1, saved.size());
    }
    return true;
  }

  /** The containers that statements take off the stacks from here on, one after the other. */
  private static List<Var> saved(List<Stmt> statements, int from) {
    List<Var> saved = new ArrayList<>();
    for (Stmt s : statements.subList(from, statements.size())) {
      if (!(s instanceof Stmt.PopContainer p)) {
        break;
      }
      saved.add(p.variable());
    }
    return saved;
  }

  @Override
  public Boolean declare(Stmt.Declare s) {
    containers.declare(s);
    return true;
  }

  @Override
  public Boolean assign(Stmt.Assign s) {
    Optional<Integer> step = step(s);
    if (step.isPresent()) {
      code.visitor().visitIincInsn(variables.scalar(s.variable()), step.get());
    } else {
      expressions.push(s.value());
      variables.storeScalar(s.variable());
    }
    return true;
  }

  @Override
  public Boolean increment(Stmt.Increment s) {
    return assign(s.assignment());
  }

  /** The constant that an assignment adds to a local int, if it is of that form. */
  private static Optional<Integer> step(Stmt.Assign s) {
    if (Slots.isField(s.variable())
        || !(s.value() instanceof Expr.Operation sum)
        || sum.operator() != Operator.ADD_INT
        || !sum.operands().get(0).equals(new Expr.Read(s.variable()))) {
      return Optional.empty();
    }
    return sum.operands().get(1) instanceof Expr.IntLiteral by && by.value() == (short) by.value()
        ? Optional.of(by.value())
        : Optional.empty();
  }

  @Override
  public Boolean store(Stmt.Store s) {
    expressions.element(s.container(), s.at());
    expressions.push(s.value());
    code.storeElement(s.container().type().kind());
    return true;
  }

  @Override
  public Boolean accumulate(Stmt.Accumulate s) {
    expressions.element(s.container(), s.at());
    code.op(Opcodes.DUP2);
    code.loadElement(Kind.REAL);
    expressions.push(s.value());
    code.op(Opcodes.DADD);
    code.storeElement(Kind.REAL);
    return true;
  }

  @Override
  public Boolean view(Stmt.View s) {
    containers.view(s);
    return true;
  }

  @Override
  public Boolean copy(Stmt.Copy s) {
    containers.copy(s);
    return true;
  }

  @Override
  public Boolean fillAll(Stmt.FillAll s) {
    containers.fillAll(s);
    return true;
  }

  @Override
  public Boolean addTarget(Stmt.AddTarget s) {
    throw new IllegalArgumentException("target += is left in the core program");
  }

  @Override
  public Boolean branch(Compound.If s) {
    Label no = new Label();
    expressions.jumpIfFalse(s.test(), no);
    LineTable.Point start = lines.here();
    boolean yesCompletes = body(s.yes());
    if (s.no().isEmpty()) {
      code.label(no);
      lines.join(start);
      return true;
    }
    Label end = new Label();
    if (yesCompletes) {
      code.jump(Opcodes.GOTO, end);
    }
    code.label(no);
    lines.resume(start);
    boolean noCompletes = body(s.no());
    code.label(end);
    lines.join(start);
    return yesCompletes || noCompletes;
  }

  @Override
  public Boolean loop(Compound.For s) {
    int index = variables.scalar(s.index());
    int last = variables.temporary(1);
    expressions.push(s.from());
    expressions.push(s.to());
    code.store(Kind.INT, s.down() ? index : last);
    code.store(Kind.INT, s.down() ? last : index);
    Optional<LaneCall> vectors =
        s.facts().lanes() ? LaneCall.begin(s, index, last, parts, lanes) : Optional.empty();
    Label test = new Label();
    Loop labels = enter();
    LineTable.Point start = lines.here();
    code.label(test);
    code.load(Kind.INT, index);
    code.load(Kind.INT, last);
    code.jump(s.down() ? Opcodes.IF_ICMPLT : Opcodes.IF_ICMPGT, labels.end());
    body(s.body());
    code.label(labels.next());
    lines.back(start);
    code.visitor().visitIincInsn(index, s.down() ? -1 : 1);
    code.jump(Opcodes.GOTO, test);
    leave(labels);
    vectors.ifPresent(LaneCall::end);
    lines.join(start);
    return true;
  }

  @Override
  public Boolean repeat(Compound.While s) {
    Loop labels = enter();
    LineTable.Point start = lines.here();
    code.label(labels.next());
    expressions.jumpIfFalse(s.test(), labels.end());
    if (body(s.body())) {
      lines.back(start);
      code.jump(Opcodes.GOTO, labels.next());
    }
    leave(labels);
    lines.join(start);
    return true;
  }

  private Loop enter() {
    Loop labels = new Loop(new Label(), new Label(), regions.size(), profiles.size());
    loops.push(labels);
    return labels;
  }

  private void leave(Loop labels) {
    loops.pop();
    code.label(labels.end());
  }

  @Override
  public Boolean leave(Stmt.Break s) {
    Loop loop = loops.element();
    leaveOpen(loop.regions(), loop.profiles());
    code.jump(Opcodes.GOTO, loop.end());
    return false;
  }

  @Override
  public Boolean next(Stmt.Continue s) {
    Loop loop = loops.element();
    leaveOpen(loop.regions(), loop.profiles());
    code.jump(Opcodes.GOTO, loop.next());
    return false;
  }

  @Override
  public Boolean giveBack(Stmt.Return s) {
    Operand value = s.value().orElse(null);
    if (value instanceof Operand.Container container) {
      containers.giveBack(container.variable());
      leaveProfiles(0);
      code.op(Opcodes.RETURN);
    } else if (value instanceof Operand.Scalar scalar) {
      Kind kind = scalar.value().accept(expressions);
      leaveOpen(0, 0);
      code.op(kind == Kind.INT ? Opcodes.IRETURN : Opcodes.DRETURN);
    } else {
      leaveOpen(0, 0);
      code.op(Opcodes.RETURN);
    }
    return false;
  }

  @Override
  public Boolean call(Stmt.Call s) {
    calls.call(s);
    return true;
  }

  @Override
  public Boolean kernel(Stmt.Kernel s) {
    calls.kernel(s);
    return true;
  }

  @Override
  public Boolean push(Stmt.Push s) {
    code.loadScratch();
    Kind kind = s.value().accept(expressions);
    code.callScratch("push", "(" + Code.scalar(kind) + ")V");
    return true;
  }

  @Override
  public Boolean pop(Stmt.Pop s) {
    Kind kind = s.variable().type().kind();
    code.loadScratch();
    code.callScratch(kind == Kind.INT ? "popInt" : "popReal", "()" + Code.scalar(kind));
    variables.storeScalar(s.variable());
    return true;
  }

  @Override
  public Boolean pushContainer(Stmt.PushContainer s) {
    containers.push(s.variable());
    return true;
  }

  @Override
  public Boolean popContainer(Stmt.PopContainer s) {
    containers.pop(List.of(s.variable()));
    return true;
  }

  @Override
  public Boolean reject(Stmt.Reject s) {
    calls.reject(s);
    return false;
  }

  @Override
  public Boolean print(Stmt.Print s) {
    calls.print(s);
    return true;
  }

  @Override
  public Boolean region(Compound.Region s) {
    Set<Kind> kinds = facts.allocatedIn(s.body());
    Marks marks =
        new Marks(
            kinds.contains(Kind.REAL) ? mark("markReals") : -1,
            kinds.contains(Kind.INT) ? mark("markInts") : -1);
    regions.push(marks);
    boolean completes = body(s.body());
    regions.pop();
    if (completes) {
      release(marks);
    }
    return completes;
  }

  private int mark(String method) {
    int slot = variables.temporary(2);
    code.loadScratch();
    code.callScratch(method, "()J");
    code.local(Opcodes.LSTORE, slot);
    return slot;
  }

  /** Leaves regions and profiles but for the outermost ones. */
  private void leaveOpen(int keptRegions, int keptProfiles) {
    release(keptRegions);
    leaveProfiles(keptProfiles);
  }

  private void leaveProfiles(int kept) {
    int left = profiles.size() - kept;
    for (Compound.Profile profile : profiles) {
      if (left-- > 0) {
        profile("leaveProfile", profile);
      }
    }
  }

  /** Frees what was made in the open regions but for the {@code kept} outermost ones. */
  private void release(int kept) {
    int reals = -1;
    int ints = -1;
    int left = regions.size() - kept;
    for (Marks marks : regions) {
      if (left-- > 0) {
        reals = marks.reals() >= 0 ? marks.reals() : reals;
        ints = marks.ints() >= 0 ? marks.ints() : ints;
      }
    }
    release(new Marks(reals, ints));
  }

  private void release(Marks marks) {
    release("releaseReals", marks.reals());
    release("releaseInts", marks.ints());
  }

  private void release(String method, int slot) {
    if (slot >= 0) {
      code.loadScratch();
      code.local(Opcodes.LLOAD, slot);
      code.callScratch(method, "(J)V");
    }
  }

  @Override
  public Boolean once(Compound.Once s) {
    Label end = new Label();
    flag(s.flag());
    code.op(Opcodes.BALOAD);
    code.jump(Opcodes.IFNE, end);
    LineTable.Point start = lines.here();
    if (body(s.body())) {
      flag(s.flag());
      code.integer(1);
      code.op(Opcodes.BASTORE);
    }
    code.label(end);
    lines.join(start);
    return true;
  }

  private void flag(int id) {
    code.scratchField("passed", "[Z");
    code.integer(id);
  }

  @Override
  public Boolean profile(Compound.Profile s) {
    profile("enterProfile", s);
    profiles.push(s);
    boolean completes = body(s.body());
    profiles.pop();
    if (completes) {
      profile("leaveProfile", s);
    }
    return completes;
  }

  private void profile(String method, Compound.Profile s) {
    code.loadScratch();
    code.text(s.name());
    code.integer(s.part().ordinal());
    code.callScratch(method, "(Ljava/lang/String;I)V");
  }

  @Override
  public Boolean readData(Stmt.ReadData s) {
    calls.readData(s);
    return true;
  }

  @Override
  public Boolean parallelSum(Stmt.ParallelSum s) {
    calls.parallelSum(s);
    return true;
  }
}
