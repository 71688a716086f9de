package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.LibraryBodies;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/** Lowers the prelude's derivative texts where a reverse sweep needs them. */
public final class PrimitiveDerivatives {
  private static final Span NOWHERE = new Span(SourceFile.of("prelude", ""), 1, 0, 1, 0);

  private final LibraryBodies library;

  public PrimitiveDerivatives(LibraryBodies library) {
    this.library = library;
  }

  /** The function of one real that the prelude has under a name, for passes that write calls. */
  public Primitive ofReal(String name) {
    LibraryFunction f =
        library.named(name).stream()
            .filter(g -> g.primitive().filter(PrimitiveDerivatives::isOfReal).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the prelude has no " + name));
    library.remember(f);
    return f.primitive().orElseThrow();
  }

  private static boolean isOfReal(Primitive p) {
    return p.result() == Kind.REAL && p.parameters().equals(List.of(Kind.REAL));
  }

  /** See {@code differentiate.Derivatives}. */
  public Optional<Expr> partial(
      Expr.Apply apply, int argument, Expr result, Names names, Consumer<Stmt> out) {
    String parameter = library.behind(apply.primitive()).parameters().get(argument).name();
    return text(apply, parameter, result, names, out);
  }

  /** What a function is over others that blocks can evaluate; its form in lanes is a formula. */
  public Expr inBlocks(Expr.Apply apply) {
    List<Stmt> statements = new ArrayList<>();
    Expr formula =
        text(apply, LibraryFunction.IN_BLOCKS, apply, new Names(), statements::add).orElseThrow();
    if (!statements.isEmpty()) {
      throw new IllegalStateException("not an expression: " + apply.primitive().entry());
    }
    return formula;
  }

  private Optional<Expr> text(
      Expr.Apply apply, String parameter, Expr result, Names names, Consumer<Stmt> out) {
    LibraryFunction f = library.behind(apply.primitive());
    Lowerer lowerer = new Lowerer(new Gathered(library, "", LineNumbers.NONE), names);
    Optional<Expr> partial =
        lowerer.library.derivative(f, parameter, apply.arguments(), result, NOWHERE);
    lowerer.builder.statements().forEach(out);
    return partial;
  }
}
