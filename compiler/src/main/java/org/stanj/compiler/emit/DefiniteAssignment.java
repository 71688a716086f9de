package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Finds the local variables that some path reads before it assigns them: the JVM's verifier wants
 * them initialised, and an outlined piece must be given their values.
 */
final class DefiniteAssignment {
  private final Set<String> assigned = new HashSet<>();
  private final List<String> order = new ArrayList<>();
  private final Set<Var> exposed = new LinkedHashSet<>();

  private DefiniteAssignment() {}

  /** Local variables that the function may read unassigned. */
  static Set<Var> exposed(CoreFunction function) {
    DefiniteAssignment analysis = new DefiniteAssignment();
    function.parameters().forEach(analysis::assign);
    analysis.run(function.body());
    return analysis.exposed;
  }

  /** What is read and assigned by statements that stand on their own. */
  record Flow(Set<Var> exposed, Set<String> assigned) {}

  /** The variables that the statements read before assigning them, and those surely assigned. */
  static Flow flow(List<Stmt> body) {
    DefiniteAssignment analysis = new DefiniteAssignment();
    analysis.run(body);
    return new Flow(analysis.exposed, analysis.assigned);
  }

  private void assign(Var variable) {
    if (Uses.isLocal(variable) && assigned.add(variable.name())) {
      order.add(variable.name());
    }
  }

  private void read(Var variable) {
    if (Uses.isLocal(variable) && !assigned.contains(variable.name())) {
      exposed.add(variable);
    }
  }

  /** Whether the statements can end normally. */
  private boolean run(List<Stmt> body) {
    for (Stmt statement : body) {
      if (!run(statement)) {
        return false;
      }
    }
    return true;
  }

  private boolean run(Stmt statement) {
    Uses.reads(statement, this::read);
    if (statement instanceof Compound.If branch) {
      return branch(branch);
    }
    if (statement instanceof Compound.For loop) {
      int mark = order.size();
      assign(loop.index());
      run(loop.body());
      undo(mark);
      return true;
    }
    if (statement instanceof Compound.While || statement instanceof Compound.Once) {
      int mark = order.size();
      statement.forEachBody(this::run);
      undo(mark);
      return true;
    }
    if (statement instanceof Compound.Region || statement instanceof Compound.Profile) {
      boolean[] completes = {true};
      statement.forEachBody(body -> completes[0] = run(body));
      return completes[0];
    }
    Uses.made(statement).ifPresent(this::assign);
    return !Exits.isEnd(statement);
  }

  private boolean branch(Compound.If branch) {
    int mark = order.size();
    boolean yes = run(branch.yes());
    List<String> inYes = undo(mark);
    boolean no = run(branch.no());
    List<String> inNo = undo(mark);
    if (!yes || !no) {
      (yes ? inYes : inNo).forEach(this::assign);
      return yes || no;
    }
    Set<String> both = new HashSet<>(inYes);
    inNo.stream().filter(both::contains).forEach(this::assign);
    return true;
  }

  private void assign(String name) {
    if (assigned.add(name)) {
      order.add(name);
    }
  }

  private List<String> undo(int mark) {
    List<String> since = order.subList(mark, order.size());
    List<String> undone = List.copyOf(since);
    undone.forEach(assigned::remove);
    since.clear();
    return undone;
  }
}
