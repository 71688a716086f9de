package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.library.LibraryKernel;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;

/** Calls of kernels in bodies of the library. Errors in them are ours, not the user's. */
final class Kernels {
  private Kernels() {}

  static TypedExpr call(LibraryKernel kernel, List<TypedExpr> arguments, Span span) {
    List<KernelMethod.Parameter> parameters = given(kernel.method());
    if (arguments.size() != parameters.size()) {
      throw malformed(kernel, span, "takes " + parameters.size() + " arguments");
    }
    List<TypedExpr> promoted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      promoted.add(argument(kernel, parameters.get(i), arguments.get(i)));
    }
    return new TypedExpr.KernelCall(kernel, promoted, result(kernel.method()), span);
  }

  private static StanType result(KernelMethod method) {
    if (method.result().isEmpty() || method.traces()) {
      return StanType.VOID;
    }
    if (method.makes()) {
      return StanType.VECTOR;
    }
    return method.result().get().kind() == Kind.INT ? StanType.INT : StanType.REAL;
  }

  /** What a body passes: the name for messages and the frames come with the function. */
  private static List<KernelMethod.Parameter> given(KernelMethod method) {
    return method.parameters().stream()
        .filter(p -> p.mode() != KernelMethod.Mode.TEXT && !p.mode().isFrame())
        .toList();
  }

  private static TypedExpr argument(
      LibraryKernel kernel, KernelMethod.Parameter parameter, TypedExpr argument) {
    if (parameter.mode().isFunction()) {
      if (!argument.type().equals(StanType.FUNCTION)) {
        throw malformed(kernel, argument.span(), "wants a function");
      }
      return argument;
    }
    TypedExpr promoted =
        parameter.type().equals(CoreType.REAL)
            ? Types.promote(argument, Types.real(argument.type()))
            : argument;
    if (!coreType(promoted.type()).equals(parameter.type())) {
      throw malformed(kernel, argument.span(), "wants " + parameter.type());
    }
    boolean local =
        argument instanceof TypedExpr.Reference r && r.symbol().origin() == Symbol.Origin.LOCAL;
    if (parameter.mode() == KernelMethod.Mode.OUT && !local) {
      throw malformed(kernel, argument.span(), "wants a local variable");
    }
    return promoted;
  }

  private static CoreType coreType(StanType type) {
    return new CoreType(
        type.isInt() ? Kind.INT : Kind.REAL, type.rank(), type.base() == StanType.Base.MATRIX);
  }

  private static IllegalStateException malformed(LibraryKernel kernel, Span span, String what) {
    return new IllegalStateException(span + ": kernel " + kernel.name() + " " + what);
  }
}
