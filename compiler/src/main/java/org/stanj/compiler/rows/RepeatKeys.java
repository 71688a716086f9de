package org.stanj.compiler.rows;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** The data in which rows differ, and the fields that hold them for the rows that are left. */
final class RepeatKeys {
  /**
   * Data of a row.
   *
   * @param value over the indices of the rows and, if it differs by round of an inner loop, {@link
   *     RepeatKeys#ROUND}
   */
  record Key(Expr value, Optional<Level> rounds) {}

  /** The index of inner loops. */
  static final Var ROUND = Var.local("round_of_row", CoreType.INT);

  /** More data than that make rows that are hardly the same. */
  private static final int MOST = 24;

  private final NewFields fields;
  private final Set<Var> rows = new HashSet<>();
  private final Map<Key, Var> keys = new LinkedHashMap<>();
  private boolean possible = true;

  /**
   * @param rows the loops through the rows
   */
  RepeatKeys(NewFields fields, List<Level> rows) {
    this.fields = fields;
    rows.forEach(l -> this.rows.add(l.index()));
  }

  /** Whether rows can be the same, as far as the text tells. */
  boolean isPossible() {
    return possible && !keys.isEmpty() && keys.size() <= MOST;
  }

  /** Forgets data that nothing reads. */
  void keep(Set<Var> read) {
    keys.values().stream().filter(v -> !read.contains(v)).forEach(fields::forget);
    keys.values().retainAll(read);
  }

  Map<Key, Var> fields() {
    return keys;
  }

  /**
   * The value in one of the rows that are left.
   *
   * @param value over the indices of rows
   * @param rounds the inner loops around
   */
  Expr load(Expr value, Iterable<Level> rounds, Expr left) {
    Optional<Level> own = Optional.empty();
    Set<Var> in = Variables.in(value);
    for (Level l : rounds) {
      if (in.contains(l.index())) {
        possible &= own.isEmpty();
        own = Optional.of(l);
      }
    }
    possible &= !counts(value);
    if (own.isEmpty()) {
      return Exprs.load(field(new Key(value, own)), left);
    }
    Level l = own.get();
    Expr same = Indices.replaced(value, Map.of(l.index(), Exprs.read(ROUND)));
    Var field = field(new Key(same, Optional.of(new Level(ROUND, l.from(), l.to()))));
    return Exprs.load(field, left, Exprs.subtractInt(Exprs.read(l.index()), l.from()));
  }

  /** Rows stand side by side, as in a matrix: a loop over rows is the longer one. */
  private Var field(Key key) {
    Kind kind = key.value().kind();
    boolean rounds = key.rounds().isPresent();
    CoreType type = new CoreType(kind, rounds ? 2 : 1, rounds && kind == Kind.REAL);
    return keys.computeIfAbsent(key, k -> fields.field("row_key", type));
  }

  /** Whether the value counts rows, outside of all that is loaded. */
  private boolean counts(Expr value) {
    if (value instanceof Expr.Read r) {
      return rows.contains(r.variable());
    }
    return !(value instanceof Expr.Load) && value.children().stream().anyMatch(this::counts);
  }
}
