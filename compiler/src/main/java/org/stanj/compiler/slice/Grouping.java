package org.stanj.compiler.slice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.analysis.FunctionFacts;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Finds the groups in a list of statements, and an order in which their members are neighbours. */
final class Grouping {
  /** A statement as it was, or a group in place of several. */
  sealed interface Piece {
    /** Positions in the given list. */
    List<Integer> positions();
  }

  record Plain(int position) implements Piece {
    @Override
    public List<Integer> positions() {
      return List.of(position);
    }
  }

  record Cut(Group group, List<Integer> positions) implements Piece {}

  /** Statements that are looked at behind the last member of a group. */
  private static final int AHEAD = 64;

  private final List<Stmt> list;
  private final FunctionFacts facts;
  private final Declarations declared;
  private final List<Effects> effects = new ArrayList<>();

  /** Containers that a slice cannot own, as others use them too. */
  private final Set<Var> shared = new HashSet<>();

  Grouping(List<Stmt> list, FunctionFacts facts) {
    this.list = list;
    this.facts = facts;
    this.declared = new Declarations(list, facts.definitions());
    list.forEach(s -> effects.add(Effects.of(List.of(s), facts.aliases(), facts.visible())));
  }

  /** The list in pieces; each round learns of containers that cannot be owned. */
  List<Piece> pieces() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      all.add(i);
    }
    while (true) {
      List<Piece> pieces = pieces(all);
      int before = shared.size();
      pieces.forEach(this::learn);
      if (shared.size() == before) {
        return pieces;
      }
    }
  }

  private List<Piece> pieces(List<Integer> positions) {
    List<Piece> pieces = new ArrayList<>();
    int next = 0;
    while (next < positions.size()) {
      Candidate candidate = new Candidate(positions, next);
      Optional<Cut> cut = candidate.cut();
      if (cut.isPresent()) {
        pieces.addAll(pieces(candidate.front));
        pieces.add(cut.get());
        next = candidate.end;
      } else {
        pieces.add(new Plain(positions.get(next++)));
      }
    }
    return pieces;
  }

  /** Containers that the group writes without being their only user, element by element. */
  private void learn(Piece piece) {
    if (!(piece instanceof Cut cut)) {
      return;
    }
    Map<Var, Integer> inside = new HashMap<>();
    List<Stmt> all = new ArrayList<>(cut.group.members());
    all.addAll(cut.group.made());
    all.forEach(s -> Occurrences.in(s).forEach((v, n) -> inside.merge(v, n, Integer::sum)));
    for (Stmt.Declare d : cut.group.made()) {
      Set<Optional<Expr>> first = new HashSet<>();
      for (Stmt member : cut.group.members()) {
        if (Occurrences.in(member).containsKey(d.variable())) {
          first.addAll(Members.first(member, d.variable()));
        }
      }
      boolean own = first.size() <= 1 && first.stream().allMatch(Optional::isPresent);
      if (!own || facts.occurrences().leaves(d.variable(), inside)) {
        shared.add(d.variable());
      }
    }
  }

  /** A group that begins at a statement and grows as far as it can. */
  private final class Candidate {
    private final List<Integer> positions;
    private final int start;
    private final List<Integer> members = new ArrayList<>();
    private final Set<Var> owned = new LinkedHashSet<>();

    /** What stands between members and will stand before them. */
    private List<Integer> front = new ArrayList<>();

    private int end;
    private Optional<Expr> count = Optional.empty();

    Candidate(List<Integer> positions, int start) {
      this.positions = positions;
      this.start = start;
    }

    Optional<Cut> cut() {
      if (!joins(positions.get(start))) {
        return Optional.empty();
      }
      List<Integer> between = new ArrayList<>();
      end = start + 1;
      for (int i = end; i < Math.min(positions.size(), end + AHEAD); i++) {
        int p = positions.get(i);
        if (joins(p)) {
          front.addAll(between);
          between.clear();
          end = i + 1;
        } else if (mayPass(p)) {
          between.add(p);
        } else {
          break;
        }
      }
      return group();
    }

    private Optional<Cut> group() {
      List<Stmt> statements = members.stream().map(list::get).toList();
      boolean adds = statements.stream().anyMatch(Grouping::addsToTarget);
      if (!adds || count.isEmpty()) {
        return Optional.empty();
      }
      List<Stmt.Declare> made = owned.stream().map(v -> declared.of(v).orElseThrow()).toList();
      List<Integer> all = new ArrayList<>();
      front = new ArrayList<>(front);
      for (Stmt.Declare d : made) {
        int at = declared.position(d.variable());
        all.add(at);
        front.remove((Integer) at);
      }
      all.addAll(members);
      return Optional.of(new Cut(new Group(count.get(), made, statements), all));
    }

    /** Takes a statement in if it can be cut over as many elements. */
    private boolean joins(int position) {
      Stmt s = list.get(position);
      boolean fill = s instanceof Stmt.FillAll f && declared.of(f.container()).isPresent();
      Optional<Expr> own = fill ? count : Members.count(s, declared);
      if (!fill && own.isEmpty() || count.isPresent() && !count.equals(own)) {
        return false;
      }
      Set<Var> written = Members.written(s, facts.aliases());
      boolean ours = written.stream().allMatch(v -> declared.of(v).isPresent() && !isShared(v));
      if (!ours || !isFixed(s, own)) {
        return false;
      }
      count = own;
      members.add(position);
      owned.addAll(written);
      return true;
    }

    private boolean isShared(Var v) {
      return shared.contains(v);
    }

    /** Whether the range is the same before the whole group. */
    private boolean isFixed(Stmt s, Optional<Expr> own) {
      Set<Var> used = new HashSet<>(Variables.in(Members.from(s)));
      own.ifPresent(c -> used.addAll(Variables.in(c)));
      return members.stream()
          .noneMatch(m -> effects.get(m).writes().stream().anyMatch(used::contains));
    }

    /** Whether a statement may run before all members so far. */
    private boolean mayPass(int position) {
      Stmt s = list.get(position);
      if (effects.get(position).visible()
          || effects.get(position).leaves()
          || (mayFail(s) && members.stream().map(list::get).anyMatch(Grouping::mayFail))) {
        return false;
      }
      return members.stream().allMatch(m -> effects.get(m).commutes(effects.get(position)));
    }
  }

  private static boolean addsToTarget(Stmt s) {
    boolean[] adds = {false};
    s.walk(t -> adds[0] |= t instanceof Stmt.AddTarget);
    return adds[0];
  }

  /** Whether a statement may reject: what fails first must be told first. */
  private static boolean mayFail(Stmt s) {
    boolean[] may = {false};
    s.walk(
        t -> {
          may[0] |= t instanceof Stmt.Reject || t instanceof Stmt.Call;
          may[0] |= t instanceof Stmt.Kernel k && !k.method().byRows();
        });
    return may[0];
  }
}
