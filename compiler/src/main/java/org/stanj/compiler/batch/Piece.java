package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** A part of the body of a loop that runs a block of iterations at a time. */
sealed interface Piece {
  /** Steps that each iteration does for itself: assignments, elements, and conditions over them. */
  record Stretch(List<Stmt> steps) implements Piece {}

  /** What is the same for all iterations, done once for the block. */
  record Once(Stmt statement) implements Piece {}

  /**
   * A kernel over containers of the iterations; its scalars are variables.
   *
   * @param scalars its scalar arguments, in order
   */
  record Kernel(Stmt.Kernel kernel, List<Var> scalars) implements Piece {}

  /** A container of which each iteration has its own: of the block there is one. */
  record Own(Stmt.Declare declaration) implements Piece {}

  /** An inner loop that counts alike in all iterations. */
  record Repeat(Compound.For loop, List<Piece> body) implements Piece {}

  /** A condition that comes out alike in all iterations. */
  record Branch(Compound.If choice, List<Piece> yes, List<Piece> no) implements Piece {}

  /** Frees what its body makes. */
  record Scope(List<Piece> body) implements Piece {}

  /** All stretches of pieces, in order. */
  static List<Stretch> stretches(List<Piece> pieces) {
    List<Stretch> found = new ArrayList<>();
    walk(pieces, p -> found.addAll(p instanceof Stretch s ? List.of(s) : List.of()));
    return found;
  }

  /** Visits pieces and what is in them. */
  static void walk(List<Piece> pieces, Consumer<Piece> f) {
    for (Piece p : pieces) {
      f.accept(p);
      if (p instanceof Repeat r) {
        walk(r.body(), f);
      } else if (p instanceof Branch b) {
        walk(b.yes(), f);
        walk(b.no(), f);
      } else if (p instanceof Scope s) {
        walk(s.body(), f);
      }
    }
  }
}
