package org.stanj.compiler.bindtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** The fields that the pass adds to a program, and what fills them. */
final class NewFields {
  private final Names names = new Names();
  private final List<Var> added = new ArrayList<>();
  private final List<Stmt> filling = new ArrayList<>();

  /** Lines from which something has moved. */
  private final Set<Integer> lines = new TreeSet<>();

  private int line;

  NewFields(CoreProgram program) {
    program.fields().forEach(f -> names.fresh(f.name()));
    program.functions().values().forEach(names::reserve);
  }

  boolean isEmpty() {
    return added.isEmpty();
  }

  /** A new field. */
  Var field(String base, CoreType type) {
    Var v = new Var(names.fresh(base), type, Var.Storage.FIELD);
    added.add(v);
    return v;
  }

  /** A name for the index of a loop in bind. */
  Var index(Var like) {
    return names.local(like.name(), CoreType.INT);
  }

  /** What moves from here on comes from a statement that names a line, or names none of its own. */
  void at(Stmt s) {
    line = s.line() == 0 ? line : Math.abs(s.line());
  }

  Set<Integer> lines() {
    return lines;
  }

  /** What bind runs at its end. */
  void fill(Stmt s) {
    filling.add(s);
    lines.add(line);
  }

  /** Bind with what fills the fields; a return at its end stays there. */
  CoreFunction fill(CoreFunction bind) {
    List<Stmt> body = new ArrayList<>(bind.body());
    boolean returns = !body.isEmpty() && body.get(body.size() - 1) instanceof Stmt.Return;
    body.addAll(returns ? body.size() - 1 : body.size(), filling);
    return bind.withBody(body);
  }

  CoreProgram declare(CoreProgram program) {
    List<Var> fields = new ArrayList<>(program.fields());
    fields.addAll(added);
    return new CoreProgram(
        program.name(),
        fields,
        program.functions(),
        program.kernels(),
        program.callbacks(),
        program.variables(),
        program.flags());
  }
}
