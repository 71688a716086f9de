package org.stanj.compiler.core;

import java.util.List;

/** Gives statements the line of the program that they work for; see {@link Stmt#line}. */
public final class Lines {
  private Lines() {}

  /** The same statement on the line, if it has none of its own. */
  public static Stmt at(int line, Stmt s) {
    if (line == 0 || s.line() != 0) {
      return s;
    } else if (s instanceof Stmt.Assign a) {
      return new Stmt.Assign(a.variable(), a.value(), line);
    } else if (s instanceof Stmt.Increment i) {
      return new Stmt.Increment(i.variable(), i.value(), line);
    } else if (s instanceof Stmt.Store t) {
      return new Stmt.Store(t.container(), t.at(), t.value(), line);
    } else if (s instanceof Stmt.Accumulate t) {
      return new Stmt.Accumulate(t.container(), t.at(), t.value(), line);
    } else if (s instanceof Stmt.AddTarget t) {
      return new Stmt.AddTarget(t.value(), line);
    }
    return ofMany(line, s);
  }

  /** Statements that may work on many elements. */
  private static Stmt ofMany(int line, Stmt s) {
    if (s instanceof Compound.For f) {
      return new Compound.For(f.index(), f.from(), f.to(), f.down(), f.body(), f.facts(), line);
    } else if (s instanceof Stmt.Declare d) {
      return new Stmt.Declare(d.variable(), d.sizes(), d.fill(), line);
    } else if (s instanceof Stmt.Copy c) {
      return new Stmt.Copy(c.to(), c.from(), line);
    } else if (s instanceof Stmt.FillAll f) {
      return new Stmt.FillAll(f.container(), f.value(), line);
    } else if (s instanceof Stmt.Call c) {
      return new Stmt.Call(c.result(), c.function(), c.arguments(), c.where(), line);
    } else if (s instanceof Stmt.Kernel k) {
      return new Stmt.Kernel(k.result(), k.method(), k.arguments(), k.where(), line);
    }
    return s instanceof Stmt.ParallelSum p ? sum(line, p) : s;
  }

  private static Stmt sum(int line, Stmt.ParallelSum p) {
    return new Stmt.ParallelSum(
        p.result(),
        p.kernel(),
        p.active(),
        p.passive(),
        p.ints(),
        p.n(),
        p.grainsize(),
        p.adjoint(),
        p.where(),
        line);
  }

  /** Puts the statements from a position of a list on, on the line. */
  public static void from(int start, int line, List<Stmt> list) {
    for (int i = start; line != 0 && i < list.size(); i++) {
      list.set(i, at(line, list.get(i)));
    }
  }
}
