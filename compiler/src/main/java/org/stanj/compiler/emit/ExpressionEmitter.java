package org.stanj.compiler.emit;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Var;
import org.stanj.runtime.model.Reads;

/** Pushes values of expressions on the JVM's stack; each visit returns the kind it pushed. */
final class ExpressionEmitter implements Expr.Visitor<Kind> {
  static final String STREAM = "Lorg/stanj/stdlib/abi/RandomStream;";

  private final Code code;
  private final Slots variables;
  private final PlaceHandlers guards;
  private final Conditions conditions;

  ExpressionEmitter(Code code, Slots variables, PlaceHandlers guards) {
    this.code = code;
    this.variables = variables;
    this.guards = guards;
    conditions = new Conditions(code, this);
  }

  void push(Expr e) {
    e.accept(this);
  }

  /** Jumps to the target if the value is 0. */
  void jumpIfFalse(Expr test, Label target) {
    conditions.jump(test, false, target);
  }

  @Override
  public Kind intLiteral(Expr.IntLiteral e) {
    code.integer(e.value());
    return Kind.INT;
  }

  @Override
  public Kind realLiteral(Expr.RealLiteral e) {
    code.real(e.value());
    return Kind.REAL;
  }

  @Override
  public Kind read(Expr.Read e) {
    variables.loadScalar(e.variable());
    return e.kind();
  }

  @Override
  public Kind load(Expr.Load e) {
    element(e.container(), e.at());
    code.loadElement(e.kind());
    return e.kind();
  }

  /** Pushes the array and the position of an element. */
  void element(Var container, List<Expr> at) {
    variables.loadArray(container);
    int rank = container.type().rank();
    if (at.size() == 1) {
      push(at.get(0));
    } else if (at.size() == rank) {
      position(container, at);
    } else {
      throw new IllegalArgumentException(at.size() + " indices of " + container.type());
    }
    variables.addOffset(container);
  }

  private void position(Var container, List<Expr> at) {
    int rank = at.size();
    boolean matrix = container.type().matrix();
    for (int k = 0; k < rank; k++) {
      int d = matrix && k >= rank - 2 ? 2 * rank - 3 - k : k;
      if (k > 0) {
        variables.loadSize(container, d);
        code.op(Opcodes.IMUL);
      }
      push(at.get(d));
      if (k > 0) {
        code.op(Opcodes.IADD);
      }
    }
  }

  @Override
  public Kind dim(Expr.Dim e) {
    variables.loadSize(e.container(), e.dimension());
    return Kind.INT;
  }

  @Override
  public Kind operation(Expr.Operation e) {
    Operator operator = e.operator();
    if (operator.isCondition()) {
      conditions.value(e);
      return Kind.INT;
    }
    e.operands().forEach(this::push);
    if (operator != Operator.GUARDED) {
      code.op(opcode(operator));
    }
    return operator.result();
  }

  private static int opcode(Operator operator) {
    return switch (operator) {
      case ADD_INT -> Opcodes.IADD;
      case SUBTRACT_INT -> Opcodes.ISUB;
      case MULTIPLY_INT -> Opcodes.IMUL;
      case DIVIDE_INT -> Opcodes.IDIV;
      case MODULO_INT -> Opcodes.IREM;
      case NEGATE_INT -> Opcodes.INEG;
      case ADD -> Opcodes.DADD;
      case SUBTRACT -> Opcodes.DSUB;
      case MULTIPLY -> Opcodes.DMUL;
      case DIVIDE -> Opcodes.DDIV;
      case NEGATE -> Opcodes.DNEG;
      case TO_REAL -> Opcodes.I2D;
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  @Override
  public Kind apply(Expr.Apply e) {
    Primitive primitive = e.primitive();
    StringBuilder descriptor = new StringBuilder("(");
    if (primitive.random()) {
      code.scratchField("random", STREAM);
      descriptor.append(STREAM);
    }
    e.arguments().forEach(this::push);
    primitive.parameters().forEach(kind -> descriptor.append(Code.scalar(kind)));
    descriptor.append(')').append(Code.scalar(primitive.result()));
    guards.around(
        e.where(),
        () -> code.callStatic(primitive.owner(), primitive.method(), descriptor.toString()));
    return primitive.result();
  }

  @Override
  public Kind choose(Expr.Choose e) {
    Label no = new Label();
    Label end = new Label();
    jumpIfFalse(e.test(), no);
    push(e.yes());
    code.jump(Opcodes.GOTO, end);
    code.label(no);
    push(e.no());
    code.label(end);
    return e.kind();
  }

  @Override
  public Kind hasInit(Expr.HasInit e) {
    code.loadScratch();
    code.text(e.parameter());
    code.callStatic(Reads.class, "has", "(L" + Code.SCRATCH + ";Ljava/lang/String;)I");
    return Kind.INT;
  }
}
