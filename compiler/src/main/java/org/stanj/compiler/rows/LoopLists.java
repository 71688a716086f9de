package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Stmt;

/**
 * Goes through all lists of a function that run at most once, and puts others in the place of loops
 * and of the statements that work for them alone.
 */
abstract class LoopLists {
  final NewFields fields;
  final DataValues values;
  final Producers producers;
  private final CoreFunction f;

  LoopLists(CoreFunction f, NewFields fields) {
    this.f = f;
    this.fields = fields;
    values = new DataValues(f);
    producers = new Producers(f);
  }

  CoreFunction run() {
    return f.withBody(list(f.body()));
  }

  /** Whether loops in the branch are looked at. */
  abstract boolean enters(Compound.If branch);

  /** Whether it is worth looking at the loop. */
  abstract boolean suits(Compound.For loop);

  /**
   * What takes the place of the statements, if anything does.
   *
   * @param old what works for the loop, which is the last of them
   * @param effects of these
   */
  abstract Optional<List<Stmt>> instead(Compound.For loop, List<Stmt> old, Effects effects);

  private List<Stmt> list(List<Stmt> body) {
    int mark = values.mark();
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      fields.at(s);
      boolean nests =
          s instanceof Compound.If i && enters(i)
              || s instanceof Compound.Region
              || s instanceof Compound.Profile;
      out.add(nests ? s.mapBodies(this::list) : s);
      if (s instanceof Compound.For l && suits(l)) {
        replace(l, out);
      }
      values.passed(s);
    }
    values.release(mark);
    return out;
  }

  private void replace(Compound.For loop, List<Stmt> out) {
    Optional<List<Integer>> needed = producers.of(out);
    if (needed.isEmpty()) {
      return;
    }
    List<Stmt> old = needed.get().stream().map(out::get).toList();
    Effects effects = producers.effects(old);
    if (effects.leaves() || effects.visible()) {
      return;
    }
    int mark = values.mark();
    Optional<List<Stmt>> made = instead(loop, old, effects);
    values.release(mark);
    if (made.isPresent()) {
      List<Stmt> others = Producers.others(out, needed.get());
      out.clear();
      out.addAll(others);
      out.addAll(made.get());
    }
  }
}
