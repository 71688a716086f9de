/**
 * Kernels of the prelude: dense loops over containers, each with a hand-written adjoint.
 *
 * <p>In: containers as (array, offset, sizes), matrices column-major. Out: filled output containers
 * or a scalar. May use: {@code abi}, {@code check}, {@code scalar}, {@code simd}, EJML for
 * decompositions. An adjoint adds to the adjoints of inputs ({@code null} where not wanted) and may
 * overwrite those of outputs. Start at {@link org.stanj.stdlib.linalg.LinearAlgebra}.
 */
@NullMarked
package org.stanj.stdlib.linalg;

import org.jspecify.annotations.NullMarked;
