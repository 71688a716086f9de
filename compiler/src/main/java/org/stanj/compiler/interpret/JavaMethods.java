package org.stanj.compiler.interpret;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Primitive;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.CurvedCallback;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Stretch;

/** Finds and runs the Java methods of primitives and kernels. */
final class JavaMethods {
  private final Map<Object, MethodHandle> handles = new ConcurrentHashMap<>();

  Object run(Primitive primitive, List<?> arguments) {
    return invoke(handles.computeIfAbsent(primitive, p -> find(primitive)), arguments);
  }

  Object run(KernelMethod kernel, List<?> arguments) {
    return invoke(handles.computeIfAbsent(kernel, k -> find(kernel)), arguments);
  }

  private static Object invoke(MethodHandle handle, List<?> arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("checked exception of a library method", e);
    }
  }

  private static MethodHandle find(Primitive primitive) {
    List<Class<?>> types = new ArrayList<>();
    if (primitive.random()) {
      types.add(RandomStream.class);
    }
    primitive.parameters().forEach(kind -> types.add(scalar(kind)));
    return find(
        primitive.owner(),
        primitive.method(),
        MethodType.methodType(scalar(primitive.result()), types));
  }

  private static MethodHandle find(KernelMethod kernel) {
    List<Class<?>> types = new ArrayList<>();
    if (kernel.random()) {
      types.add(RandomStream.class);
    }
    kernel.parameters().forEach(parameter -> addTypes(parameter, types));
    Class<?> result = kernel.makes() ? Stretch.class : returned(kernel.result());
    return find(kernel.owner(), kernel.method(), MethodType.methodType(result, types));
  }

  private static void addTypes(KernelMethod.Parameter parameter, List<Class<?>> types) {
    CoreType type = parameter.type();
    if (parameter.mode() == KernelMethod.Mode.TEXT) {
      types.add(String.class);
    } else if (parameter.mode().isFunction()) {
      types.add(
          switch (parameter.mode()) {
            case CURVED -> CurvedCallback.class;
            case JOBS -> BoundCallback.class;
            default -> Callback.class;
          });
    } else if (parameter.mode().isFrame()) {
      return;
    } else if (type.isScalar()) {
      types.add(scalar(type.kind()));
    } else {
      types.add(type.kind() == Kind.INT ? int[].class : double[].class);
      types.add(int.class);
      int sizes = parameter.mode() == KernelMethod.Mode.ADJOINT ? 0 : type.rank();
      for (int d = 0; d < sizes; d++) {
        types.add(int.class);
      }
    }
  }

  private static MethodHandle find(String owner, String method, MethodType type) {
    try {
      Class<?> in = Class.forName(owner.replace('/', '.'));
      return MethodHandles.publicLookup().findStatic(in, method, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no public " + owner + "." + method + type, e);
    }
  }

  /** Of a scalar or a trace. */
  private static Class<?> returned(Optional<CoreType> type) {
    if (type.isEmpty()) {
      return void.class;
    }
    return type.get().isScalar() ? scalar(type.get().kind()) : double[].class;
  }

  private static Class<?> scalar(Kind kind) {
    return kind == Kind.INT ? int.class : double.class;
  }
}
