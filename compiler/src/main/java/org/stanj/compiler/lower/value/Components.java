package org.stanj.compiler.lower.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.SizedType;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.Transform;

/**
 * The components of composite types: of a tuple its members, of a complex number its real and its
 * imaginary part. The core language knows neither, so a variable of such a type is one variable for
 * each component, and an array of tuples is an array for each member.
 */
public final class Components {
  private Components() {}

  /** Types of the components of a composite type. */
  public static List<StanType> types(StanType type) {
    if (type.isComplex()) {
      return List.of(type.realPart(), type.realPart());
    }
    return type.members().stream().map(m -> StanType.arrayOf(m, type.arrays())).toList();
  }

  /** Types of the components that are not composite themselves; the type itself if it is not. */
  public static List<StanType> leaves(StanType type) {
    return type.isComposite()
        ? types(type).stream().flatMap(t -> leaves(t).stream()).toList()
        : List.of(type);
  }

  /** Components of a value that are not composite themselves, in the order of their types. */
  public static List<Value> leaves(Value value) {
    return value instanceof Value.Composite c
        ? c.components().stream().flatMap(v -> leaves(v).stream()).toList()
        : List.of(value);
  }

  /** The value of a type with the given leaves. */
  public static Value join(StanType type, List<Value> leaves) {
    if (!type.isComposite()) {
      return leaves.get(0);
    }
    List<Value> components = new ArrayList<>();
    int from = 0;
    for (StanType component : types(type)) {
      int count = leaves(component).size();
      components.add(join(component, leaves.subList(from, from + count)));
      from += count;
    }
    return new Value.Composite(type, components);
  }

  /** The leaves of several values, in order. */
  public static List<Value> leaves(List<Value> values) {
    return values.stream().flatMap(v -> leaves(v).stream()).toList();
  }

  /** The values of the given types with these leaves, in order. */
  public static List<Value> joined(List<StanType> types, List<Value> leaves) {
    List<Value> values = new ArrayList<>();
    int from = 0;
    for (StanType type : types) {
      int count = leaves(type).size();
      values.add(join(type, leaves.subList(from, from + count)));
      from += count;
    }
    return values;
  }

  /** The declarations of the components of a composite variable, the same at each call. */
  public static List<Declaration> of(Gathered gathered, Declaration d) {
    List<Declaration> known = gathered.components.get(d.symbol());
    if (known == null) {
      known = d.symbol().type().isComplex() ? parts(d) : members(d);
      gathered.components.put(d.symbol(), known);
      if (gathered.assigned.contains(d.symbol())) {
        known.forEach(c -> gathered.assigned.add(c.symbol()));
      }
    }
    return known;
  }

  /** Declarations of the components that are not composite; the declaration itself if it is not. */
  public static List<Declaration> leaves(Gathered gathered, Declaration d) {
    return d.symbol().type().isComposite()
        ? of(gathered, d).stream().flatMap(c -> leaves(gathered, c).stream()).toList()
        : List.of(d);
  }

  private static List<Declaration> parts(Declaration d) {
    StanType part = d.symbol().type().realPart();
    SizedType sized = new SizedType(part, d.sizes(), new Transform.None());
    return List.of(component(d, "real", sized), component(d, "imag", sized));
  }

  private static List<Declaration> members(Declaration d) {
    List<Declaration> members = new ArrayList<>();
    for (SizedType member : d.sized().members()) {
      members.add(component(d, "" + (members.size() + 1), inArrays(d, member)));
    }
    return List.copyOf(members);
  }

  private static SizedType inArrays(Declaration d, SizedType member) {
    List<org.stanj.compiler.typed.TypedExpr> sizes = new ArrayList<>(d.sizes());
    sizes.addAll(member.sizes());
    return new SizedType(
        StanType.arrayOf(member.type(), d.symbol().type().arrays()),
        sizes,
        member.transform(),
        member.members());
  }

  /** The members of one element of an array of tuples, each as a variable without the arrays. */
  public static List<Declaration> membersOfOne(Gathered gathered, Declaration d) {
    List<Declaration> members = new ArrayList<>();
    List<Declaration> all = of(gathered, d);
    for (int i = 0; i < all.size(); i++) {
      members.add(renamed(all.get(i), all.get(i).symbol().name(), d.sized().members().get(i)));
    }
    return members;
  }

  /** One element of an array of tuples as a variable. */
  public static Declaration element(Declaration d) {
    SizedType tuple =
        new SizedType(
            StanType.tupleOf(d.symbol().type().members()),
            List.of(),
            d.transform(),
            d.sized().members());
    return renamed(d, d.symbol().name(), tuple);
  }

  /** A component has the name that data files give it: {@code t.1}. */
  private static Declaration component(Declaration d, String name, SizedType sized) {
    return renamed(d, d.symbol().name() + "." + name, sized);
  }

  private static Declaration renamed(Declaration d, String name, SizedType sized) {
    Symbol of = d.symbol();
    boolean dataOnly = of.dataOnly() || sized.type().isInt();
    Symbol symbol = new Symbol(name, sized.type(), of.origin(), dataOnly, of.span());
    return new Declaration(symbol, sized, Optional.empty(), d.span());
  }

  /** Gives a composite variable the values of its components, which are in place. */
  public static Value bind(Builder builder, Declaration d) {
    Symbol symbol = d.symbol();
    if (symbol.type().isComposite()) {
      List<Value> components = of(builder.gathered, d).stream().map(c -> bind(builder, c)).toList();
      builder.values.put(symbol, new Value.Composite(symbol.type(), components));
    }
    return builder.values.get(symbol);
  }
}
