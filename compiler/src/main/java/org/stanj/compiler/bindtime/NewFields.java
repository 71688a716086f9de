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
public final class NewFields {
  private final Names names;
  private final List<Var> added = new ArrayList<>();
  private final List<Stmt> filling = new ArrayList<>();

  /** Lines from which something has moved. */
  private final Set<Integer> lines = new TreeSet<>();

  private int line;

  public NewFields(CoreProgram program) {
    names = new Names();
    program.fields().forEach(f -> names.fresh(f.name()));
    program.functions().values().forEach(names::reserve);
  }

  private NewFields(Names names) {
    this.names = names;
  }

  /** For an attempt: what is added to it is added here by {@link #add} only. */
  public NewFields attempt() {
    NewFields attempt = new NewFields(names);
    attempt.line = line;
    return attempt;
  }

  /** Adds what an attempt has added. */
  public void add(NewFields attempt) {
    added.addAll(attempt.added);
    filling.addAll(attempt.filling);
    lines.addAll(attempt.lines);
  }

  public boolean isEmpty() {
    return added.isEmpty();
  }

  /** A new field. */
  public Var field(String base, CoreType type) {
    Var v = new Var(names.fresh(base), type, Var.Storage.FIELD);
    added.add(v);
    return v;
  }

  /** Takes back a field. */
  public void forget(Var field) {
    added.remove(field);
  }

  /** A name for the index of a loop in bind. */
  public Var index(Var like) {
    return names.local(like.name(), CoreType.INT);
  }

  /** A name for a variable of a function. */
  public Var local(String base, CoreType type) {
    return names.local(base, type);
  }

  /** What moves from here on comes from a statement that names a line, or names none of its own. */
  public void at(Stmt s) {
    line = s.line() == 0 ? line : Math.abs(s.line());
  }

  /** The line of what is looked at. */
  public int line() {
    return line;
  }

  public Set<Integer> lines() {
    return lines;
  }

  /** What bind runs at its end. */
  public void fill(Stmt s) {
    filling.add(s);
    lines.add(line);
  }

  /** Bind with what fills the fields; a return at its end stays there. */
  public CoreFunction fill(CoreFunction bind) {
    List<Stmt> body = new ArrayList<>(bind.body());
    boolean returns = !body.isEmpty() && body.get(body.size() - 1) instanceof Stmt.Return;
    body.addAll(returns ? body.size() - 1 : body.size(), filling);
    return bind.withBody(body);
  }

  public CoreProgram declare(CoreProgram program) {
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
