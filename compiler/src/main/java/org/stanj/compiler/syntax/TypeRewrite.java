package org.stanj.compiler.syntax;

/** Replaces the expressions inside types. */
final class TypeRewrite implements TypeSyntax.Visitor<TypeSyntax>, Transform.Visitor<Transform> {
  private final ExpressionRewrite expressions;

  TypeRewrite(ExpressionRewrite expressions) {
    this.expressions = expressions;
  }

  @Override
  public TypeSyntax basic(TypeSyntax.Basic node) {
    return new TypeSyntax.Basic(
        node.type(), node.transform().accept(this), expressions.all(node.sizes()), node.span());
  }

  @Override
  public TypeSyntax constrained(TypeSyntax.Constrained node) {
    return new TypeSyntax.Constrained(node.type(), expressions.all(node.sizes()), node.span());
  }

  @Override
  public TypeSyntax array(TypeSyntax.Array node) {
    return new TypeSyntax.Array(
        expressions.all(node.sizes()), node.element().accept(this), node.span());
  }

  @Override
  public TypeSyntax tuple(TypeSyntax.Tuple node) {
    return new TypeSyntax.Tuple(
        node.elements().stream().map(element -> element.accept(this)).toList(), node.span());
  }

  @Override
  public Transform identity(Transform.Identity node) {
    return node;
  }

  @Override
  public Transform bounds(Transform.Bounds node) {
    return new Transform.Bounds(expressions.bound(node.lower()), expressions.bound(node.upper()));
  }

  @Override
  public Transform affine(Transform.Affine node) {
    return new Transform.Affine(
        expressions.bound(node.offset()), expressions.bound(node.multiplier()));
  }
}
