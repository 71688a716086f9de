package org.stanj.compiler.lower.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;
import org.stanj.compiler.typed.TypedPlace;
import org.stanj.compiler.typed.TypedStmt;

/** Assignments by value: what is read is read before anything is written. */
final class Assignments {
  private final Language language;
  private final LibraryCalls library;
  private final Indexing indexing;
  private final Builder builder;

  Assignments(Language language, LibraryCalls library, Indexing indexing) {
    this.language = language;
    this.library = library;
    this.indexing = indexing;
    this.builder = language.builder();
  }

  void assign(TypedStmt.Assign s) {
    Value value = language.value(s.value());
    Place place = place(s.place());
    if (place.target() instanceof Value.Composite) {
      writeAll(leaves(place, combined(s, place, value)), s);
    } else {
      single(s, fixed(place), value);
    }
  }

  /**
   * Where an assignment goes.
   *
   * @param target the variable, or a component of it
   * @param selection of the target's elements
   * @param type of what is selected
   */
  private record Place(Value target, Indexing.Selection selection, StanType type, Part part) {}

  /**
   * What is assigned to, for messages.
   *
   * @param type before the last indices
   * @param indices the last ones
   */
  private record Part(String name, StanType type, List<TypedIndex> indices) {}

  private Place place(TypedPlace written) {
    String name = written.symbol().name();
    Value target = builder.values.get(written.symbol());
    Indexing.Selection selection = Indexing.Selection.ALL;
    Part part = new Part(name, target.type(), List.of());
    for (TypedPlace.Step step : written.steps()) {
      if (step instanceof TypedPlace.At at) {
        part = new Part(name, left(target.type(), selection), at.indices());
        Indexing.Subject subject = new Indexing.Subject(name, 0, written.span());
        selection = indexing.select(selection, target, part.type(), at.indices(), subject);
      } else if (step instanceof TypedPlace.Member member) {
        target = ((Value.Composite) target).components().get(member.index());
        name += "." + (member.index() + 1);
        part = new Part(name, left(target.type(), selection), List.of());
      }
    }
    return new Place(target, selection, written.type(), part);
  }

  /** The type of a container's elements behind the array dimensions that a selection drops. */
  private static StanType left(StanType type, Indexing.Selection selection) {
    int dropped = selection.covered() - selection.sizes().size();
    return dropped <= type.arrays() ? StanType.arrayOf(type, -dropped) : type;
  }

  /** What stands at the place now. */
  private Value current(Place place) {
    if (place.target() instanceof Value.Composite) {
      List<Value> now = new ArrayList<>();
      componentsOf(place).forEach(c -> now.add(current(c)));
      return new Value.Composite(place.type(), now);
    }
    Value target = place.target();
    if (target.isScalar() || isWhole(place)) {
      return target;
    }
    Var variable = target.stored().orElseThrow();
    Indexing.Selection selection = place.selection().widened(target.sizes());
    if (place.type().isScalar()) {
      List<Expr> at = selection.positions().apply(List.of());
      return new Value.Scalar(place.type(), new Expr.Load(variable, at), target.autodiff());
    }
    return new Value.Delayed(
        place.type(),
        target.autodiff(),
        selection.sizes(),
        Set.of(variable),
        true,
        i -> new Expr.Load(variable, selection.positions().apply(i)),
        Optional.empty());
  }

  private static boolean isWhole(Place place) {
    return place.selection().covered() == 0;
  }

  private static List<Place> componentsOf(Place place) {
    List<Value> components = ((Value.Composite) place.target()).components();
    List<StanType> types = Components.types(place.type());
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      places.add(new Place(components.get(i), place.selection(), types.get(i), place.part()));
    }
    return places;
  }

  private Value combined(TypedStmt.Assign s, Place place, Value value) {
    return s.operator().isEmpty()
        ? value
        : library.binary(s.operator().get(), current(place), value, s.place().type(), s.span());
  }

  /** An assignment to one variable of the core language or to a part of it. */
  private void single(TypedStmt.Assign s, Place place, Value value) {
    Value next = combined(s, place, value);
    if (place.target().isScalar() || place.type().isScalar()) {
      write(new Write(place, next), s.span());
      return;
    }
    Var variable = place.target().stored().orElseThrow();
    boolean sameElement =
        s.operator().isPresent()
            && s.operator().get() != TypedExpr.BinaryOp.MULTIPLY
            && !overlaps(value, variable);
    Value safe = sameElement || !overlaps(next, variable) ? next : builder.stored(copyOf(next));
    write(new Write(place, safe), s.span());
  }

  /** The place; of one element, with its position in atoms. */
  private Place fixed(Place place) {
    if (place.target().isScalar() || !place.type().isScalar()) {
      return place;
    }
    Indexing.Selection selection = place.selection().widened(place.target().sizes());
    List<Expr> at = selection.positions().apply(List.of()).stream().map(builder::frozen).toList();
    Indexing.Selection fixed = new Indexing.Selection(List.of(), i -> at, at.size());
    return new Place(place.target(), fixed, place.type(), place.part());
  }

  /** A value for a place that is no composite. */
  private record Write(Place place, Value value) {}

  private static List<Write> leaves(Place place, Value value) {
    if (!(place.target() instanceof Value.Composite)) {
      return List.of(new Write(place, value));
    }
    List<Value> values = ((Value.Composite) value).components();
    List<Place> places = componentsOf(place);
    List<Write> all = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      all.addAll(leaves(places.get(i), values.get(i)));
    }
    return all;
  }

  void unpack(TypedStmt.Unpack s) {
    Value value = language.value(s.value());
    List<Write> writes = new ArrayList<>();
    unpack(s.targets(), value, writes);
    writeAll(writes, s);
  }

  private void unpack(TypedStmt.Target target, Value value, List<Write> into) {
    if (target instanceof TypedStmt.Single single) {
      into.addAll(leaves(place(single.place()), value));
    } else if (target instanceof TypedStmt.Targets several) {
      List<Value> values = ((Value.Composite) value).components();
      for (int i = 0; i < values.size(); i++) {
        unpack(several.members().get(i), values.get(i), into);
      }
    }
  }

  /** Writes all, after everything that one of them changes has been read. */
  private void writeAll(List<Write> writes, TypedStmt s) {
    Set<Var> changed = new HashSet<>();
    writes.forEach(w -> changed.addAll(w.place().target().reads()));
    List<Write> safe = new ArrayList<>();
    for (Write w : writes) {
      boolean reads = changed.stream().anyMatch(v -> overlaps(w.value(), v));
      safe.add(new Write(fixed(w.place()), reads ? apart(w.value()) : w.value()));
    }
    safe.forEach(w -> write(w, s.span()));
  }

  private Value apart(Value v) {
    return v.isScalar()
        ? new Value.Scalar(v.type(), builder.temporary("t", v.scalar()), v.autodiff())
        : builder.stored(copyOf(v));
  }

  private void write(Write w, Span span) {
    Value target = w.place().target();
    StanType type = w.place().type();
    if (target.isScalar()) {
      Var variable = ((Expr.Read) target.scalar()).variable();
      builder.emit(new Stmt.Assign(variable, as(type, w.value().scalar())));
      return;
    }
    Value.Stored stored = (Value.Stored) target;
    if (isWhole(w.place())) {
      sameSizes(w.place().part(), stored.sizes(), w.value().sizes(), span);
      builder.write(stored, w.value());
      return;
    }
    Var variable = stored.stored().orElseThrow();
    Indexing.Selection selection = w.place().selection().widened(stored.sizes());
    if (type.isScalar()) {
      Expr value = as(type, w.value().scalar());
      builder.emit(new Stmt.Store(variable, selection.positions().apply(List.of()), value));
      return;
    }
    sameSizes(w.place().part(), selection.sizes(), w.value().sizes(), span);
    builder.elements(
        withIndices(w.value()),
        (at, e) ->
            builder.emit(new Stmt.Store(variable, selection.positions().apply(at), as(type, e))));
  }

  private static Expr as(StanType type, Expr e) {
    return type.isInt() ? e : Exprs.toReal(e);
  }

  private static Value withIndices(Value v) {
    return v.type().rank() < 2 ? v : DelayedValues.whole(v);
  }

  private boolean overlaps(Value v, Var variable) {
    return v.reads().stream().anyMatch(r -> builder.root(r).equals(builder.root(variable)));
  }

  /** Forces a copy also of a value that is stored. */
  private static Value copyOf(Value v) {
    return new Value.Delayed(
        v.type(),
        v.autodiff(),
        v.sizes(),
        v.reads(),
        false,
        v::at,
        v.hasFlat() ? Optional.of(v::flat) : Optional.empty());
  }

  /** Rejects unless a variable's sizes are those of the value that it is declared with. */
  void sameSizes(Symbol variable, List<Expr> to, List<Expr> from, Span span) {
    sameSizes(new Part(variable.name(), variable.type(), List.of()), to, from, span);
  }

  /**
   * Rejects unless the sizes of both sides agree. What has no elements has no inner sizes.
   *
   * @param part what is assigned to
   */
  private void sameSizes(Part part, List<Expr> to, List<Expr> from, Span span) {
    List<TypedIndex> indices = part.indices();
    IndexTexts texts = new IndexTexts(part.type(), indices, true);
    int dimension = 0;
    for (int d = 0; d < to.size(); d++, dimension++) {
      while (dimension < indices.size() && indices.get(dimension) instanceof TypedIndex.Single) {
        dimension++;
      }
      if (LinearIndex.same(to.get(d), from.get(d))) {
        continue;
      }
      IndexTexts.Sizes words = texts.sizes(dimension);
      List<Operand> parts = new ArrayList<>();
      parts.add(new Operand.Text(words.function() + ": assigning variable " + part.name() + " ("));
      parts.add(new Operand.Scalar(to.get(d)));
      parts.add(new Operand.Text(") and " + words.other() + " ("));
      parts.add(new Operand.Scalar(from.get(d)));
      parts.add(new Operand.Text(") must match in size"));
      builder.rejectIf(
          d == 0 ? differ(to.get(d), from.get(d)) : differInside(to, from, d),
          Stmt.RejectKind.SIZE,
          parts,
          builder.where(span));
    }
  }

  private static Expr differ(Expr a, Expr b) {
    return Exprs.op(Operator.NOT_EQUAL_INT, a, b);
  }

  private static Expr differInside(List<Expr> to, List<Expr> from, int d) {
    Expr outermost = to.get(0);
    Expr differ = differ(to.get(d), from.get(d));
    return outermost instanceof Expr.IntLiteral n && n.value() > 0
        ? differ
        : Exprs.and(differ(outermost, Exprs.integer(0)), differ);
  }
}
