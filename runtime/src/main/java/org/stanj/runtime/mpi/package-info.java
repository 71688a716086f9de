/**
 * The ranks of an MPI launcher at work on one model: the first one samples, the others evaluate
 * chunks of its parallel sums.
 *
 * <p>In: what the launcher says in the environment ({@link org.stanj.runtime.mpi.Launch}), a bound
 * model. Out: on rank 0 a model whose scratches hand their slices to all ranks ({@link
 * org.stanj.runtime.mpi.Ranks}); on the others a loop that serves them ({@link
 * org.stanj.runtime.mpi.RankService}). Only parameters and rows of results travel. May use: {@code
 * runtime.arguments}, {@code runtime.model}, {@code stdlib.abi}, and JNA, which calls the C
 * functions of a library that is found at run time. Start at {@link org.stanj.runtime.mpi.Ranks}.
 */
@NullMarked
package org.stanj.runtime.mpi;

import org.jspecify.annotations.NullMarked;
