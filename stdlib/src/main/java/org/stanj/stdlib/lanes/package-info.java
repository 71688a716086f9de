/**
 * Elementary functions for loops that run a block of iterations at a time, in the vectors of the
 * machine.
 *
 * <p>In: arguments in arrays. Out: values, and the same bits whether or not vectors made them:
 * every function exists over vectors and over scalars ({@link org.stanj.stdlib.lanes.Twins}), by
 * the same operations in the same order, and may change between them at any time ({@code
 * FunctionSwitch}, and {@link org.stanj.stdlib.lanes.LaneSwitch} for loops of programs). A family
 * of functions is three classes, e.g. {@code GammaTwins}, {@code VectorGamma} and {@code
 * GammaBlocks}, which decides between the two; which functions there are, the prelude says
 * ({@code @block}). May use: {@code stdlib.simd}, {@code stdlib.scalar}, {@code stdlib.check}.
 * Start at {@link org.stanj.stdlib.lanes.Blocks}.
 */
@NullMarked
package org.stanj.stdlib.lanes;

import org.jspecify.annotations.NullMarked;
