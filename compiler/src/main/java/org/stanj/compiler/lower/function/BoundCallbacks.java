package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.FunctionType;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.library.ArgumentChecks;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DataFields;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Setting;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/**
 * Functions of the program that kernels call: their bound arguments in frames, and the core
 * functions that take them apart again.
 */
final class BoundCallbacks {
  /** A callback that is ready to be passed to a kernel. */
  private record Bound(
      int id,
      UserFunction callback,
      String function,
      ArgumentFrames frames,
      String nameInMessages) {}

  /** The highest derivative that a kernel asks of a callback. */
  private static final int ORDER = 3;

  private final Language language;
  private final LibraryCalls library;
  private final Builder builder;
  private final Map<String, Bound> bound = new HashMap<>();

  BoundCallbacks(Language language, LibraryCalls library) {
    this.language = language;
    this.library = library;
    this.builder = language.builder();
  }

  /**
   * Binds the arguments of a function that a call passes; the body of the library's function finds
   * it under the name in the header.
   *
   * @param own values of the header's parameters
   * @param rest what is passed on
   */
  void bind(
      LibraryFunction f, UserFunction callback, List<Value> own, List<Value> rest, Span span) {
    LibraryFunction.Parameter parameter = f.parameters().get(0);
    FunctionType type = FunctionType.of(parameter.type());
    List<Value> values = new ArrayList<>();
    for (FunctionType.Slot slot : type.parameters()) {
      if (!slot.leads()) {
        values.add(named(f, slot.name(), own));
      }
    }
    checkRest(f, rest, span);
    values.addAll(rest);
    ArgumentFrames frames = new ArgumentFrames(builder, Components.leaves(values));
    frames.pack();
    String name = function(callback, type, values, frames, span);
    int id = new CallbackValues(language, name).add(type, parameter);
    bound.put(parameter.name(), new Bound(id, callback, name, frames, f.nameInMessages()));
  }

  private static Value named(LibraryFunction f, String name, List<Value> own) {
    List<LibraryFunction.Parameter> parameters = f.withoutFunction().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return own.get(i);
      }
    }
    throw new IllegalStateException(f.name() + " has no parameter " + name);
  }

  private void checkRest(LibraryFunction f, List<Value> rest, Span span) {
    LibraryFunction.Parameter last = f.parameters().get(f.parameters().size() - 1);
    if (!last.rest() || last.check().isEmpty()) {
      return;
    }
    ArgumentChecks.Site site = new ArgumentChecks.Site(f, last, span);
    for (Value v : Components.leaves(rest)) {
      if (v.type().isInt()) {
        continue;
      }
      if (v.isScalar()) {
        library.checks().scalar(site, v.scalar(), Optional.empty(), name -> Optional.empty());
      } else {
        library.checks().container(site, v, name -> Optional.empty());
      }
    }
  }

  /** Parameters of the function: leading arguments and frames. */
  static List<Var> parameters(Builder body) {
    List<Var> parameters = new ArrayList<>();
    for (String p : List.of("lead", "active", "passive")) {
      parameters.add(body.names.local(p, CoreType.REALS));
    }
    parameters.add(body.names.local("ints", CoreType.INTS));
    body.readOnly.addAll(parameters);
    return parameters;
  }

  /** Takes the arguments apart, and calls the function of the program. */
  private String function(
      UserFunction callback,
      FunctionType type,
      List<Value> values,
      ArgumentFrames frames,
      Span span) {
    Gathered gathered = builder.gathered;
    String name = gathered.functionNames.fresh("callback_" + callback.name());
    Language inner = language.another();
    Builder body = inner.builder();
    body.begin(Setting.PLAIN.withLocalsAutodiff(true));
    List<Var> parameters = parameters(body);
    DataFields.bind(body);
    List<StanType> types = values.stream().map(Value::type).toList();
    List<Value> unpacked = Components.joined(types, frames.unpack(body, parameters.subList(1, 4)));
    LeadingArguments lead = new LeadingArguments(inner, type, parameters.get(0), span);
    List<Value> leading = lead.values(callback);
    List<Value> arguments = new ArrayList<>();
    int fromFrames = 0;
    for (FunctionType.Slot slot : type.parameters()) {
      Value v = slot.leads() ? leading.remove(0) : unpacked.get(fromFrames++);
      arguments.add(slot.picked() ? lead.picked(v) : v);
    }
    arguments.addAll(unpacked.subList(fromFrames, unpacked.size()));
    Value result = new UserCalls(inner).call(callback, arguments, false, "");
    body.emit(new Stmt.Return(Optional.of(new Operand.Container(flat(body, result)))));
    gathered.functions.put(
        name, new CoreFunction(name, parameters, Optional.of(CoreType.REALS), body.statements()));
    return name;
  }

  /** The result as one container of reals. */
  private static Var flat(Builder body, Value result) {
    if (!result.isScalar()) {
      return body.stored(result).stored().orElseThrow();
    }
    Var one = body.names.local("one", CoreType.REALS);
    body.emit(new Stmt.Declare(one, List.of(Exprs.integer(1)), Stmt.Fill.NONE));
    body.emit(new Stmt.Store(one, List.of(Exprs.integer(0)), result.scalar()));
    return one;
  }

  /** The arguments of a kernel that takes a callback, its name and its frames among them. */
  List<Operand> operands(TypedExpr.KernelCall call) {
    TypedExpr.Reference function = (TypedExpr.Reference) call.arguments().get(0);
    Bound callback = Optional.ofNullable(bound.get(function.symbol().name())).orElseThrow();
    List<Operand> operands = new ArrayList<>();
    List<TypedExpr> given = new ArrayList<>(call.arguments());
    for (KernelMethod.Parameter p : call.kernel().method().parameters()) {
      operands.add(
          switch (p.mode()) {
            case FUNCTION, CURVED, JOBS -> {
              given.remove(0);
              if (p.mode() == KernelMethod.Mode.CURVED) {
                needCurvature(callback);
              }
              yield new Operand.Function(callback.id(), callback.function(), false);
            }
            case TEXT -> new Operand.Text(callback.nameInMessages());
            case ACTIVE -> new Operand.Container(callback.frames().active());
            case PASSIVE -> new Operand.Container(callback.frames().passive());
            case INTS -> new Operand.Container(callback.frames().ints());
            default -> library.operand(language.value(given.remove(0)));
          });
    }
    return operands;
  }

  /** Asks for derivatives of second and third order, which need those of all that is called. */
  private void needCurvature(Bound callback) {
    Gathered gathered = builder.gathered;
    Optional<String> lacking = new Smoothness(gathered).lacking(callback.function(), ORDER);
    if (lacking.isPresent()) {
      throw DiagnosticException.of(
          ErrorCode.NO_FORWARD_DERIVATIVE,
          callback.callback().span(),
          callback.callback().name(),
          lacking.get());
    }
    CoreProgram.Callback plain = gathered.callbacks.get(callback.id());
    gathered.callbacks.set(callback.id(), plain.withUse(CoreProgram.Callback.Use.CURVED));
  }
}
