package org.stanj.compiler.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.interpret.Activation.Outcome;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Reads;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceSum;
import org.stanj.stdlib.abi.Stretch;
import org.stanj.stdlib.abi.Text;

/** Runs statements. */
final class Execution implements Stmt.Visitor<Outcome> {
  private final Activation activation;
  private final Machine machine;
  private final Evaluation values;

  Execution(Activation activation) {
    this.activation = activation;
    machine = activation.machine();
    values = new Evaluation(activation);
  }

  Outcome run(List<Stmt> body) {
    for (Stmt statement : body) {
      Outcome outcome = statement.accept(this);
      if (outcome != Outcome.NORMAL) {
        return outcome;
      }
    }
    return Outcome.NORMAL;
  }

  private Outcome set(Var variable, Object value) {
    activation.set(variable, value);
    return Outcome.NORMAL;
  }

  @Override
  public Outcome declare(Stmt.Declare s) {
    Kind kind = s.variable().type().kind();
    boolean zero = s.fill() == Stmt.Fill.ZERO;
    Object value =
        kind == Kind.INT
            ? (Object) (zero ? 0 : Integer.MIN_VALUE)
            : (Object) (zero ? 0.0 : Double.NaN);
    Container container = Container.filled(kind, values.integers(s.sizes()), value);
    boolean local = s.variable().storage() == Var.Storage.LOCAL;
    return set(s.variable(), local ? machine.made(container) : container);
  }

  @Override
  public Outcome assign(Stmt.Assign s) {
    return set(s.variable(), s.value().accept(values));
  }

  @Override
  public Outcome increment(Stmt.Increment s) {
    double before = values.real(Exprs.read(s.variable()));
    return set(s.variable(), before + values.real(s.value()));
  }

  @Override
  public Outcome store(Stmt.Store s) {
    Container container = activation.container(s.container());
    int at = container.position(s.container().type(), values.integers(s.at()));
    container.set(at, s.value().accept(values));
    return Outcome.NORMAL;
  }

  @Override
  public Outcome accumulate(Stmt.Accumulate s) {
    Container container = activation.container(s.container());
    int at = container.position(s.container().type(), values.integers(s.at()));
    container.set(at, (Double) container.get(at) + values.real(s.value()));
    return Outcome.NORMAL;
  }

  @Override
  public Outcome view(Stmt.View s) {
    Container of = activation.container(s.of());
    return set(s.variable(), of.view(values.integer(s.offset()), values.integers(s.sizes())));
  }

  @Override
  public Outcome copy(Stmt.Copy s) {
    Container to = activation.container(s.to());
    Container from = activation.container(s.from());
    int n = from.length();
    if (n != to.length()) {
      throw new IndexOutOfBoundsException("copy of " + n + " elements to " + to.length());
    }
    if (n > 0) {
      System.arraycopy(from.storage(), from.offset(), to.storage(), to.offset(), n);
    }
    return Outcome.NORMAL;
  }

  @Override
  public Outcome fillAll(Stmt.FillAll s) {
    Container container = activation.container(s.container());
    Object value = s.value().accept(values);
    for (int i = 0; i < container.length(); i++) {
      container.set(i, value);
    }
    return Outcome.NORMAL;
  }

  @Override
  public Outcome addTarget(Stmt.AddTarget s) {
    machine.target += values.real(s.value());
    return Outcome.NORMAL;
  }

  @Override
  public Outcome branch(Compound.If s) {
    return run(values.integer(s.test()) != 0 ? s.yes() : s.no());
  }

  @Override
  public Outcome loop(Compound.For s) {
    int from = values.integer(s.from());
    int to = values.integer(s.to());
    long n = (long) to - from + 1;
    for (long k = 0; k < n; k++) {
      activation.set(s.index(), (int) (s.down() ? to - k : from + k));
      Outcome outcome = run(s.body());
      if (outcome == Outcome.BREAK) {
        return Outcome.NORMAL;
      }
      if (outcome == Outcome.RETURN) {
        return outcome;
      }
    }
    return Outcome.NORMAL;
  }

  @Override
  public Outcome repeat(Compound.While s) {
    while (values.integer(s.test()) != 0) {
      Outcome outcome = run(s.body());
      if (outcome == Outcome.BREAK) {
        return Outcome.NORMAL;
      }
      if (outcome == Outcome.RETURN) {
        return outcome;
      }
    }
    return Outcome.NORMAL;
  }

  @Override
  public Outcome leave(Stmt.Break s) {
    return Outcome.BREAK;
  }

  @Override
  public Outcome next(Stmt.Continue s) {
    return Outcome.CONTINUE;
  }

  @Override
  public Outcome giveBack(Stmt.Return s) {
    s.value().ifPresent(value -> activation.giveBack(argument(value, Optional.empty())));
    return Outcome.RETURN;
  }

  @Override
  public Outcome call(Stmt.Call s) {
    CoreFunction function = machine.program.function(s.function());
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < s.arguments().size(); i++) {
      Optional<CoreType> type = Optional.of(function.parameters().get(i).type());
      arguments.add(argument(s.arguments().get(i), type));
    }
    Object result = located(s.where(), () -> Activation.call(machine, function, arguments));
    return s.result().isPresent() && result != null
        ? set(s.result().get(), result)
        : Outcome.NORMAL;
  }

  private Object argument(Operand operand, Optional<CoreType> type) {
    if (operand instanceof Operand.Scalar scalar) {
      return scalar.value().accept(values);
    }
    if (operand instanceof Operand.Container container) {
      return activation.container(container.variable());
    }
    if (operand instanceof Operand.Text text) {
      return text.text();
    }
    return Container.absent(type.map(CoreType::rank).orElse(1));
  }

  @Override
  public Outcome kernel(Stmt.Kernel s) {
    List<@Nullable Object> arguments = new ArrayList<>();
    if (s.method().random()) {
      arguments.add(machine.scratch.random);
    }
    for (int i = 0; i < s.arguments().size(); i++) {
      KernelMethod.Parameter parameter = s.method().parameters().get(i);
      if (parameter.mode().isFrame()) {
        continue;
      }
      if (s.arguments().get(i) instanceof Operand.Function function) {
        arguments.add(callback(function, s));
        continue;
      }
      Object value = argument(s.arguments().get(i), Optional.of(parameter.type()));
      if (value instanceof Container container) {
        addContainer(container, parameter.mode() != KernelMethod.Mode.ADJOINT, arguments);
      } else {
        arguments.add(value);
      }
    }
    Object result = located(s.where(), () -> machine.library.run(s.method(), arguments));
    if (s.method().calls()) {
      machine.scratch.releaseCallback();
    }
    s.result().ifPresent(variable -> activation.set(variable, returned(result)));
    return Outcome.NORMAL;
  }

  /** A scalar, or a trace or a stretch of the scratch as the container it becomes. */
  private static Object returned(@Nullable Object result) {
    if (result instanceof Stretch stretch) {
      return Container.of(stretch);
    }
    return result instanceof double[] trace ? Container.of(trace) : Objects.requireNonNull(result);
  }

  private BoundCallback callback(Operand.Function function, Stmt.Kernel kernel) {
    Container active = frame(kernel, KernelMethod.Mode.ACTIVE);
    Container passive = frame(kernel, KernelMethod.Mode.PASSIVE);
    Container ints = frame(kernel, KernelMethod.Mode.INTS);
    return BoundCallback.of(
        machine.model,
        function.id(),
        function.traced(),
        active.reals(),
        active.offset(),
        active.length(),
        passive.reals(),
        passive.offset(),
        passive.length(),
        ints.ints(),
        ints.offset(),
        ints.length(),
        machine.scratch);
  }

  private Container frame(Stmt.Kernel kernel, KernelMethod.Mode mode) {
    Operand frame = kernel.arguments().get(kernel.method().position(mode));
    return activation.container(((Operand.Container) frame).variable());
  }

  /** Rejections of the work come through the place. */
  static <T extends @Nullable Object> T located(String where, Supplier<T> work) {
    try {
      return work.get();
    } catch (RejectException e) {
      throw e.in(where);
    }
  }

  private static void addContainer(
      Container container, boolean sizes, List<@Nullable Object> arguments) {
    arguments.add(container.storage());
    arguments.add(container.offset());
    if (sizes) {
      Arrays.stream(container.sizes()).forEach(arguments::add);
    }
  }

  @Override
  public Outcome push(Stmt.Push s) {
    machine.push(s.value().accept(values));
    return Outcome.NORMAL;
  }

  @Override
  public Outcome pop(Stmt.Pop s) {
    return set(s.variable(), machine.pop(s.variable().type().kind()));
  }

  @Override
  public Outcome pushContainer(Stmt.PushContainer s) {
    machine.push(s.variable().type().kind(), activation.container(s.variable()));
    return Outcome.NORMAL;
  }

  @Override
  public Outcome popContainer(Stmt.PopContainer s) {
    return set(s.variable(), machine.popContainer(s.variable().type().kind()));
  }

  @Override
  public Outcome reject(Stmt.Reject s) {
    RejectException.Kind kind = RejectException.Kind.valueOf(s.rejectKind().name());
    throw Text.rejection(message(s.parts()), kind, s.where());
  }

  @Override
  public Outcome print(Stmt.Print s) {
    Text.print(message(s.parts()), machine.scratch);
    return Outcome.NORMAL;
  }

  private StringBuilder message(List<Operand> parts) {
    StringBuilder message = Text.start();
    for (Operand part : parts) {
      if (part instanceof Operand.Fixed fixed) {
        Text.addFixed(message, values.real(fixed.value()));
        continue;
      }
      if (part instanceof Operand.Limit limit) {
        Text.addLimit(message, values.integer(limit.size()));
        continue;
      }
      Object value = argument(part, Optional.empty());
      if (value instanceof Integer i) {
        Text.add(message, i);
      } else if (value instanceof Double d) {
        Text.add(message, d);
      } else if (part instanceof Operand.Container named && value instanceof Container container) {
        addText(message, named, container);
      } else {
        Text.add(message, (String) value);
      }
    }
    return message;
  }

  private static void addText(StringBuilder message, Operand.Container named, Container container) {
    CoreType type = named.variable().type();
    if (!named.form().isEmpty()) {
      Text.add(message, container.reals(), container.offset(), named.form());
    } else if (type.kind() == Kind.INT) {
      Text.add(message, container.ints(), container.offset(), container.sizes(), type.matrix());
    } else {
      Text.add(message, container.reals(), container.offset(), container.sizes(), type.matrix());
    }
  }

  @Override
  public Outcome region(Compound.Region s) {
    int mark = machine.mark();
    Outcome outcome = run(s.body());
    if (outcome != Outcome.RETURN) {
      machine.release(mark);
    }
    return outcome;
  }

  @Override
  public Outcome once(Compound.Once s) {
    if (machine.scratch.passed[s.flag()]) {
      return Outcome.NORMAL;
    }
    Outcome outcome = run(s.body());
    machine.scratch.passed[s.flag()] |= outcome == Outcome.NORMAL;
    return outcome;
  }

  @Override
  public Outcome profile(Compound.Profile s) {
    machine.scratch.enterProfile(s.name(), s.part().ordinal());
    Outcome outcome = run(s.body());
    machine.scratch.leaveProfile(s.name(), s.part().ordinal());
    return outcome;
  }

  @Override
  public Outcome readData(Stmt.ReadData s) {
    DataContext.Request request = new DataContext.Request(s.stage(), s.name(), s.where());
    Scratch scratch = machine.scratch;
    CoreType type = s.variable().type();
    if (type.isScalar()) {
      boolean real = type.kind() == Kind.REAL;
      Object value =
          real ? (Object) Reads.real(scratch, request) : (Object) Reads.integer(scratch, request);
      return set(s.variable(), value);
    }
    Container c = activation.container(s.variable());
    if (type.kind() == Kind.INT) {
      Reads.ints(scratch, request, c.ints(), c.offset(), c.sizes());
    } else {
      Reads.reals(scratch, request, c.reals(), c.offset(), c.sizes(), type.matrix());
    }
    return Outcome.NORMAL;
  }

  @Override
  public Outcome parallelSum(Stmt.ParallelSum s) {
    Container active = activation.container(s.active());
    Container passive = activation.container(s.passive());
    Container ints = activation.container(s.ints());
    Frames frames =
        Frames.of(
            active.reals(),
            active.offset(),
            active.length(),
            passive.reals(),
            passive.offset(),
            passive.length(),
            ints.ints(),
            ints.offset(),
            ints.length());
    Container adjoint = s.adjoint().map(activation::container).orElse(Container.absent(1));
    double sum =
        located(
            s.where(),
            () ->
                SliceSum.of(
                    machine.model,
                    s.kernel(),
                    frames,
                    values.integer(s.n()),
                    values.integer(s.grainsize()),
                    (double[]) adjoint.storage(),
                    adjoint.offset(),
                    machine.scratch));
    return set(s.result(), sum);
  }
}
