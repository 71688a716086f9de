package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Goes through statements that end in squares of linear forms, and through those that make the
 * containers which these read. Whatever else it meets ends the search.
 */
final class SquareWalk {
  /** A form that a check in some loops wants to be finite. */
  private record Finite(List<Level> levels, LinearForm form) {
    /** The same in terms of other loops. */
    LinearForm in(List<Level> others) {
      Map<Var, Expr> names = new HashMap<>();
      for (int i = 0; i < Math.min(levels.size(), others.size()); i++) {
        names.put(levels.get(i).index(), Exprs.read(others.get(i).index()));
      }
      return form.with(names);
    }
  }

  private final DataValues values;
  private final Forms forms;
  private final List<Square> squares = new ArrayList<>();
  private final List<RowTest> tests = new ArrayList<>();

  /** Conditions under which no check rejects, each for all rows of some loops. */
  private final List<RowTest> guards = new ArrayList<>();

  /** Forms that have to be finite. */
  private final List<Finite> finite = new ArrayList<>();

  /** What scalars are made of, in the iteration. */
  private final Map<Var, Expr> texts = new HashMap<>();

  /** How many of the loops around are sums within a row. */
  private int inner;

  private boolean possible = true;

  SquareWalk(DataValues values, Forms forms) {
    this.values = values;
    this.forms = forms;
  }

  List<Square> squares() {
    return squares;
  }

  List<RowTest> tests() {
    return tests;
  }

  List<RowTest> guards() {
    return guards;
  }

  /** Whether nothing else was met, and the coefficients of all that is checked are in squares. */
  boolean isPossible() {
    return possible
        && squares.stream().anyMatch(s -> s.power() == 2)
        && squares.stream().noneMatch(Square::isEachItsOwn)
        && finite.stream().allMatch(this::isCovered)
        && guards.stream().allMatch(this::isOfSquare);
  }

  /** Whether the keys of a square tell whether the condition holds. */
  private boolean isOfSquare(RowTest guard) {
    Set<Expr> keys = new HashSet<>(Square.keys(guard.condition(), guard.levels()));
    return squares.stream()
            .anyMatch(s -> s.levels().equals(guard.levels()) && s.keys().containsAll(keys))
        || keys.isEmpty();
  }

  private boolean isCovered(Finite f) {
    return squares.stream().anyMatch(s -> covers(s.form().with(Map.of()), f.in(s.levels())));
  }

  private static boolean covers(LinearForm square, LinearForm checked) {
    Set<Expr> known = new HashSet<>(square.terms().keySet());
    known.add(Exprs.ONE);
    square.blocks().forEach(b -> known.add(b.coefficient()));
    return checked.scale().equals(Exprs.ONE)
        && known.containsAll(checked.terms().keySet())
        && checked.blocks().stream().allMatch(b -> known.contains(b.coefficient()));
  }

  void statement(Stmt s) {
    if (!possible) {
      return;
    }
    if (s instanceof Stmt.Assign a) {
      assign(a);
    } else if (s instanceof Stmt.Increment i) {
      increment(i);
    } else if (s instanceof Stmt.Store t) {
      store(t);
    } else if (s instanceof Stmt.AddTarget t) {
      possible &= inner == 0 && terms(t.value(), Exprs.ONE);
      tests(forms.takeFilled());
    } else if (s instanceof Compound.For l) {
      loop(l);
    } else if (s instanceof Compound.If i && i.isCheck()) {
      check(i.test());
    } else if (s instanceof Stmt.Kernel k) {
      kernel(k);
    } else {
      possible &= s instanceof Stmt.Declare && forms.levels().isEmpty();
    }
    values.passed(s);
  }

  private void tests(Expr condition) {
    if (!Exprs.isInt(condition, 1)) {
      tests.add(new RowTest(forms.levels(), condition));
    }
  }

  private Optional<LinearForm> form(Expr e) {
    Optional<LinearForm> form = forms.of(e);
    tests(forms.takeFilled());
    return form;
  }

  private void assign(Stmt.Assign a) {
    possible &= inner == 0 || !forms.scalars().containsKey(a.variable());
    forms.scalars().remove(a.variable());
    texts.put(a.variable(), a.value());
    if (a.variable().isReal()) {
      form(a.value()).ifPresent(f -> forms.scalars().put(a.variable(), f));
    }
  }

  private void increment(Stmt.Increment i) {
    LinearForm before = forms.scalars().get(i.variable());
    Optional<LinearForm> more = form(i.value());
    possible &= before != null && more.isPresent();
    if (!possible) {
      return;
    }
    texts.remove(i.variable());
    if (inner == 0) {
      forms.scalars().put(i.variable(), before.plus(more.get()));
      return;
    }
    Level level = forms.levels().get(forms.levels().size() - 1);
    possible &= inner == 1 && more.get().blocks().isEmpty();
    LinearForm sum = before;
    for (Map.Entry<Expr, Expr> t : more.get().terms().entrySet()) {
      Expr coefficient = Exprs.multiply(more.get().scale(), t.getKey());
      possible &= isOfBlock(coefficient, level);
      sum = sum.plus(LinearForm.block(new LinearForm.Block(level, coefficient, t.getValue())));
    }
    forms.scalars().put(i.variable(), sum);
  }

  /** Whether the coefficient and the bounds are the same in all rows. */
  private boolean isOfBlock(Expr coefficient, Level level) {
    Set<Var> in = new HashSet<>(Variables.in(coefficient));
    in.addAll(Variables.in(level.from()));
    in.addAll(Variables.in(level.to()));
    return forms.levels().stream().noneMatch(l -> !l.equals(level) && in.contains(l.index()));
  }

  private void store(Stmt.Store t) {
    Optional<LinearForm> form = form(t.value());
    Optional<List<Expr>> at = forms.closed(t.at());
    Optional<Made> made =
        form.isPresent() && at.isPresent() && inner == 0
            ? Made.of(forms.levels(), at.get(), form.get())
            : Optional.empty();
    possible &= made.isPresent() && !forms.isMade(t.container());
    made.ifPresent(m -> forms.made(t.container(), m));
  }

  private void loop(Compound.For l) {
    Optional<Expr> from = values.closed(l.from());
    Optional<Expr> to = values.closed(l.to());
    possible &= from.isPresent() && to.isPresent() && !l.down();
    if (!possible) {
      return;
    }
    boolean sum = !forms.levels().isEmpty() && !hasTarget(l) && !stores(l);
    Map<Var, LinearForm> before = Map.copyOf(forms.scalars());
    int mark = values.mark();
    values.index(l.index());
    forms.levels().add(new Level(l.index(), from.get(), to.get()));
    inner += sum ? 1 : 0;
    l.body().forEach(this::statement);
    inner -= sum ? 1 : 0;
    forms.levels().remove(forms.levels().size() - 1);
    values.release(mark);
    afterLoop(before, sum);
  }

  /** What an inner loop leaves behind: sums, and nothing else. */
  private void afterLoop(Map<Var, LinearForm> before, boolean sum) {
    forms.scalars().keySet().retainAll(before.keySet());
    possible &= sum || forms.scalars().equals(before);
  }

  private static boolean hasTarget(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= t instanceof Stmt.AddTarget);
    return found[0];
  }

  private static boolean stores(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= t instanceof Stmt.Store);
    return found[0];
  }

  private void check(Expr test) {
    Optional<Expr> data = values.closed(test);
    if (data.isPresent()) {
      tests(Exprs.not(data.get()));
      return;
    }
    Optional<Expr> checked = FiniteTest.checked(test);
    Optional<LinearForm> form = checked.flatMap(this::form);
    if (form.isPresent()) {
      finite(form.get());
      return;
    }
    Optional<Expr> wrong = forms.coefficient(test);
    possible &= wrong.isPresent();
    wrong.ifPresent(e -> guards.add(new RowTest(forms.levels(), Exprs.not(e))));
  }

  /** Asks for coefficients that are bounded, and for data that are. */
  private void finite(LinearForm form) {
    finite.add(new Finite(List.copyOf(forms.levels()), form));
    form.terms().values().forEach(d -> tests(bounded(d)));
    for (LinearForm.Block b : form.blocks()) {
      List<Level> all = new ArrayList<>(forms.levels());
      all.add(b.level());
      tests.add(new RowTest(all, bounded(b.data())));
    }
  }

  private static Expr bounded(Expr data) {
    Expr square = Exprs.multiply(data, data);
    return Exprs.op(Operator.LESS, square, Exprs.real(CoefficientBound.SAFE));
  }

  /** A product of a matrix of data and a vector of parameters. */
  private void kernel(Stmt.Kernel k) {
    possible &= k.method().method().equals("multiplyVector") && forms.levels().isEmpty();
    if (!possible) {
      return;
    }
    Var matrix = ((Operand.Container) k.arguments().get(0)).variable();
    Var vector = ((Operand.Container) k.arguments().get(1)).variable();
    Var product = ((Operand.Container) k.arguments().get(2)).variable();
    Level row = level("row_of_" + product.name(), new Expr.Dim(matrix, 0));
    Level column = level("column_of_" + product.name(), new Expr.Dim(matrix, 1));
    int mark = values.mark();
    values.index(row.index());
    values.index(column.index());
    forms.levels().add(row);
    forms.levels().add(column);
    Expr at = Exprs.read(column.index());
    Optional<Expr> data =
        values.closed(Exprs.load(matrix, Exprs.read(row.index()), Exprs.read(column.index())));
    Optional<Expr> coefficient = forms.coefficient(Exprs.load(vector, at));
    forms.levels().clear();
    values.release(mark);
    possible &= data.isPresent() && coefficient.isPresent() && !forms.isMade(product);
    if (possible) {
      LinearForm sum =
          LinearForm.block(new LinearForm.Block(column, coefficient.get(), data.get()));
      forms.made(product, new Made(List.of(row), List.of(Exprs.integer(0)), sum));
    }
  }

  private Level level(String name, Expr size) {
    Var index = Var.local(name, CoreType.INT);
    return new Level(index, Exprs.integer(0), Exprs.subtractInt(size, Exprs.integer(1)));
  }

  /** Takes the terms of a sum, each times a factor. */
  private boolean terms(Expr value, Expr factor) {
    if (Exprs.isOperation(value, Operator.ADD)) {
      return terms(Exprs.operand(value, 0), factor) && terms(Exprs.operand(value, 1), factor);
    } else if (Exprs.isOperation(value, Operator.SUBTRACT)) {
      return terms(Exprs.operand(value, 0), factor)
          && terms(Exprs.operand(value, 1), Exprs.negate(factor));
    }
    return addTarget(value, factor) || linear(value, factor);
  }

  private boolean linear(Expr value, Expr factor) {
    Optional<LinearForm> form = form(value);
    form.ifPresent(f -> squares.add(new Square(forms.levels(), factor, f, 1)));
    return form.isPresent();
  }

  /** Takes a term apart: factor · value, where the value is to be the square of a form. */
  private boolean addTarget(Expr value, Expr factor) {
    if (value instanceof Expr.Read r && texts.containsKey(r.variable())) {
      return addTarget(texts.get(r.variable()), factor);
    }
    if (!(value instanceof Expr.Operation o)) {
      return false;
    }
    Expr first = o.operands().get(0);
    return switch (o.operator()) {
      case NEGATE -> addTarget(first, Exprs.negate(factor));
      case MULTIPLY -> product(first, o.operands().get(1), factor);
      case DIVIDE ->
          forms
              .coefficient(o.operands().get(1))
              .filter(c -> addTarget(first, Exprs.divide(factor, c)))
              .isPresent();
      default -> false;
    };
  }

  private boolean product(Expr a, Expr b, Expr factor) {
    if (a.equals(b)) {
      Optional<LinearForm> form = forms.of(a);
      form.ifPresent(f -> squares.add(new Square(forms.levels(), factor, f, 2)));
      return form.isPresent();
    }
    Optional<Expr> c = forms.coefficient(a);
    if (c.isPresent()) {
      return addTarget(b, Exprs.multiply(factor, c.get()));
    }
    Optional<Expr> d = forms.coefficient(b);
    return d.isPresent() && addTarget(a, Exprs.multiply(factor, d.get()));
  }
}
