package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stanj.compiler.analysis.Activity;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Where each variable is written, to tell whether what is read at a place is still there when the
 * reverse sweep comes by.
 */
final class Writes {
  /** A stretch of positions in program order; of a loop if {@code loop}. */
  private record Extent(int from, int to) {
    static Extent join(Extent a, Extent b) {
      return new Extent(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }
  }

  private final Activity flow;
  private final Map<Stmt, Extent> extents = new IdentityHashMap<>();

  /** Loops by their first position. */
  private final Map<Integer, Extent> loops = new HashMap<>();

  /** For each position, where the innermost loop around it begins; -1 if there is none. */
  private final List<Integer> around = new ArrayList<>();

  /** Positions in ascending order. */
  private final Map<Var, List<Integer>> writes = new HashMap<>();

  private final Map<Var, Integer> births = new HashMap<>();

  /** First and last position at which a variable occurs at all. */
  private final Map<Var, Extent> lives = new HashMap<>();

  /** The same by name: of a view without what it is a part of. */
  private final Map<Var, Extent> names = new HashMap<>();

  /** Containers by the positions at which they get a name: one at each. */
  private final NavigableMap<Integer, Var> containers = new TreeMap<>();

  private final Map<Var, Integer> lastDefinitions = new HashMap<>();
  private int next;
  private int loop = -1;

  Writes(List<Stmt> body, Activity flow) {
    this.flow = flow;
    body.forEach(this::number);
  }

  private void number(Stmt s) {
    int from = next++;
    for (Var v : Variables.defined(s)) {
      births.putIfAbsent(v, from);
      lastDefinitions.put(v, from);
      if (v.isScalar()) {
        write(v, from);
      } else {
        containers.put(from, v);
      }
    }
    Variables.elementsWritten(s).forEach(v -> write(v, from));
    Variables.defined(s).forEach(v -> occurs(v, from));
    Variables.elementsWritten(s).forEach(v -> occurs(v, from));
    Variables.containersRead(s).forEach(v -> occurs(v, from));
    s.forEachExpression(e -> Variables.in(e).forEach(v -> occurs(v, from)));
    around.add(loop);
    boolean repeats = s instanceof Compound.For || s instanceof Compound.While;
    int outer = loop;
    loop = repeats ? from : outer;
    s.forEachBody(body -> body.forEach(this::number));
    loop = outer;
    Extent extent = new Extent(from, next - 1);
    extents.put(s, extent);
    if (repeats) {
      loops.put(from, extent);
    }
  }

  private void occurs(Var v, int at) {
    names.merge(v, new Extent(at, at), Extent::join);
    for (Var owner : flow.owners(v)) {
      lives.merge(owner, new Extent(at, at), Extent::join);
    }
  }

  /** Whether a variable occurs under this name nowhere but in the statement. */
  boolean holds(Stmt s, Var v) {
    Extent extent = extents.get(s);
    Extent life = names.getOrDefault(v, new Extent(-1, Integer.MAX_VALUE));
    return extent.from() <= life.from() && life.to() <= extent.to();
  }

  /** Containers that get their last name in the statement and are used outside it. */
  Set<Var> leaving(Stmt s) {
    Extent extent = extents.get(s);
    Set<Var> leaving = new LinkedHashSet<>();
    for (Var v : containers.subMap(extent.from(), true, extent.to(), true).values()) {
      if (lastDefinitions.get(v) <= extent.to() && !holds(s, v)) {
        leaving.add(v);
      }
    }
    return leaving;
  }

  /** Whether a scalar gets a value anew in each round of some loop around the statement. */
  boolean isMadeInLoopAround(Var v, Stmt s) {
    Extent here = extents.get(s);
    int born = births.getOrDefault(v, -1);
    return loopsAround(here).anyMatch(l -> l.from() < born && born <= l.to());
  }

  /** Whether a variable occurs in the statement and nowhere else. */
  boolean isLocalTo(Var v, Stmt s) {
    Extent extent = extents.get(s);
    return flow.owners(v).stream()
        .map(o -> lives.getOrDefault(o, new Extent(-1, Integer.MAX_VALUE)))
        .allMatch(life -> extent.from() <= life.from() && life.to() <= extent.to());
  }

  private void write(Var v, int at) {
    flow.owners(v).forEach(o -> writes.computeIfAbsent(o, k -> new ArrayList<>()).add(at));
  }

  /**
   * Whether a write of the variable may run after the statement: later in the text, or in a further
   * iteration of a loop around it that the variable outlives.
   */
  boolean writtenAfter(Var v, Stmt s) {
    Extent here = extents.get(s);
    return flow.owners(v).stream().anyMatch(owner -> ownerWrittenAfter(owner, here));
  }

  private boolean ownerWrittenAfter(Var owner, Extent here) {
    List<Integer> all = writes.getOrDefault(owner, List.of());
    if (all.isEmpty()) {
      return false;
    }
    if (all.get(all.size() - 1) > here.to()) {
      return true;
    }
    int born = births.getOrDefault(owner, -1);
    return loopsAround(here)
        .anyMatch(l -> born < l.from() && isAnyWithin(all, l.from() + 1, l.to()));
  }

  /** Whether any of the ascending positions lies in the range. */
  private static boolean isAnyWithin(List<Integer> positions, int from, int to) {
    int found = Collections.binarySearch(positions, from);
    int first = found < 0 ? -found - 1 : found;
    return first < positions.size() && positions.get(first) <= to;
  }

  /** The loops in whose bodies the stretch lies, innermost first. */
  private Stream<Extent> loopsAround(Extent here) {
    return Stream.iterate(around.get(here.from()), at -> at >= 0, around::get).map(loops::get);
  }

  /** Whether one statement alone writes the elements of a container that the function makes. */
  boolean isOnlyWriter(Var v) {
    return flow.owners(v).stream()
        .allMatch(o -> writes.getOrDefault(o, List.of()).size() == 1 && births.containsKey(o));
  }

  /** Whether the variable first gets a value inside the statement. */
  boolean bornIn(Var v, Stmt s) {
    Extent extent = extents.get(s);
    int born = births.getOrDefault(v, -1);
    return born >= extent.from() && born <= extent.to();
  }

  /**
   * The same without views that are used in the statement only: these name elements, and write
   * none.
   */
  Set<Var> changedIn(Stmt s) {
    Set<Var> changed = new HashSet<>();
    s.walk(
        t -> {
          changed.addAll(Variables.elementsWritten(t));
          boolean name = t instanceof Stmt.View v && holds(s, v.variable());
          if (!name) {
            changed.addAll(Variables.defined(t));
          }
        });
    return changed;
  }

  /** Variables that the statement or what is in it gives a value. */
  static Set<Var> writtenIn(Stmt s) {
    Set<Var> written = new HashSet<>();
    s.walk(
        t -> {
          written.addAll(Variables.defined(t));
          written.addAll(Variables.elementsWritten(t));
        });
    return written;
  }
}
