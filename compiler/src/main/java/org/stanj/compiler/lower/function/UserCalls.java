package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DataFields;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Packing;
import org.stanj.compiler.lower.value.Setting;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/**
 * Calls of the program's functions. A function has one core instance for each combination of
 * argument levels and of what may be dropped or counted in it.
 */
public final class UserCalls {
  private final Language language;
  private final Builder builder;

  public UserCalls(Language language) {
    this.language = language;
    this.builder = language.builder();
  }

  /** What decides on an instance. */
  record Instance(
      UserFunction function,
      List<Boolean> autodiff,
      boolean propto,
      boolean jacobian,
      boolean givesTarget) {}

  public Value call(TypedExpr.UserCall e) {
    List<Value> arguments =
        e.arguments().stream().map(language::value).map(builder::forced).toList();
    return call(e.function(), arguments, e.propto(), builder.where(e.span()));
  }

  /**
   * @param where place that the program calls the function at; empty if another called for it
   */
  Value call(UserFunction f, List<Value> arguments, boolean propto, String where) {
    Instance plain = instance(f, arguments, propto);
    String plainName = name(plain);
    Instance instance = instance(f, arguments, propto);
    String name = instance.equals(plain) ? plainName : name(instance);
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      List<Value> leaves = Components.leaves(arguments.get(i));
      List<StanType> types = Components.leaves(f.parameters().get(i).type());
      for (int k = 0; k < leaves.size(); k++) {
        operands.add(operand(leaves.get(k), types.get(k)));
      }
    }
    if (instance.propto()) {
      operands.add(new Operand.Scalar(builder.setting().propto().orElseThrow()));
    }
    if (instance.jacobian()) {
      operands.add(new Operand.Scalar(builder.setting().jacobian().orElseThrow()));
    }
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    if (instance.givesTarget()) {
      operands.add(new Operand.Scalar(Exprs.read(Target.VARIABLE)));
      Var packed = builder.names.local("packed", CoreType.REALS);
      builder.emit(new Stmt.Call(Optional.of(packed), name, operands, where));
      return new PackedResults(builder).unpack(packed, f.result(), autodiff);
    }
    if (f.result().equals(StanType.VOID)) {
      builder.emit(new Stmt.Call(Optional.empty(), name, operands, where));
      return Value.Scalar.of(Exprs.integer(0), false);
    }
    Var result = builder.names.local("value", Packing.coreType(f.result()));
    builder.emit(new Stmt.Call(Optional.of(result), name, operands, where));
    if (f.result().isComposite()) {
      return Packing.unpacked(builder, result, f.result(), autodiff);
    }
    if (result.isScalar()) {
      builder.constants.add(result);
    }
    return builder.held(result, f.result(), autodiff);
  }

  private Instance instance(UserFunction f, List<Value> arguments, boolean propto) {
    boolean drops = propto && builder.setting().propto().isPresent();
    boolean counts = f.name().endsWith("_jacobian") && builder.setting().jacobian().isPresent();
    boolean target = f.name().endsWith("_lp") && builder.setting().propto().isPresent();
    boolean gives =
        addsTarget(f)
            && (builder.setting().amount().isPresent()
                || builder.gathered.recursiveTargets.contains(f));
    return new Instance(
        f, arguments.stream().map(Value::autodiff).toList(), drops || target, counts, gives);
  }

  private static boolean addsTarget(UserFunction f) {
    return f.name().endsWith("_lp") || f.name().endsWith("_jacobian");
  }

  private Operand operand(Value value, StanType parameter) {
    if (value.isScalar()) {
      boolean real = parameter.equals(StanType.REAL);
      return new Operand.Scalar(real ? Exprs.toReal(value.scalar()) : value.scalar());
    }
    return new Operand.Container(builder.stored(value).stored().orElseThrow());
  }

  /** The core name of an instance, which is lowered when first asked for. */
  String name(Instance instance) {
    Gathered gathered = builder.gathered;
    String known = gathered.instances.get(instance);
    if (known != null) {
      noteRecursion(instance, known);
      return known;
    }
    Gathered.Mark mark = gathered.mark();
    String name = gathered.functionNames.fresh("user_" + instance.function().name());
    gathered.instances.put(instance, name);
    CoreFunction lowered = lowered(instance, name);
    if (!instance.givesTarget() && gathered.recursiveTargets.contains(instance.function())) {
      gathered.release(mark);
    } else {
      gathered.functions.put(name, lowered);
    }
    return name;
  }

  /** What a function adds is known where its body is written out; if it never is, it gives it. */
  private void noteRecursion(Instance instance, String name) {
    UserFunction f = instance.function();
    boolean open = !builder.gathered.functions.containsKey(name);
    if (open && addsTarget(f) && !instance.givesTarget()) {
      builder.gathered.recursiveTargets.add(f);
    }
  }

  private CoreFunction lowered(Instance instance, String name) {
    UserFunction f = instance.function();
    Language inner = language.another();
    Builder body = inner.builder();
    Setting setting = Setting.PLAIN.withLocalsAutodiff(instance.autodiff().contains(true));
    List<Var> parameters = new ArrayList<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      Symbol symbol = f.parameters().get(i);
      boolean autodiff = instance.autodiff().get(i);
      body.values.put(symbol, parameter(body, symbol.name(), symbol.type(), autodiff, parameters));
    }
    if (instance.propto()) {
      parameters.add(flag(body, "propto"));
      setting = setting.withPropto(Exprs.read(parameters.get(parameters.size() - 1)));
    }
    if (instance.jacobian()) {
      parameters.add(flag(body, "jacobian"));
      setting = setting.withJacobian(Exprs.read(parameters.get(parameters.size() - 1)));
    }
    body.begin(setting);
    DataFields.bind(body);
    if (instance.givesTarget()) {
      return givingTarget(instance, name, parameters, inner);
    }
    f.body().forEach(inner::statement);
    Optional<CoreType> result =
        f.result().equals(StanType.VOID)
            ? Optional.empty()
            : Optional.of(Packing.coreType(f.result()));
    return new CoreFunction(name, parameters, result, body.statements());
  }

  /** The same function, with a variable of its own for what it adds to the target. */
  private static CoreFunction givingTarget(
      Instance instance, String name, List<Var> parameters, Language inner) {
    Builder body = inner.builder();
    Var before = body.names.local("target_before", CoreType.REAL);
    Var amount = body.names.local("amount", CoreType.REAL);
    body.constants.add(before);
    parameters.add(before);
    body.begin(body.setting().withAmount(amount));
    body.emit(new Stmt.Assign(amount, Exprs.ZERO));
    instance.function().body().forEach(inner::statement);
    if (instance.function().result().equals(StanType.VOID)) {
      Operand packed = new PackedResults(body).pack(amount, Optional.empty());
      body.emit(new Stmt.Return(Optional.of(packed)));
    }
    OwnTarget own = new OwnTarget(before, amount);
    return new CoreFunction(
        name, parameters, Optional.of(CoreType.REALS), own.list(body.statements()));
  }

  private static Var flag(Builder body, String name) {
    Var flag = body.names.local(name, CoreType.INT);
    body.constants.add(flag);
    return flag;
  }

  private static Value parameter(
      Builder body, String name, StanType type, boolean autodiff, List<Var> into) {
    if (type.isComposite()) {
      List<Value> components = new ArrayList<>();
      for (StanType component : Components.types(type)) {
        components.add(parameter(body, name, component, autodiff, into));
      }
      return new Value.Composite(type, components);
    }
    Var v = body.names.local(name, Value.coreType(type));
    into.add(v);
    if (v.isScalar()) {
      body.constants.add(v);
    } else {
      body.readOnly.add(v);
    }
    return body.held(v, type, autodiff);
  }
}
