package org.stanj.compiler.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The comments of a program that have not been written yet. Those that stand where the formatter
 * has no place for them are passed over, and written after the statement.
 */
final class Comments {
  private final Deque<Trivia> ahead;
  private List<Trivia.Comment> passedOver = new ArrayList<>();

  Comments(List<Trivia> all) {
    this.ahead = new ArrayDeque<>(all);
  }

  /** Takes the comments that begin before a place. */
  List<Trivia.Comment> before(TextPosition place) {
    List<Trivia.Comment> taken = new ArrayList<>();
    while (!ahead.isEmpty() && ahead.peek().begin().isBefore(place)) {
      if (ahead.poll() instanceof Trivia.Comment comment) {
        taken.add(comment);
      }
    }
    return taken;
  }

  /** Takes the comments before the next separator, and the separator, if it is before a place. */
  List<Trivia.Comment> beforeSeparator(TextPosition limit) {
    List<Trivia.Comment> taken = new ArrayList<>();
    while (!ahead.isEmpty() && ahead.peek().begin().isBefore(limit)) {
      if (ahead.poll() instanceof Trivia.Comment comment) {
        taken.add(comment);
      } else {
        break;
      }
    }
    return taken;
  }

  /** Passes over the comments that begin before a place. */
  void passOver(TextPosition place) {
    passedOver.addAll(before(place));
  }

  /** Takes those that were passed over. */
  List<Trivia.Comment> takePassedOver() {
    List<Trivia.Comment> taken = passedOver;
    passedOver = new ArrayList<>();
    return taken;
  }

  /** Takes all that are left. */
  List<Trivia.Comment> rest() {
    List<Trivia.Comment> taken = new ArrayList<>();
    while (!ahead.isEmpty()) {
      if (ahead.poll() instanceof Trivia.Comment comment) {
        taken.add(comment);
      }
    }
    return taken;
  }
}
