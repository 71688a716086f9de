package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Moves scalars of a long function to containers (its frames), so that the pieces it is split into
 * share them without passing each: a reverse sweep needs most of what the forward sweep made.
 * Around a loop that will stay whole they are copied to locals and back.
 */
final class Framing {
  private final SizeEstimate size;
  private final FreshNames names;
  private final int room;
  private final Map<Kind, Var> frames = new LinkedHashMap<>();
  private final Map<Var, Integer> slots = new LinkedHashMap<>();
  private final Map<Kind, Integer> lengths = new LinkedHashMap<>();

  /**
   * @param room size of the largest loop that stays whole, in bytes
   */
  Framing(SizeEstimate size, FreshNames names, int room) {
    this.size = size;
    this.names = names;
    this.room = room;
  }

  /** The function with these scalars in frames, but for loop indices. */
  CoreFunction frame(CoreFunction function, Set<Var> scalars) {
    Set<Var> framed = new LinkedHashSet<>(scalars);
    function.body().forEach(s -> s.walk(loop -> removeIndex(loop, framed)));
    framed.forEach(this::add);
    List<Stmt> body = new ArrayList<>();
    frames.forEach((kind, frame) -> body.add(declare(frame, lengths.get(kind))));
    function.parameters().stream().filter(slots::containsKey).forEach(p -> body.add(save(p)));
    body.addAll(rewrite(function.body()));
    return function.withBody(body);
  }

  private static void removeIndex(Stmt statement, Set<Var> from) {
    if (statement instanceof Compound.For loop) {
      from.remove(loop.index());
    }
  }

  private void add(Var scalar) {
    Kind kind = scalar.type().kind();
    CoreType type = new CoreType(kind, 1, false);
    frames.computeIfAbsent(kind, k -> Var.local(names.fresh("frame"), type));
    slots.put(scalar, lengths.merge(kind, 1, Integer::sum) - 1);
  }

  private static Stmt declare(Var frame, int length) {
    return new Stmt.Declare(frame, List.of(new Expr.IntLiteral(length)), Stmt.Fill.ZERO);
  }

  private List<Stmt> rewrite(List<Stmt> body) {
    List<Stmt> rewritten = new ArrayList<>();
    for (Stmt statement : body) {
      boolean loop = statement instanceof Compound.For || statement instanceof Compound.While;
      if (loop && size.of(statement) <= room) {
        keep(statement, rewritten);
      } else {
        rewrite(statement, rewritten);
      }
    }
    return rewritten;
  }

  /** A loop over locals that are copies of the frames. */
  private void keep(Stmt loop, List<Stmt> to) {
    Set<Var> used = new LinkedHashSet<>();
    Set<Var> made = new LinkedHashSet<>();
    loop.walk(
        s -> {
          Uses.reads(s, used::add);
          Uses.made(s).ifPresent(made::add);
        });
    used.addAll(made);
    used.stream().filter(slots::containsKey).map(v -> new Stmt.Assign(v, load(v))).forEach(to::add);
    to.add(loop);
    made.stream().filter(slots::containsKey).map(this::save).forEach(to::add);
  }

  private void rewrite(Stmt given, List<Stmt> to) {
    Stmt statement = given instanceof Stmt.Increment i ? i.assignment() : given;
    UnaryOperator<Expr> loads = e -> e.rewriteBottomUp(this::load);
    Stmt inner = statement.mapExpressions(loads).mapBodies(this::rewrite);
    Optional<Var> made = Uses.made(statement).filter(slots::containsKey);
    if (made.isEmpty()) {
      to.add(inner);
    } else if (inner instanceof Stmt.Assign assign) {
      to.add(new Stmt.Store(frame(made.get()), at(made.get()), assign.value(), assign.line()));
    } else {
      to.add(inner);
      to.add(save(made.get()));
    }
  }

  private Expr load(Expr e) {
    return e instanceof Expr.Read read && slots.containsKey(read.variable())
        ? load(read.variable())
        : e;
  }

  private Expr load(Var scalar) {
    return new Expr.Load(frame(scalar), at(scalar));
  }

  private Stmt save(Var scalar) {
    return new Stmt.Store(frame(scalar), at(scalar), new Expr.Read(scalar));
  }

  private Var frame(Var scalar) {
    return frames.get(scalar.type().kind());
  }

  private List<Expr> at(Var scalar) {
    return List.of(new Expr.IntLiteral(slots.get(scalar)));
  }
}
