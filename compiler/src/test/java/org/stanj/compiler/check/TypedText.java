package org.stanj.compiler.check;

import java.util.List;
import java.util.stream.Collectors;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;
import org.stanj.compiler.typed.TypedPlace;

/**
 * Writes typed expressions with parentheses everywhere, a promotion as {@code <type>x}, a call that
 * drops constants as {@code f!(x)}.
 */
final class TypedText implements TypedExpr.Visitor<String> {
  static String of(TypedExpr e) {
    return e.accept(new TypedText());
  }

  private static String list(List<TypedExpr> all) {
    return all.stream().map(TypedText::of).collect(Collectors.joining(", "));
  }

  @Override
  public String intConstant(TypedExpr.IntConstant e) {
    return "" + e.value();
  }

  @Override
  public String realConstant(TypedExpr.RealConstant e) {
    return "" + e.value();
  }

  @Override
  public String imaginaryConstant(TypedExpr.ImaginaryConstant e) {
    return e.value() + "i";
  }

  @Override
  public String tupleLiteral(TypedExpr.TupleLiteral e) {
    return "(" + list(e.members()) + ")";
  }

  @Override
  public String projection(TypedExpr.Projection e) {
    return of(e.base()) + "." + (e.member() + 1);
  }

  static String of(TypedPlace place) {
    StringBuilder text = new StringBuilder(place.symbol().name());
    for (TypedPlace.Step step : place.steps()) {
      text.append(
          step instanceof TypedPlace.At at
              ? indices(at.indices())
              : "." + (((TypedPlace.Member) step).index() + 1));
    }
    return text.toString();
  }

  @Override
  public String reference(TypedExpr.Reference e) {
    return e.symbol().name();
  }

  @Override
  public String promote(TypedExpr.Promote e) {
    return "<" + e.type() + ">" + of(e.value());
  }

  @Override
  public String unary(TypedExpr.Unary e) {
    return e.operator() + "(" + of(e.operand()) + ")";
  }

  @Override
  public String binary(TypedExpr.Binary e) {
    return "(" + of(e.left()) + " " + e.operator() + " " + of(e.right()) + ")";
  }

  @Override
  public String conditional(TypedExpr.Conditional e) {
    return "(" + of(e.test()) + " ? " + of(e.yes()) + " : " + of(e.no()) + ")";
  }

  @Override
  public String indexed(TypedExpr.Indexed e) {
    return of(e.base()) + indices(e.indices());
  }

  static String indices(List<TypedIndex> indices) {
    return indices.stream().map(TypedText::index).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String index(TypedIndex index) {
    if (index instanceof TypedIndex.Single single) {
      return of(single.at());
    }
    if (index instanceof TypedIndex.Multi multi) {
      return "*" + of(multi.at());
    }
    if (index instanceof TypedIndex.Range range) {
      return range.from().map(TypedText::of).orElse("")
          + ":"
          + range.to().map(TypedText::of).orElse("");
    }
    return ":";
  }

  private static String call(String name, boolean propto, List<TypedExpr> arguments) {
    return name + (propto ? "!" : "") + "(" + list(arguments) + ")";
  }

  @Override
  public String libraryCall(TypedExpr.LibraryCall e) {
    return call(e.function().name(), e.propto(), e.arguments());
  }

  @Override
  public String kernelCall(TypedExpr.KernelCall e) {
    return call(e.kernel().name(), false, e.arguments());
  }

  @Override
  public String userCall(TypedExpr.UserCall e) {
    return call("user." + e.function().name(), e.propto(), e.arguments());
  }

  @Override
  public String functionalCall(TypedExpr.FunctionalCall e) {
    return call(e.name() + "." + e.callback().name(), e.propto(), e.arguments());
  }

  @Override
  public String arrayLiteral(TypedExpr.ArrayLiteral e) {
    return "{" + list(e.elements()) + "}";
  }

  @Override
  public String rowLiteral(TypedExpr.RowLiteral e) {
    return "[" + list(e.elements()) + "]";
  }

  @Override
  public String target(TypedExpr.Target e) {
    return "target()";
  }
}
