package org.stanj.runtime.optimize;

import java.util.Optional;

/**
 * One step of a climb.
 *
 * @param iteration its number, from 1
 * @param point where it led to; the point before if the line search failed
 * @param length Euclidean length of the step
 * @param alpha length in units of the search direction
 * @param firstAlpha the length that was tried first
 * @param evaluations of the gradient since the climb began
 * @param note what was out of the ordinary, or empty
 * @param end why the climb ends here, if it does
 */
public record Step(
    int iteration,
    Point point,
    double length,
    double alpha,
    double firstAlpha,
    int evaluations,
    String note,
    Optional<Termination> end) {}
