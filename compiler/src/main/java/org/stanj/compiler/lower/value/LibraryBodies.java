package org.stanj.compiler.lower.value;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.library.Constraint;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryKernel;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** The library as lowering needs it: checked bodies and derivatives, on demand. */
public interface LibraryBodies {
  /** All overloads of a name. */
  List<LibraryFunction> named(String name);

  /** A kernel by the name that bodies call it. */
  LibraryKernel kernel(String name);

  /** The type whose name is a constraint. */
  Constraint constraint(String type);

  /**
   * The sizes of one element of such a type on the unconstrained scale; references are to symbols
   * named as the sizes in its declaration.
   */
  List<TypedExpr> freeSizes(Constraint constraint);

  /** The checked body of a function whose form is BODY. */
  UserFunction body(LibraryFunction function);

  /**
   * The partial derivative of a primitive by a parameter; references are to symbols named as the
   * parameters and {@code result}. Empty if it is zero; the prelude must say which it is.
   */
  Optional<TypedExpr> derivative(LibraryFunction function, String parameter);

  /** Notes the function behind a primitive that the program uses. */
  void remember(LibraryFunction primitive);

  /** The function behind a primitive that the program uses. */
  LibraryFunction behind(Primitive primitive);
}
