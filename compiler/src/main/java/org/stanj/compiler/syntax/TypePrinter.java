package org.stanj.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes types, sized and unsized. */
final class TypePrinter {
  static final TypeSyntax.Visitor<String> SIZED = new Sized();
  static final UnsizedType.Visitor<String> UNSIZED = new Unsized();

  private TypePrinter() {}

  private static final class Sized implements TypeSyntax.Visitor<String> {
    @Override
    public String basic(TypeSyntax.Basic node) {
      return node.type().keyword()
          + node.transform().accept(TransformPrinter.INSTANCE)
          + sizes(node.sizes());
    }

    @Override
    public String constrained(TypeSyntax.Constrained node) {
      return node.type().keyword() + sizes(node.sizes());
    }

    @Override
    public String array(TypeSyntax.Array node) {
      return "array" + sizes(node.sizes()) + " " + node.element().accept(this);
    }

    @Override
    public String tuple(TypeSyntax.Tuple node) {
      return node.elements().stream()
          .map(element -> element.accept(this))
          .collect(Collectors.joining(", ", "tuple(", ")"));
    }

    private static String sizes(List<Expression> sizes) {
      return sizes.isEmpty() ? "" : "[" + ExpressionPrinter.list(sizes) + "]";
    }
  }

  private static final class Unsized implements UnsizedType.Visitor<String> {
    @Override
    public String basic(UnsizedType.Basic node) {
      return node.type().keyword();
    }

    @Override
    public String array(UnsizedType.Array node) {
      String commas = ",".repeat(node.dimensions() - 1);
      return "array[" + commas + "] " + node.element().accept(this);
    }

    @Override
    public String tuple(UnsizedType.Tuple node) {
      return node.elements().stream()
          .map(element -> element.accept(this))
          .collect(Collectors.joining(", ", "tuple(", ")"));
    }
  }

  private static final class TransformPrinter implements Transform.Visitor<String> {
    static final TransformPrinter INSTANCE = new TransformPrinter();

    @Override
    public String identity(Transform.Identity node) {
      return "";
    }

    @Override
    public String bounds(Transform.Bounds node) {
      return pair("lower", node.lower(), "upper", node.upper());
    }

    @Override
    public String affine(Transform.Affine node) {
      return pair("offset", node.offset(), "multiplier", node.multiplier());
    }

    private static String pair(
        String first, Optional<Expression> a, String second, Optional<Expression> b) {
      List<String> parts = new ArrayList<>();
      a.ifPresent(value -> parts.add(first + "=" + SyntaxPrinter.print(value)));
      b.ifPresent(value -> parts.add(second + "=" + SyntaxPrinter.print(value)));
      return "<" + String.join(", ", parts) + ">";
    }
  }
}
