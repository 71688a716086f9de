package org.stanj.compiler.info;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stanj.compiler.syntax.BasicType;
import org.stanj.compiler.syntax.TypeSyntax;

/** A type as {@code --info} gives it: what the scalars are, and how many dimensions there are. */
record TypeInfo(Json scalar, int dimensions) {
  static Json of(TypeSyntax type) {
    TypeInfo info = type.accept(new Reader());
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("type", info.scalar());
    members.put("dimensions", new Json.Whole(info.dimensions()));
    return new Json.Members(members);
  }

  private static final class Reader implements TypeSyntax.Visitor<TypeInfo> {
    @Override
    public TypeInfo basic(TypeSyntax.Basic node) {
      return of(node.type());
    }

    @Override
    public TypeInfo constrained(TypeSyntax.Constrained node) {
      return of(node.type().shape());
    }

    private static TypeInfo of(BasicType type) {
      String scalar =
          switch (type) {
            case INT -> "int";
            case REAL, VECTOR, ROW_VECTOR, MATRIX -> "real";
            case COMPLEX, COMPLEX_VECTOR, COMPLEX_ROW_VECTOR, COMPLEX_MATRIX -> "complex";
          };
      return new TypeInfo(new Json.Text(scalar), type.sizes());
    }

    @Override
    public TypeInfo array(TypeSyntax.Array node) {
      TypeInfo element = node.element().accept(this);
      return new TypeInfo(element.scalar(), element.dimensions() + node.sizes().size());
    }

    @Override
    public TypeInfo tuple(TypeSyntax.Tuple node) {
      return new TypeInfo(new Json.Array(node.elements().stream().map(TypeInfo::of).toList()), 0);
    }
  }
}
