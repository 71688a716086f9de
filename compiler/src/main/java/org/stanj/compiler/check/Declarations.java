package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Declaration.Declarator;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.SizedType;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;

/** Checks declarations and makes their variables visible. */
final class Declarations {
  private final Session session;
  private final Expressions expressions;

  Declarations(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  /**
   * One typed declaration for each name.
   *
   * @param top whether it stands at the top of a block
   */
  List<Declaration> check(org.stanj.compiler.syntax.Declaration node, boolean top) {
    SizedType sized = node.type().accept(new SizedTypes(session, expressions, top));
    if (top && isParameterBlock() && holdsInts(sized.type())) {
      throw DiagnosticException.of(ErrorCode.INT_PARAMETER, node.span());
    }
    List<Declaration> declarations = new ArrayList<>();
    for (Declarator declarator : node.variables()) {
      declarations.add(declare(declarator, sized, top, node.span()));
    }
    return declarations;
  }

  private static boolean holdsInts(StanType type) {
    return type.isInt() || type.members().stream().anyMatch(Declarations::holdsInts);
  }

  private boolean isParameterBlock() {
    Region region = session.place().region();
    return region == Region.PARAMETERS || region == Region.TRANSFORMED_PARAMETERS;
  }

  private Declaration declare(Declarator declarator, SizedType sized, boolean top, Span span) {
    StanType type = sized.type();
    Region region = session.place().region();
    Symbol symbol =
        new Symbol(
            declarator.name().name(),
            type,
            top ? region.origin() : Symbol.Origin.LOCAL,
            region.allData() || type.isInt(),
            declarator.name().span());
    session.declare(declarator.name(), symbol);
    Optional<TypedExpr> initial = declarator.initializer().map(e -> initial(e, symbol, span));
    return new Declaration(symbol, sized, initial, span);
  }

  private TypedExpr initial(Expression e, Symbol symbol, Span span) {
    TypedExpr value = expressions.check(e);
    if (!Types.promotes(value.type(), symbol.type())) {
      throw DiagnosticException.of(
          ErrorCode.ASSIGNED_TYPE,
          span,
          symbol.name(),
          symbol.type().toString(),
          value.type().toString());
    }
    if (Levels.mentions(value, symbol)) {
      session.warn(ErrorCode.READ_IN_OWN_DECLARATION, span, symbol.name());
    }
    return Types.promote(value, symbol.type());
  }
}
