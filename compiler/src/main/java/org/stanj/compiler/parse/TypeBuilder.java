package org.stanj.compiler.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BasicType;
import org.stanj.compiler.syntax.ConstrainedType;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.SyntaxPrinter;
import org.stanj.compiler.syntax.Transform;
import org.stanj.compiler.syntax.TypeSyntax;
import org.stanj.compiler.syntax.UnsizedType;
import org.stanj.grammar.StanParser;
import org.stanj.grammar.StanParser.BoundContext;
import org.stanj.grammar.StanParser.LocalElementContext;
import org.stanj.grammar.StanParser.LocalTypeContext;
import org.stanj.grammar.StanParser.SizesContext;
import org.stanj.grammar.StanParser.TopElementContext;
import org.stanj.grammar.StanParser.TopTypeContext;
import org.stanj.grammar.StanParser.TransformContext;
import org.stanj.grammar.StanParser.UnsizedElementContext;
import org.stanj.grammar.StanParser.UnsizedTypeContext;

/** Builds types, sized and unsized, from the parse tree. */
final class TypeBuilder {
  private final ExpressionBuilder expressions;
  private final LegacyForms legacy;

  TypeBuilder(ExpressionBuilder expressions, LegacyForms legacy) {
    this.expressions = expressions;
    this.legacy = legacy;
  }

  /** The constrained type with a given keyword. */
  static ConstrainedType constrainedType(String keyword) {
    return ConstrainedType.valueOf(keyword.toUpperCase(Locale.ROOT));
  }

  private static BasicType basicType(String keyword) {
    return BasicType.valueOf(keyword.toUpperCase(Locale.ROOT));
  }

  TypeSyntax top(TopTypeContext context) {
    return arrayOf(context.sizes(), element(context.topElement()), Spans.of(context));
  }

  TypeSyntax local(LocalTypeContext context) {
    return arrayOf(context.sizes(), element(context.localElement()), Spans.of(context));
  }

  private TypeSyntax arrayOf(@Nullable SizesContext sizes, TypeSyntax element, Span span) {
    return sizes == null ? element : new TypeSyntax.Array(sizes(sizes), element, span);
  }

  List<Expression> sizes(SizesContext context) {
    return expressions.buildAll(context);
  }

  private TypeSyntax element(TopElementContext context) {
    Span span = Spans.of(context);
    if (!context.topType().isEmpty()) {
      return new TypeSyntax.Tuple(context.topType().stream().map(this::top).toList(), span);
    }
    String keyword = context.getStart().getText();
    List<Expression> sizes = expressions.buildAll(context);
    if (ExpectedTokens.isConstrainedType(context.getStart().getType())) {
      return new TypeSyntax.Constrained(constrainedType(keyword), sizes, span);
    }
    Transform transform =
        context.INT() == null ? transform(context.transform()) : bounds(context.intTransform());
    return new TypeSyntax.Basic(basicType(keyword), transform, sizes, span);
  }

  private TypeSyntax element(LocalElementContext context) {
    Span span = Spans.of(context);
    if (!context.localType().isEmpty()) {
      return new TypeSyntax.Tuple(context.localType().stream().map(this::local).toList(), span);
    }
    BasicType type = basicType(context.getStart().getText());
    List<Expression> sizes = expressions.buildAll(context);
    return new TypeSyntax.Basic(type, new Transform.Identity(), sizes, span);
  }

  private Transform transform(@Nullable TransformContext context) {
    if (context == null) {
      return new Transform.Identity();
    }
    if (context.LOWER() != null || context.UPPER() != null) {
      return bounds(context);
    }
    return new Transform.Affine(
        after(context, StanParser.OFFSET), after(context, StanParser.MULTIPLIER));
  }

  private Transform bounds(@Nullable ParserRuleContext context) {
    return context == null
        ? new Transform.Identity()
        : new Transform.Bounds(after(context, StanParser.LOWER), after(context, StanParser.UPPER));
  }

  /** The bound after a keyword, if the keyword is there. */
  private Optional<Expression> after(ParserRuleContext context, int keyword) {
    ParseTree word = context.getToken(keyword, 0);
    if (word == null) {
      return Optional.empty();
    }
    int position = context.children.indexOf(word) + 2;
    return Optional.of(expressions.chain((BoundContext) context.getChild(position)));
  }

  UnsizedType unsized(UnsizedTypeContext context) {
    UnsizedType element = unsizedElement(context.unsizedElement());
    if (context.LBRACKET() == null) {
      return element;
    }
    int dimensions = context.COMMA().size() + 1;
    UnsizedType array = new UnsizedType.Array(dimensions, element, Spans.of(context));
    if (context.ARRAY() == null) {
      legacy.met(
          ErrorCode.OLD_ARRAY_SYNTAX,
          Spans.of(context.LBRACKET()).to(Spans.of(context.RBRACKET())),
          SyntaxPrinter.print(array));
    }
    return array;
  }

  private UnsizedType unsizedElement(UnsizedElementContext context) {
    Span span = Spans.of(context);
    if (context.unsizedTuple() == null) {
      return new UnsizedType.Basic(basicType(context.getText()), span);
    }
    List<UnsizedType> elements =
        context.unsizedTuple().unsizedType().stream().map(this::unsized).toList();
    return new UnsizedType.Tuple(elements, span);
  }
}
