package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.TypeSyntax;
import org.stanj.compiler.typed.SizedType;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;

/** Types, sizes and constraints of declarations. */
final class SizedTypes implements TypeSyntax.Visitor<SizedType> {
  private final Session session;
  private final Expressions expressions;
  private final boolean top;

  /**
   * @param top whether the declarations stand at the top of a block, where sizes must be data
   */
  SizedTypes(Session session, Expressions expressions, boolean top) {
    this.session = session;
    this.expressions = expressions;
    this.top = top;
  }

  @Override
  public SizedType basic(TypeSyntax.Basic node) {
    return constrained(node, Types.of(node.type()), sizes(node.sizes()));
  }

  @Override
  public SizedType constrained(TypeSyntax.Constrained node) {
    String keyword = node.type().keyword();
    return new SizedType(
        Types.of(node.type().shape()), sizes(node.sizes()), new Transform.Named(keyword));
  }

  /** The bounds of an array's elements may have the shape of the whole array. */
  @Override
  public SizedType array(TypeSyntax.Array node) {
    List<TypedExpr> sizes = new ArrayList<>(sizes(node.sizes()));
    int dims = sizes.size();
    if (node.element() instanceof TypeSyntax.Basic basic) {
      sizes.addAll(sizes(basic.sizes()));
      return constrained(basic, StanType.arrayOf(Types.of(basic.type()), dims), sizes);
    }
    SizedType element = node.element().accept(this);
    sizes.addAll(element.sizes());
    return new SizedType(
        StanType.arrayOf(element.type(), dims), sizes, element.transform(), element.members());
  }

  @Override
  public SizedType tuple(TypeSyntax.Tuple node) {
    List<SizedType> members = node.elements().stream().map(e -> e.accept(this)).toList();
    StanType type = StanType.tupleOf(members.stream().map(SizedType::type).toList());
    return new SizedType(type, List.of(), new Transform.None(), members);
  }

  private SizedType constrained(TypeSyntax.Basic node, StanType type, List<TypedExpr> sizes) {
    return new SizedType(type, sizes, new Bounds(type, node.span()).transform(node.transform()));
  }

  private List<TypedExpr> sizes(List<Expression> sizes) {
    if (!top) {
      return sizes.stream().map(size -> expressions.intValue(size, "A size")).toList();
    }
    Surroundings here = session.place();
    session.moveTo(here.inSize());
    List<TypedExpr> typed = sizes.stream().map(this::topSize).toList();
    session.moveTo(here);
    return typed;
  }

  private TypedExpr topSize(Expression size) {
    TypedExpr typed = expressions.intValue(size, "A size");
    if (!Levels.isSizeOfData(typed)) {
      throw DiagnosticException.of(ErrorCode.SIZE_NOT_DATA, size.span());
    }
    return typed;
  }

  /** Types the bounds of a variable. */
  private final class Bounds {
    private final StanType type;
    private final Span span;

    Bounds(StanType type, Span span) {
      this.type = type;
      this.span = span;
    }

    Transform transform(org.stanj.compiler.syntax.Transform written) {
      return written.accept(
          new org.stanj.compiler.syntax.Transform.Visitor<>() {
            @Override
            public Transform identity(org.stanj.compiler.syntax.Transform.Identity node) {
              return new Transform.None();
            }

            @Override
            public Transform bounds(org.stanj.compiler.syntax.Transform.Bounds node) {
              requireNotComplex();
              return new Transform.Bounds(typed(node.lower()), typed(node.upper()));
            }

            @Override
            public Transform affine(org.stanj.compiler.syntax.Transform.Affine node) {
              requireNotComplex();
              if (type.isInt()) {
                throw new AssertionError("an int with an offset passed the parser");
              }
              return new Transform.OffsetMultiplier(typed(node.offset()), typed(node.multiplier()));
            }
          });
    }

    private void requireNotComplex() {
      if (type.isComplex()) {
        throw DiagnosticException.of(ErrorCode.COMPLEX_CONSTRAINT, span);
      }
    }

    private Optional<TypedExpr> typed(Optional<Expression> bound) {
      return bound.map(this::typed);
    }

    /** A scalar, or a container of the variable's shape. */
    private TypedExpr typed(Expression bound) {
      TypedExpr value = expressions.check(bound);
      StanType scalar = type.isInt() ? StanType.INT : StanType.REAL;
      if (Types.promotes(value.type(), scalar)) {
        return Types.promote(value, scalar);
      }
      if (Types.promotes(value.type(), type)) {
        return Types.promote(value, type);
      }
      throw DiagnosticException.of(
          ErrorCode.BOUND_TYPE,
          bound.span(),
          scalar.toString(),
          type.rank() == 0 ? "" : " or " + type,
          value.type().toString());
    }
  }
}
