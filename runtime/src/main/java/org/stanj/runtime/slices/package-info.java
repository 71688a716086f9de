/**
 * The threads of a run that help with the sums of its chains.
 *
 * <p>In: the number of threads ({@link org.stanj.runtime.slices.Cores}) and a model. Out: a {@link
 * org.stanj.stdlib.abi.SliceRunner} for each scratch of the model, or the model with scratches that
 * have one. May use: model, {@code stdlib.abi}. Threads are created here. Start at {@link
 * org.stanj.runtime.slices.SlicePool}, then {@code PooledSlices} (whoever has a sum), {@code Desk}
 * (where both meet) and {@code PoolThread}.
 */
@NullMarked
package org.stanj.runtime.slices;

import org.jspecify.annotations.NullMarked;
