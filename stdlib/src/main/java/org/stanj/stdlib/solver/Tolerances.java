package org.stanj.stdlib.solver;

/**
 * How exact a solution is to be.
 *
 * @param relative relative tolerance
 * @param absolute absolute tolerance
 * @param maxSteps most steps between two outputs
 * @param function the Stan function, for messages
 */
record Tolerances(double relative, double absolute, int maxSteps, String function) {}
