package org.stanj.compiler.slice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;

/**
 * A list of statements without the regions in it, so that statements of several regions may become
 * neighbours; a region comes back where its statements are still together.
 */
final class Flattened {
  private final List<Stmt> statements = new ArrayList<>();

  /** The region of each statement; 0 for none. */
  private final List<Integer> regions = new ArrayList<>();

  private int count;

  private Flattened() {}

  static Flattened of(List<Stmt> list) {
    Flattened flat = new Flattened();
    flat.add(list, 0);
    return flat;
  }

  private void add(List<Stmt> list, int region) {
    for (Stmt s : list) {
      if (s instanceof Compound.Region r) {
        add(r.body(), region == 0 ? ++count : region);
      } else {
        statements.add(s);
        regions.add(region);
      }
    }
  }

  List<Stmt> statements() {
    return statements;
  }

  /**
   * The list anew.
   *
   * @param pieces the code that stands for statements, given by their positions, in order
   */
  List<Stmt> rebuilt(Map<List<Integer>, List<Stmt>> pieces) {
    List<Integer> owners = new ArrayList<>();
    List<List<Stmt>> runs = new ArrayList<>();
    pieces.forEach(
        (positions, code) -> {
          int owner = owner(positions);
          int last = owners.size() - 1;
          if (last < 0 || owners.get(last) != owner) {
            owners.add(owner);
            runs.add(new ArrayList<>());
            last++;
          }
          runs.get(last).addAll(code);
        });
    Map<Integer, Integer> times = new HashMap<>();
    owners.forEach(o -> times.merge(o, 1, Integer::sum));
    pieces.keySet().stream().filter(p -> owner(p) == 0).forEach(p -> split(p, times));
    List<Stmt> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      boolean whole = owners.get(i) != 0 && times.get(owners.get(i)) == 1;
      all.addAll(whole ? List.of(new Compound.Region(runs.get(i))) : runs.get(i));
    }
    return all;
  }

  /** What a group took from a region may be used by the rest of that. */
  private void split(List<Integer> positions, Map<Integer, Integer> times) {
    positions.forEach(p -> times.merge(regions.get(p), 2, Integer::sum));
  }

  private int owner(List<Integer> positions) {
    int first = regions.get(positions.get(0));
    return positions.stream().allMatch(p -> regions.get(p) == first) ? first : 0;
  }
}
