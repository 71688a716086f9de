/**
 * How long the gradients of a run spend in each line of the program, seen from outside: the Java
 * runtime looks at the stacks of all threads from time to time, and class files know their lines.
 *
 * <p>In: a run between start and end ({@link org.stanj.runtime.lines.LineRecording}), the program's
 * lines. Out: samples by line ({@link org.stanj.runtime.lines.LineCounts}). May use: {@code
 * runtime.model}, and the flight recorder of the Java runtime, which nothing else uses. Start at
 * {@link org.stanj.runtime.lines.LineRecording}.
 */
@NullMarked
package org.stanj.runtime.lines;

import org.jspecify.annotations.NullMarked;
