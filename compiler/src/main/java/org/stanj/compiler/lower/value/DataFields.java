package org.stanj.compiler.lower.value;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.typed.Symbol;

/** Fields of the model that hold data and transformed data. */
public final class DataFields {
  private DataFields() {}

  /** A new field for a data variable. */
  public static Var add(Gathered gathered, Symbol symbol) {
    Var field =
        new Var(
            gathered.fieldNames.fresh(symbol.name()),
            Value.coreType(symbol.type()),
            Var.Storage.FIELD);
    gathered.fields.add(field);
    gathered.fieldOf.put(symbol, field);
    return field;
  }

  /** Functions see no data by name, but slices of sums may: data symbols are always bound. */
  public static void bind(Builder body) {
    body.gathered.fieldOf.forEach(
        (symbol, field) -> body.values.put(symbol, fieldValue(body, symbol, field)));
    body.gathered.compositeData.forEach(d -> Components.bind(body, d));
  }

  private static Value fieldValue(Builder body, Symbol symbol, Var field) {
    if (field.isScalar()) {
      body.constants.add(field);
      return new Value.Scalar(symbol.type(), Exprs.read(field), false);
    }
    List<Expr> sizes = body.gathered.fieldSizes.getOrDefault(field, Shapes.dims(field));
    return new Value.Stored(symbol.type(), field, sizes, false);
  }
}
