package org.stanj.compiler.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Primitive;
import org.stanj.stdlib.abi.BoundCallback;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.CurvedCallback;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Stretch;

class LibraryTest {
  private static final Library LIBRARY = Library.load();

  @Test
  void everyEntryCanBeRead() {
    for (String name : LIBRARY.names()) {
      assertFalse(LIBRARY.functions(name).isEmpty(), name);
    }
    assertTrue(LIBRARY.names().contains("normal_lpdf"));
  }

  @Test
  void everyPrimitiveIsAJavaMethod() throws ReflectiveOperationException {
    for (String name : LIBRARY.names()) {
      for (LibraryFunction function : LIBRARY.functions(name)) {
        if (function.primitive().isPresent()) {
          assertExists(name, function.primitive().get());
        }
      }
    }
  }

  @Test
  void everyFormInLanesIsThere() throws ReflectiveOperationException, IOException {
    int found = 0;
    for (String name : LIBRARY.names()) {
      for (LibraryFunction function : LIBRARY.functions(name)) {
        if (function.primitive().isPresent()) {
          found += lanes(function.primitive().get());
        }
      }
    }
    assertTrue(found > 20, () -> "few forms");
  }

  private static int lanes(Primitive p) throws ReflectiveOperationException, IOException {
    int n = p.parameters().size();
    switch (p.lanes().kind()) {
      case BLOCK -> {
        Class<?>[] reals = new Class<?>[n];
        Arrays.fill(reals, double.class);
        Method twin = type(p.lanes().twins()).getMethod(p.method(), reals);
        assertEquals(double.class, twin.getReturnType());
        List<Class<?>> stretches = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
          stretches.addAll(List.of(double[].class, int.class, int.class));
        }
        Method block =
            type(p.lanes().blocks()).getMethod(p.method(), stretches.toArray(new Class<?>[0]));
        assertEquals(p.rejects() ? int.class : void.class, block.getReturnType());
      }
      case OPERATION -> {
        // Read, not loaded: it names vectors.
        Set<String> methods = new HashSet<>();
        new ClassReader("org.stanj.stdlib.lanes.Lanes")
            .accept(
                new ClassVisitor(Opcodes.ASM9) {
                  @Override
                  public MethodVisitor visitMethod(
                      int access, String name, String type, String generic, String[] thrown) {
                    methods.add(name);
                    return null;
                  }
                },
                0);
        assertTrue(methods.contains(p.method()), p.method());
      }
      case FORMULA -> assertFalse(p.rejects(), p.entry());
      case NONE -> {
        return 0;
      }
    }
    return 1;
  }

  private static Class<?> type(String internal) throws ClassNotFoundException {
    return Class.forName(internal.replace('/', '.'));
  }

  @Test
  void noTwoPrimitivesAreTakenForOne() {
    Set<Primitive> seen = new HashSet<>();
    for (String name : LIBRARY.names()) {
      for (LibraryFunction function : LIBRARY.functions(name)) {
        function.primitive().ifPresent(p -> assertTrue(seen.add(p), p.entry()));
      }
    }
    assertTrue(seen.size() > 100);
  }

  @Test
  void overloadsOfOneNameDifferInTheirTypes() {
    for (String name : LIBRARY.names()) {
      Set<List<String>> seen = new HashSet<>();
      for (LibraryFunction function : LIBRARY.functions(name)) {
        List<String> types =
            function.parameters().stream().map(LibraryFunction.Parameter::type).toList();
        assertTrue(seen.add(types), name + types);
      }
    }
  }

  @Test
  void messagesMayHaveTheirOwnNames() {
    Library library =
        Library.ofText(
            "a.stan",
            """
            @builtin
            @says spoken
            real f(real y "Scale parameter|Scale Parameter");
            """);
    LibraryFunction f = library.functions("f").get(0);
    assertEquals("spoken", f.nameInMessages());
    assertEquals("Scale parameter", f.parameters().get(0).label());
    assertEquals("Scale Parameter", f.parameters().get(0).sizeLabel());
  }

  private static void assertExists(String name, Primitive primitive)
      throws ReflectiveOperationException {
    List<Class<?>> types = new ArrayList<>();
    if (primitive.random()) {
      types.add(RandomStream.class);
    }
    primitive.parameters().forEach(kind -> types.add(scalar(kind)));
    Method method = method(primitive.owner(), primitive.method(), types);
    assertTrue(Modifier.isStatic(method.getModifiers()), name);
    assertEquals(scalar(primitive.result()), method.getReturnType(), name);
  }

  @Test
  void everyKernelIsAJavaMethod() throws ReflectiveOperationException {
    for (String name : LIBRARY.kernelNames()) {
      KernelMethod kernel = LIBRARY.kernel(name).orElseThrow().method();
      Method method = method(kernel.owner(), kernel.method(), operands(kernel));
      assertTrue(Modifier.isStatic(method.getModifiers()), name);
      Class<?> result = kernel.makes() ? Stretch.class : returned(kernel.result());
      assertEquals(result, method.getReturnType(), name);
      if (kernel.differentiable()) {
        KernelMethod adjoint = kernel.adjoint();
        Method back = method(adjoint.owner(), adjoint.method(), operands(adjoint));
        assertEquals(void.class, back.getReturnType(), name);
      }
    }
  }

  /** Of a scalar or a trace. */
  private static Class<?> returned(Optional<CoreType> type) {
    if (type.isEmpty()) {
      return void.class;
    }
    return type.get().isScalar() ? scalar(type.get().kind()) : double[].class;
  }

  private static Class<?> callback(KernelMethod.Mode mode) {
    return switch (mode) {
      case CURVED -> CurvedCallback.class;
      case JOBS -> BoundCallback.class;
      default -> Callback.class;
    };
  }

  private static List<Class<?>> operands(KernelMethod kernel) {
    List<Class<?>> types = new ArrayList<>();
    if (kernel.random()) {
      types.add(RandomStream.class);
    }
    for (KernelMethod.Parameter parameter : kernel.parameters()) {
      CoreType type = parameter.type();
      if (parameter.mode().isFunction()) {
        types.add(callback(parameter.mode()));
      } else if (parameter.mode() == KernelMethod.Mode.TEXT) {
        types.add(String.class);
      } else if (type.isScalar()) {
        types.add(scalar(type.kind()));
      } else if (!parameter.mode().isFrame()) {
        types.add(type.kind() == Kind.INT ? int[].class : double[].class);
        int sizes = parameter.mode() == KernelMethod.Mode.ADJOINT ? 0 : type.rank();
        for (int i = 0; i <= sizes; i++) {
          types.add(int.class);
        }
      }
    }
    return types;
  }

  private static Method method(String owner, String name, List<Class<?>> types)
      throws ReflectiveOperationException {
    return Class.forName(owner.replace('/', '.')).getMethod(name, types.toArray(new Class<?>[0]));
  }

  private static Class<?> scalar(Kind kind) {
    return kind == Kind.INT ? int.class : double.class;
  }

  @Test
  void publicFunctionsAreStans() {
    TreeSet<String> unknown = new TreeSet<>();
    for (String name : LIBRARY.names()) {
      boolean internal = LIBRARY.functions(name).stream().allMatch(LibraryFunction::internal);
      boolean old = LIBRARY.replacement(name).isPresent();
      boolean transform = name.endsWith("_jacobian") || name.endsWith("_unconstrain");
      if (!internal && !old && !transform && !Library.isNameInStan(name)) {
        unknown.add(name);
      }
    }
    assertEquals(new TreeSet<>(), unknown, "mark as Internal. in the doc line");
  }

  @Test
  void readsEveryFormOfHeader() {
    Library library =
        Library.ofText(
            "test.stan",
            """
            // A comment.

            /// Doc one.
            /// Doc two.
            real a_lpdf(reals<not_nan> y "Random variable" | flat<finite, greater(y)> b "B; {x}") {
              // body
              if (y > 0) {
                return 1;
              }

              return 2;
            }
            /// Internal.
            @elementwise
            @java Some.method
            @d x = result * (1 - result)
            @d y = f(x, y)
            real f(real x, int y);

            @builtin
            array[] T g(array[,] T x, any y);

            @deprecated f
            like x old(flat x) { return x; }
            kernel Sorting.sort(vector x, real a, out matrix y);
            @constant kernel Sorting.order(array[,] int x) -> int;
            @random
            kernel Some.draw(out array[] matrix y);
            """);
    LibraryFunction a = library.functions("a_lpdf").get(0);
    assertEquals("Doc one. Doc two.", a.documentation());
    assertEquals(
        List.of(
            new LibraryFunction.Parameter(
                "reals", "y", "Random variable", "Random variable", "not_nan"),
            new LibraryFunction.Parameter("flat", "b", "B; {x}", "B; {x}", "finite, greater(y)")),
        a.parameters());
    assertTrue(a.text().startsWith("real a_lpdf(real y, vector b) {\n"), a.text());
    assertTrue(a.text().endsWith("return 2;\n}"), a.text());
    LibraryFunction f = library.functions("f").get(0);
    assertTrue(f.elementwise());
    assertTrue(f.internal());
    assertEquals("f(x, y)", f.derivatives().get("y"));
    assertEquals("array[,] T", library.functions("g").get(0).parameters().get(0).type());
    assertEquals("f", library.replacement("old").orElseThrow());
    assertEquals("like x", library.functions("old").get(0).result());
    KernelMethod sort = library.kernel("Sorting_sort").orElseThrow().method();
    assertTrue(sort.differentiable());
    assertEquals(new CoreType(Kind.REAL, 2, true), sort.parameters().get(2).type());
    assertEquals(KernelMethod.Mode.OUT, sort.parameters().get(2).mode());
    assertFalse(library.kernel("Sorting_order").orElseThrow().method().differentiable());
    assertEquals(
        "org/stanj/stdlib/random/Some", library.kernel("Some_draw").orElseThrow().method().owner());
  }
}
