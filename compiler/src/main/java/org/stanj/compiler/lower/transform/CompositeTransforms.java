package org.stanj.compiler.lower.transform;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.statement.Declarations;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;

/**
 * Transforms of parameters of any type. On the unconstrained scale an array of tuples lies element
 * by element, each with all its members, and a complex number as its real part, then its imaginary
 * part; in the core language each component is a variable of its own.
 */
public final class CompositeTransforms {
  private static final String STAGE = "parameter initialization";

  private final Language language;
  private final Declarations declarations;
  private final Transforms transforms;
  private final Builder builder;

  public CompositeTransforms(Language language, LibraryCalls library, Declarations declarations) {
    this.language = language;
    this.declarations = declarations;
    this.transforms = new Transforms(language, library, declarations);
    this.builder = language.builder();
  }

  /** As {@link Transforms#unconstrainedSizes}. */
  public List<Expr> unconstrainedSizes(Declaration d, List<Expr> sizes) {
    return transforms.unconstrainedSizes(d, sizes);
  }

  /** Number of elements on the unconstrained scale; the variable's value knows its own sizes. */
  public Expr unconstrainedCount(Declaration d, Value made) {
    return d.symbol().type().isComposite()
        ? unconstrainedCount(d)
        : Exprs.product(transforms.unconstrainedSizes(d, made.sizes()));
  }

  private Expr unconstrainedCount(Declaration d) {
    List<Expr> sizes = declarations.sizes(d);
    StanType type = d.symbol().type();
    if (type.isComplex()) {
      return Exprs.multiplyInt(Exprs.integer(2), Exprs.product(sizes));
    }
    if (!type.isTuple()) {
      return Exprs.product(transforms.unconstrainedSizes(d, sizes));
    }
    return Exprs.multiplyInt(Exprs.product(sizes), countOfOne(d));
  }

  private Expr countOfOne(Declaration d) {
    Expr total = Exprs.integer(0);
    for (Declaration member : Components.membersOfOne(builder.gathered, d)) {
      total = Exprs.addInt(total, unconstrainedCount(member));
    }
    return builder.frozen(total);
  }

  /** As {@link Transforms#constrained}. */
  public Value constrained(Declaration d, Var q, Expr offset, boolean autodiff) {
    StanType type = d.symbol().type();
    if (type.isComplex()) {
      return pairs(d, q, offset, autodiff);
    }
    if (!type.isTuple()) {
      return transforms.constrained(d, q, offset, autodiff);
    }
    return type.isArray() ? each(d, q, offset, autodiff) : members(d, q, offset, autodiff);
  }

  private Value.Composite members(Declaration d, Var q, Expr offset, boolean autodiff) {
    List<Value> members = new ArrayList<>();
    Expr at = offset;
    for (Declaration member : Components.membersOfOne(builder.gathered, d)) {
      members.add(constrained(member, q, at, autodiff));
      at = builder.frozen(Exprs.addInt(at, unconstrainedCount(member)));
    }
    return new Value.Composite(d.symbol().type(), members);
  }

  /** Every element of an array of tuples, its leaves written to where they belong. */
  private Value each(Declaration d, Var q, Expr offset, boolean autodiff) {
    List<Value> leaves = new ArrayList<>();
    for (Declaration leaf : Components.leaves(builder.gathered, d)) {
      List<Expr> sizes = declarations.sizes(leaf);
      Value.Stored room =
          builder.declare(
              leaf.symbol().name(), leaf.symbol().type(), sizes, autodiff, Stmt.Fill.NONE);
      builder.readOnly.add(room.stored().orElseThrow());
      leaves.add(room);
    }
    Expr one = countOfOne(d);
    Declaration element = Components.element(d);
    builder.each(
        Exprs.product(declarations.sizes(d)),
        i -> {
          Expr at = builder.frozen(Exprs.addInt(offset, Exprs.multiplyInt(i, one)));
          List<Value> made = Components.leaves(members(element, q, at, autodiff));
          for (int k = 0; k < made.size(); k++) {
            place(leaves.get(k), i, made.get(k));
          }
        });
    return Components.join(d.symbol().type(), leaves);
  }

  private void place(Value leaf, Expr i, Value made) {
    Var room = leaf.stored().orElseThrow();
    if (made.isScalar()) {
      builder.emit(new Stmt.Store(room, List.of(i), made.scalar()));
      return;
    }
    builder.write(part(room, i, made.type(), made.sizes(), made.autodiff()), made);
  }

  private Value.Stored part(Var room, Expr i, StanType type, List<Expr> own, boolean autodiff) {
    Expr from = Exprs.multiplyInt(i, Exprs.product(own));
    return builder.view(room, from, type, own, autodiff);
  }

  private Value pairs(Declaration d, Var q, Expr offset, boolean autodiff) {
    List<Value> parts = new ArrayList<>();
    for (Declaration part : Components.of(builder.gathered, d)) {
      Expr start = Exprs.addInt(offset, Exprs.integer(parts.size()));
      parts.add(strided(part, q, builder.frozen(start), autodiff));
    }
    return new Value.Composite(d.symbol().type(), parts);
  }

  private Value strided(Declaration part, Var q, Expr start, boolean autodiff) {
    StanType type = part.symbol().type();
    if (type.isScalar()) {
      Expr x = builder.temporary(part.symbol().name(), Exprs.load(q, start));
      return new Value.Scalar(type, x, autodiff);
    }
    List<Expr> sizes = declarations.sizes(part);
    Value.Stored room =
        builder.declare(part.symbol().name(), type, sizes, autodiff, Stmt.Fill.NONE);
    Var variable = room.stored().orElseThrow();
    builder.readOnly.add(variable);
    builder.each(
        room.count(),
        i -> builder.emit(new Stmt.Store(variable, List.of(i), Exprs.load(q, second(start, i)))));
    return room;
  }

  private static Expr second(Expr start, Expr i) {
    return Exprs.addInt(start, Exprs.multiplyInt(Exprs.integer(2), i));
  }

  /** Reads the inits of a parameter and writes their unconstrained values to {@code q}. */
  public void unconstrain(Declaration d, Var q, Expr offset) {
    unconstrain(d, read(d), q, offset);
  }

  private void unconstrain(Declaration d, Value given, Var q, Expr offset) {
    StanType type = d.symbol().type();
    if (type.isComplex()) {
      List<Value> parts = ((Value.Composite) given).components();
      for (int k = 0; k < 2; k++) {
        Expr start = builder.frozen(Exprs.addInt(offset, Exprs.integer(k)));
        builder.elements(
            parts.get(k),
            (at, e) -> {
              Expr i = at.isEmpty() ? Exprs.integer(0) : at.get(0);
              builder.emit(new Stmt.Store(q, List.of(second(start, i)), e));
            });
      }
    } else if (!type.isTuple()) {
      transforms.unconstrain(d, given, q, offset);
    } else if (!type.isArray()) {
      unconstrainMembers(d, (Value.Composite) given, q, offset);
    } else {
      Expr one = countOfOne(d);
      Declaration element = Components.element(d);
      builder.each(
          Exprs.product(declarations.sizes(d)),
          i -> {
            Expr at = builder.frozen(Exprs.addInt(offset, Exprs.multiplyInt(i, one)));
            Value value = taken(given, i, d.symbol().type().arrays(), element.symbol().type());
            unconstrainMembers(element, (Value.Composite) value, q, at);
          });
    }
  }

  /** The element with number {@code i} in storage order of an array that was read. */
  private Value taken(Value array, Expr i, int arrays, StanType type) {
    List<StanType> types = Components.leaves(type);
    List<Value> leaves = Components.leaves(array);
    List<Value> parts = new ArrayList<>();
    for (int k = 0; k < types.size(); k++) {
      Var room = leaves.get(k).stored().orElseThrow();
      List<Expr> sizes = leaves.get(k).sizes();
      parts.add(
          types.get(k).isScalar()
              ? new Value.Scalar(types.get(k), Exprs.load(room, i), false)
              : part(room, i, types.get(k), sizes.subList(arrays, sizes.size()), false));
    }
    return Components.join(type, parts);
  }

  private void unconstrainMembers(Declaration d, Value.Composite given, Var q, Expr offset) {
    Expr at = offset;
    List<Declaration> members = Components.membersOfOne(builder.gathered, d);
    for (int i = 0; i < members.size(); i++) {
      unconstrain(members.get(i), given.components().get(i), q, at);
      at = builder.frozen(Exprs.addInt(at, unconstrainedCount(members.get(i))));
    }
  }

  private Value read(Declaration d) {
    StanType type = d.symbol().type();
    if (type.isComplex()) {
      List<Value> parts = new ArrayList<>();
      Components.of(builder.gathered, d).forEach(part -> parts.add(room(part)));
      readPairs(d, parts, STAGE);
      return new Value.Composite(type, parts);
    }
    if (type.isTuple()) {
      return new Value.Composite(
          type, Components.of(builder.gathered, d).stream().map(this::read).toList());
    }
    Value room = room(d);
    Var variable =
        room.isScalar() ? ((Expr.Read) room.scalar()).variable() : room.stored().orElseThrow();
    builder.emit(new Stmt.ReadData(variable, d.symbol().name(), STAGE, builder.where(d.span())));
    return room;
  }

  private Value room(Declaration d) {
    StanType type = d.symbol().type();
    String name = d.symbol().name() + "_init";
    if (type.isScalar()) {
      Var init = builder.names.local(name, Value.coreType(type));
      return new Value.Scalar(type, Exprs.read(init), false);
    }
    List<Expr> sizes = declarations.sizes(d);
    return builder.declare(name, type, sizes, false, Stmt.Fill.NONE);
  }

  /** Reads complex values, which a file gives as pairs in a last dimension, into their parts. */
  public void readPairs(Declaration d, List<Value> parts, String stage) {
    List<Expr> sizes = new ArrayList<>(parts.get(0).sizes());
    sizes.add(Exprs.integer(2));
    StanType type = StanType.arrayOf(StanType.REAL, sizes.size());
    Value.Stored pairs = builder.declare("pairs", type, sizes, false, Stmt.Fill.NONE);
    Var from = pairs.stored().orElseThrow();
    builder.emit(new Stmt.ReadData(from, d.symbol().name(), stage, builder.where(d.span())));
    for (int k = 0; k < 2; k++) {
      Expr part = Exprs.integer(k);
      Value to = parts.get(k);
      if (to.isScalar()) {
        Var variable = ((Expr.Read) to.scalar()).variable();
        builder.emit(new Stmt.Assign(variable, Exprs.load(from, part)));
      } else {
        Var room = to.stored().orElseThrow();
        builder.elements(
            DelayedValues.whole(to),
            (at, ignored) -> {
              List<Expr> index = new ArrayList<>(at);
              index.add(part);
              builder.emit(new Stmt.Store(room, at, new Expr.Load(from, index)));
            });
      }
    }
  }
}
