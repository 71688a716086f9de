package org.stanj.compiler.emit;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Variables;

/**
 * Bytes of bytecode that statements and expressions take in a method with at most 256 slots,
 * roughly. Sizes are remembered by identity, since long chains are asked for at every node.
 */
final class SizeEstimate {
  private static final int LOCAL = 2;
  private static final int CONSTANT = 3;
  private static final int CALL = 3;
  private static final int JUMP = 3;
  private static final int CONTAINER = 4 * LOCAL;

  /** What a place adds for rejections that pass: load, call, throw. */
  private static final int HANDLER = CONSTANT + CALL + 1;

  private final Map<Object, Integer> known = new IdentityHashMap<>();
  private final Expressions expressions = new Expressions();

  private final ToIntFunction<Compound.For> weight;

  /**
   * @param weight what a loop takes beside its bytes
   */
  SizeEstimate(ToIntFunction<Compound.For> weight) {
    this.weight = weight;
  }

  int of(Expr e) {
    if (!(e instanceof Expr.Operation || e instanceof Expr.Apply || e instanceof Expr.Choose)) {
      return e.accept(expressions);
    }
    Integer size = known.get(e);
    if (size == null) {
      size = e.accept(expressions);
      known.put(e, size);
    }
    return size;
  }

  int of(List<Stmt> body) {
    int sum = 0;
    for (Stmt statement : body) {
      sum += of(statement);
    }
    return sum;
  }

  int of(Stmt statement) {
    Integer size = known.get(statement);
    if (size == null) {
      int[] sum = {own(statement)};
      statement.forEachExpression(e -> sum[0] += of(e));
      statement.forEachBody(body -> sum[0] += of(body));
      size = sum[0];
      known.put(statement, size);
    }
    return size;
  }

  /** What the statement takes apart from its expressions and bodies. */
  private int own(Stmt statement) {
    if (statement instanceof Stmt.Assign) {
      return LOCAL;
    }
    if (statement instanceof Stmt.Increment) {
      return LOCAL + 1;
    }
    if (statement instanceof Stmt.Push || statement instanceof Stmt.Pop) {
      return 2 * LOCAL + CALL;
    }
    if (statement instanceof Stmt.Store || statement instanceof Stmt.Accumulate) {
      return 3 * LOCAL + 2 + rank(statement) * (LOCAL + 2);
    }
    if (statement instanceof Compound.If) {
      return JUMP;
    }
    if (statement instanceof Compound.For || statement instanceof Compound.While) {
      int more = statement instanceof Compound.For loop ? weight.applyAsInt(loop) : 0;
      return more + 4 * LOCAL + 3 * JUMP;
    }
    if (statement instanceof Compound.Region
        || statement instanceof Compound.Once
        || statement instanceof Compound.Profile) {
      return 8 * LOCAL + 4 * CALL;
    }
    if (statement instanceof Stmt.PushContainer || statement instanceof Stmt.PopContainer) {
      return 4 * (2 * LOCAL + CALL);
    }
    if (statement instanceof Stmt.ParallelSum) {
      return 6 * CONTAINER + HANDLER;
    }
    if (statement instanceof Stmt.Call || statement instanceof Stmt.Kernel) {
      return 2 * LOCAL + 2 * CALL + HANDLER + operands(statement);
    }
    if (statement instanceof Stmt.Reject || statement instanceof Stmt.Print) {
      return 4 * CALL + operands(statement);
    }
    return Exits.isEnd(statement) ? JUMP : 4 * CONTAINER;
  }

  private static int rank(Stmt statement) {
    int rank =
        statement instanceof Stmt.Store store
            ? store.at().size()
            : ((Stmt.Accumulate) statement).at().size();
    return rank - 1;
  }

  private static int operands(Stmt statement) {
    int sum = 0;
    for (Operand operand : Variables.operands(statement)) {
      boolean text = operand instanceof Operand.Text;
      sum += operand instanceof Operand.Container ? CONTAINER : text ? 2 * CALL : 0;
    }
    return sum;
  }

  private final class Expressions implements Expr.Visitor<Integer> {
    private int children(Expr e) {
      int sum = 0;
      for (Expr child : e.children()) {
        sum += of(child);
      }
      return sum;
    }

    @Override
    public Integer intLiteral(Expr.IntLiteral e) {
      return e.value() == (byte) e.value() ? LOCAL : CONSTANT;
    }

    @Override
    public Integer realLiteral(Expr.RealLiteral e) {
      return CONSTANT;
    }

    @Override
    public Integer read(Expr.Read e) {
      return LOCAL;
    }

    @Override
    public Integer load(Expr.Load e) {
      return children(e) + 2 * LOCAL + 2 + (e.at().size() - 1) * (LOCAL + 2);
    }

    @Override
    public Integer dim(Expr.Dim e) {
      return LOCAL;
    }

    @Override
    public Integer operation(Expr.Operation e) {
      boolean condition = e.operator().isCondition();
      return children(e) + (condition ? JUMP + 1 : 1);
    }

    @Override
    public Integer apply(Expr.Apply e) {
      return children(e) + CALL + (e.primitive().random() ? CALL + LOCAL : 0);
    }

    @Override
    public Integer choose(Expr.Choose e) {
      return children(e) + 2 * JUMP;
    }

    @Override
    public Integer hasInit(Expr.HasInit e) {
      return 2 * LOCAL + CALL;
    }
  }
}
