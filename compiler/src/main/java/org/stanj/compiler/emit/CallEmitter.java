package org.stanj.compiler.emit;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Reads;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.CurvedCallback;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceSum;
import org.stanj.stdlib.abi.Stretch;
import org.stanj.stdlib.abi.Text;

/** Statements that call: core functions, kernels, messages, data reads, parallel sums. */
final class CallEmitter {
  private static final String REQUEST = Type.getInternalName(DataContext.Request.class);
  private static final String SCRATCH = "L" + Code.SCRATCH + ";";
  private static final String STRING = "Ljava/lang/String;";
  private static final String BUILDER = "Ljava/lang/StringBuilder;";
  private static final String KIND = Type.getDescriptor(RejectException.Kind.class);
  private static final String CALLBACK = Type.getDescriptor(Callback.class);
  private static final String CURVED_CALLBACK = Type.getDescriptor(CurvedCallback.class);
  private static final String BOUND = Type.getDescriptor(BoundCallback.class);
  private static final String STRETCH = Type.getDescriptor(Stretch.class);
  private static final List<KernelMethod.Mode> FRAMES_IN_ORDER =
      List.of(KernelMethod.Mode.ACTIVE, KernelMethod.Mode.PASSIVE, KernelMethod.Mode.INTS);
  private static final String FRAMES = Type.getInternalName(Frames.class);
  private static final String SUM = Type.getInternalName(SliceSum.class);
  private static final String KERNELS = Type.getInternalName(SliceRunner.Kernels.class);

  private final Code code;
  private final Slots variables;
  private final ExpressionEmitter expressions;
  private final ContainerEmitter containers;
  private final PlaceHandlers guards;
  private final Shared shared;

  CallEmitter(MethodParts parts, Shared shared) {
    code = parts.code();
    variables = parts.variables();
    expressions = parts.expressions();
    containers = parts.containers();
    guards = parts.guards();
    this.shared = shared;
  }

  void call(Stmt.Call s) {
    code.loadModel();
    List<Var> parameters = shared.layout().program().function(s.function()).parameters();
    for (int i = 0; i < s.arguments().size(); i++) {
      argument(s.arguments().get(i), parameters.get(i).type().rank());
    }
    code.loadScratch();
    guards.around(s.where(), () -> shared.layout().call(code, s.function()));
    Optional<CoreType> type = shared.layout().program().function(s.function()).result();
    if (type.isPresent() && !type.get().isScalar()) {
      s.result().ifPresent(containers::takeResult);
    } else {
      takeScalar(s.result(), type.map(CoreType::kind));
    }
  }

  private void takeScalar(Optional<Var> result, Optional<Kind> kind) {
    if (result.isPresent()) {
      variables.storeScalar(result.get());
    } else {
      kind.ifPresent(k -> code.op(k == Kind.INT ? Opcodes.POP : Opcodes.POP2));
    }
  }

  /** Pushes an argument; an absent container has {@code sizes} sizes of 0. */
  private void argument(Operand operand, int sizes) {
    if (operand instanceof Operand.Scalar scalar) {
      expressions.push(scalar.value());
    } else if (operand instanceof Operand.Container container) {
      variables.loadContainer(container.variable());
    } else if (operand instanceof Operand.Text text) {
      code.text(text.text());
    } else {
      code.op(Opcodes.ACONST_NULL);
      for (int k = 0; k <= sizes; k++) {
        code.integer(0);
      }
    }
  }

  void kernel(Stmt.Kernel s) {
    KernelMethod method = s.method();
    StringBuilder descriptor = new StringBuilder("(");
    if (method.random()) {
      code.scratchField("random", ExpressionEmitter.STREAM);
      descriptor.append(ExpressionEmitter.STREAM);
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      KernelMethod.Parameter parameter = method.parameters().get(i);
      if (parameter.mode().isFunction()) {
        callback((Operand.Function) s.arguments().get(i), s);
        descriptor.append(callback(parameter.mode()));
      } else if (!parameter.mode().isFrame()) {
        kernelArgument(s.arguments().get(i), parameter);
        descriptor.append(descriptor(parameter));
      }
    }
    descriptor.append(')').append(returned(method));
    guards.around(s.where(), () -> call(method, descriptor.toString()));
    if (method.calls()) {
      code.loadScratch();
      code.callScratch("releaseCallback", "()V");
    }
    if (method.makes()) {
      containers.takeStretch(s.result().orElseThrow());
    } else if (method.traces()) {
      containers.takeArray(s.result().orElseThrow());
    } else {
      takeScalar(s.result(), method.result().map(CoreType::kind));
    }
  }

  private void call(KernelMethod method, String descriptor) {
    if (ApartCalls.isApart(method.owner())) {
      shared.apart().call(code, method.owner(), method.method(), descriptor);
    } else {
      code.callStatic(method.owner(), method.method(), descriptor);
    }
  }

  private static String returned(KernelMethod method) {
    if (method.result().isEmpty()) {
      return "V";
    }
    if (method.makes()) {
      return STRETCH;
    }
    Kind kind = method.result().get().kind();
    return method.traces() ? Code.array(kind) : Code.scalar(kind);
  }

  private static String callback(KernelMethod.Mode mode) {
    return switch (mode) {
      case CURVED -> CURVED_CALLBACK;
      case JOBS -> BOUND;
      default -> CALLBACK;
    };
  }

  /** Pushes the callback over the frames that the kernel has among its arguments. */
  private void callback(Operand.Function function, Stmt.Kernel kernel) {
    code.loadModel();
    code.integer(function.id());
    code.integer(function.traced() ? 1 : 0);
    for (KernelMethod.Mode mode : FRAMES_IN_ORDER) {
      Operand frame = kernel.arguments().get(kernel.method().position(mode));
      variables.loadContainer(((Operand.Container) frame).variable());
    }
    code.loadScratch();
    code.callStatic(
        BoundCallback.class, "of", "(L" + KERNELS + ";IZ[DII[DII[III" + SCRATCH + ")" + BOUND);
  }

  private void kernelArgument(Operand operand, KernelMethod.Parameter parameter) {
    boolean adjoint = parameter.mode() == KernelMethod.Mode.ADJOINT;
    if (adjoint && operand instanceof Operand.Container container) {
      variables.loadArray(container.variable());
      variables.loadOffset(container.variable());
    } else {
      argument(operand, adjoint ? 0 : parameter.type().rank());
    }
  }

  private static String descriptor(KernelMethod.Parameter parameter) {
    CoreType type = parameter.type();
    if (parameter.mode() == KernelMethod.Mode.TEXT) {
      return STRING;
    }
    if (type.isScalar()) {
      return Code.scalar(type.kind());
    }
    int sizes = parameter.mode() == KernelMethod.Mode.ADJOINT ? 0 : type.rank();
    return Code.array(type.kind()) + "I".repeat(1 + sizes);
  }

  void reject(Stmt.Reject s) {
    message(s.parts());
    String kinds = Type.getInternalName(RejectException.Kind.class);
    code.visitor().visitFieldInsn(Opcodes.GETSTATIC, kinds, s.rejectKind().name(), KIND);
    code.text(s.where());
    String exception = Type.getDescriptor(RejectException.class);
    code.callStatic(Text.class, "rejection", "(" + BUILDER + KIND + STRING + ")" + exception);
    code.op(Opcodes.ATHROW);
  }

  void print(Stmt.Print s) {
    message(s.parts());
    code.loadScratch();
    code.callStatic(Text.class, "print", "(" + BUILDER + SCRATCH + ")V");
  }

  private void message(List<Operand> parts) {
    code.callStatic(Text.class, "start", "()" + BUILDER);
    for (Operand part : parts) {
      if (part instanceof Operand.Text text) {
        addText(text.text());
      } else if (part instanceof Operand.Scalar scalar) {
        expressions.push(scalar.value());
        add(Code.scalar(scalar.value().kind()));
      } else if (part instanceof Operand.Fixed fixed) {
        expressions.push(fixed.value());
        code.callStatic(Text.class, "addFixed", "(" + BUILDER + "D)" + BUILDER);
      } else if (part instanceof Operand.Limit limit) {
        expressions.push(limit.size());
        code.callStatic(Text.class, "addLimit", "(" + BUILDER + "I)" + BUILDER);
      } else if (part instanceof Operand.Container container && !container.form().isEmpty()) {
        variables.loadArray(container.variable());
        variables.loadOffset(container.variable());
        code.text(container.form());
        add(Code.array(Kind.REAL) + "I" + STRING);
      } else if (part instanceof Operand.Container container) {
        addContainer(container.variable());
      }
    }
  }

  private void addText(String text) {
    for (int from = 0; from < text.length(); from += Code.TEXT_CHUNK) {
      code.text(text.substring(from, Math.min(text.length(), from + Code.TEXT_CHUNK)));
      add(STRING);
    }
  }

  private void addContainer(Var variable) {
    variables.loadArray(variable);
    variables.loadOffset(variable);
    sizes(variable);
    code.integer(variable.type().matrix() ? 1 : 0);
    add(Code.array(variable.type().kind()) + "I[IZ");
  }

  private void sizes(Var variable) {
    code.intArray(variable.type().rank(), d -> variables.loadSize(variable, d));
  }

  private void add(String part) {
    code.callStatic(Text.class, "add", "(" + BUILDER + part + ")" + BUILDER);
  }

  void readData(Stmt.ReadData s) {
    CoreType type = s.variable().type();
    boolean real = type.kind() == Kind.REAL;
    code.loadScratch();
    request(s);
    String given = "(" + SCRATCH + "L" + REQUEST + ";";
    if (type.isScalar()) {
      String method = real ? "real" : "integer";
      code.callStatic(Reads.class, method, given + ")" + Code.scalar(type.kind()));
      variables.storeScalar(s.variable());
      return;
    }
    variables.loadArray(s.variable());
    variables.loadOffset(s.variable());
    sizes(s.variable());
    if (real) {
      code.integer(type.matrix() ? 1 : 0);
    }
    String rest = Code.array(type.kind()) + "I[I" + (real ? "Z" : "") + ")V";
    code.callStatic(Reads.class, real ? "reals" : "ints", given + rest);
  }

  private void request(Stmt.ReadData s) {
    code.visitor().visitTypeInsn(Opcodes.NEW, REQUEST);
    code.op(Opcodes.DUP);
    code.text(s.stage());
    code.text(s.name());
    code.text(s.where());
    String descriptor = "(" + STRING + STRING + STRING + ")V";
    code.visitor().visitMethodInsn(Opcodes.INVOKESPECIAL, REQUEST, "<init>", descriptor, false);
  }

  void parallelSum(Stmt.ParallelSum s) {
    code.loadModel();
    code.integer(s.kernel());
    code.loadScratch();
    variables.loadContainer(s.active());
    variables.loadContainer(s.passive());
    variables.loadContainer(s.ints());
    code.visitor()
        .visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            Type.getInternalName(Scratch.class),
            "frames",
            "([DII[DII[III)L" + FRAMES + ";",
            false);
    expressions.push(s.n());
    expressions.push(s.grainsize());
    if (s.adjoint().isPresent()) {
      variables.loadArray(s.adjoint().get());
      variables.loadOffset(s.adjoint().get());
    } else {
      code.op(Opcodes.ACONST_NULL);
      code.integer(0);
    }
    code.loadScratch();
    String descriptor = "(L" + KERNELS + ";IL" + FRAMES + ";II[DI" + SCRATCH + ")D";
    guards.around(
        s.where(),
        () -> code.visitor().visitMethodInsn(Opcodes.INVOKESTATIC, SUM, "of", descriptor, false));
    variables.storeScalar(s.result());
    code.loadScratch();
    code.visitor()
        .visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            Type.getInternalName(Scratch.class),
            "releaseFrames",
            "()V",
            false);
  }
}
