package org.stanj.compiler.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expressions of a statement, in the order of the text, without those of its bodies. */
public final class DirectExpressions implements TypedStmt.Visitor<List<TypedExpr>> {
  private static final DirectExpressions INSTANCE = new DirectExpressions();

  private DirectExpressions() {}

  public static List<TypedExpr> of(TypedStmt s) {
    return s.accept(INSTANCE);
  }

  static List<TypedExpr> of(Declaration d) {
    List<TypedExpr> all = new ArrayList<>();
    of(d.sized(), all);
    d.initial().ifPresent(all::add);
    return all;
  }

  private static void of(SizedType type, List<TypedExpr> into) {
    if (type.transform() instanceof Transform.Bounds bounds) {
      bounds.lower().ifPresent(into::add);
      bounds.upper().ifPresent(into::add);
    } else if (type.transform() instanceof Transform.OffsetMultiplier affine) {
      affine.offset().ifPresent(into::add);
      affine.multiplier().ifPresent(into::add);
    }
    into.addAll(type.sizes());
    type.members().forEach(member -> of(member, into));
  }

  private static List<TypedExpr> of(Optional<TypedExpr> e) {
    return e.map(List::of).orElse(List.of());
  }

  @Override
  public List<TypedExpr> declare(TypedStmt.Declare s) {
    return of(s.declaration());
  }

  @Override
  public List<TypedExpr> assign(TypedStmt.Assign s) {
    List<TypedExpr> all = of(s.place());
    all.add(s.value());
    return all;
  }

  @Override
  public List<TypedExpr> unpack(TypedStmt.Unpack s) {
    List<TypedExpr> all = of(s.targets());
    all.add(s.value());
    return all;
  }

  private static List<TypedExpr> of(TypedStmt.Target target) {
    List<TypedExpr> all = new ArrayList<>();
    if (target instanceof TypedStmt.Single single) {
      all.addAll(of(single.place()));
    } else if (target instanceof TypedStmt.Targets several) {
      several.members().forEach(member -> all.addAll(of(member)));
    }
    return all;
  }

  private static List<TypedExpr> of(TypedPlace place) {
    List<TypedExpr> all = new ArrayList<>();
    for (TypedPlace.Step step : place.steps()) {
      if (step instanceof TypedPlace.At at) {
        at.indices().forEach(index -> all.addAll(Subexpressions.of(index)));
      }
    }
    return all;
  }

  @Override
  public List<TypedExpr> addTarget(TypedStmt.AddTarget s) {
    return List.of(s.value());
  }

  @Override
  public List<TypedExpr> truncated(TypedStmt.Truncated s) {
    List<TypedExpr> all = new ArrayList<>(List.of(s.density()));
    s.lower().ifPresent(all::add);
    s.upper().ifPresent(all::add);
    s.each().ifPresent(each -> all.addAll(each.values().values()));
    all.add(s.normaliser());
    return all;
  }

  @Override
  public List<TypedExpr> addJacobian(TypedStmt.AddJacobian s) {
    return List.of(s.value());
  }

  @Override
  public List<TypedExpr> voidCall(TypedStmt.VoidCall s) {
    return List.of(s.call());
  }

  @Override
  public List<TypedExpr> branch(TypedStmt.If s) {
    return List.of(s.test());
  }

  @Override
  public List<TypedExpr> repeat(TypedStmt.While s) {
    return List.of(s.test());
  }

  @Override
  public List<TypedExpr> loop(TypedStmt.For s) {
    return List.of(s.from(), s.to());
  }

  @Override
  public List<TypedExpr> forEach(TypedStmt.ForEach s) {
    return List.of(s.container());
  }

  @Override
  public List<TypedExpr> block(TypedStmt.Block s) {
    return List.of();
  }

  @Override
  public List<TypedExpr> profile(TypedStmt.Profile s) {
    return List.of();
  }

  @Override
  public List<TypedExpr> leave(TypedStmt.Break s) {
    return List.of();
  }

  @Override
  public List<TypedExpr> next(TypedStmt.Continue s) {
    return List.of();
  }

  @Override
  public List<TypedExpr> giveBack(TypedStmt.Return s) {
    return of(s.value());
  }

  @Override
  public List<TypedExpr> message(TypedStmt.Message s) {
    List<TypedExpr> all = new ArrayList<>();
    for (TypedStmt.Part part : s.parts()) {
      if (part instanceof TypedStmt.Part.Value value) {
        all.add(value.value());
      }
    }
    return all;
  }
}
