package org.stanj.compiler.format;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Transform;
import org.stanj.compiler.syntax.TypeSyntax;
import org.stanj.compiler.syntax.UnsizedType;

/** Writes types, sized and unsized. The results of the visitors' methods are not used. */
final class TypeFormat
    implements TypeSyntax.Visitor<TypeFormat>,
        UnsizedType.Visitor<TypeFormat>,
        Transform.Visitor<TypeFormat> {
  private final LineBreaker layout;
  private final ExpressionFormat expressions;

  TypeFormat(Page page, ExpressionFormat expressions) {
    this.layout = page.layout();
    this.expressions = expressions;
  }

  private TypeFormat text(String text) {
    layout.text(text);
    return this;
  }

  @Override
  public TypeFormat basic(TypeSyntax.Basic node) {
    text(node.type().keyword());
    node.transform().accept(this);
    return sizes(node.sizes());
  }

  @Override
  public TypeFormat constrained(TypeSyntax.Constrained node) {
    text(node.type().keyword());
    return sizes(node.sizes());
  }

  private TypeFormat sizes(List<Expression> sizes) {
    if (sizes.isEmpty()) {
      return this;
    }
    String separator = "[";
    for (Expression size : sizes) {
      text(separator);
      size.accept(expressions);
      separator = ", ";
    }
    return text("]");
  }

  @Override
  public TypeFormat array(TypeSyntax.Array node) {
    text("array[");
    layout.open(LineBreaker.Box.STRUCTURE, 0);
    Expression last = node.sizes().get(node.sizes().size() - 1);
    expressions.list(node.sizes(), TextPosition.endOf(last.span()));
    layout.close();
    text("] ");
    return node.element().accept(this);
  }

  @Override
  public TypeFormat tuple(TypeSyntax.Tuple node) {
    openTuple();
    for (int i = 0; i < node.elements().size(); i++) {
      separate(i);
      node.elements().get(i).accept(this);
    }
    return closeTuple();
  }

  @Override
  public TypeFormat basic(UnsizedType.Basic node) {
    return text(node.type().keyword());
  }

  @Override
  public TypeFormat array(UnsizedType.Array node) {
    text("array[" + ",".repeat(node.dimensions() - 1) + "] ");
    return node.element().accept(this);
  }

  @Override
  public TypeFormat tuple(UnsizedType.Tuple node) {
    openTuple();
    for (int i = 0; i < node.elements().size(); i++) {
      separate(i);
      node.elements().get(i).accept(this);
    }
    return closeTuple();
  }

  private void openTuple() {
    text("tuple(");
    layout.open(LineBreaker.Box.STRUCTURE, 0);
  }

  private void separate(int position) {
    if (position > 0) {
      text(",");
      layout.space();
    }
  }

  private TypeFormat closeTuple() {
    layout.close();
    return text(")");
  }

  @Override
  public TypeFormat identity(Transform.Identity node) {
    return this;
  }

  @Override
  public TypeFormat bounds(Transform.Bounds node) {
    return transform("lower=", node.lower(), "upper=", node.upper());
  }

  @Override
  public TypeFormat affine(Transform.Affine node) {
    return transform("offset=", node.offset(), "multiplier=", node.multiplier());
  }

  private TypeFormat transform(
      String word, Optional<Expression> first, String other, Optional<Expression> second) {
    text("<");
    layout.open(LineBreaker.Box.STRUCTURE, 0);
    bound(word, first);
    separate(first.isPresent() && second.isPresent() ? 1 : 0);
    bound(other, second);
    layout.close();
    return text(">");
  }

  private void bound(String word, Optional<Expression> value) {
    if (value.isPresent()) {
      text(word);
      value.get().accept(expressions);
    }
  }
}
