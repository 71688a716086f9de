/**
 * Whether and how this machine computes in lanes.
 *
 * <p>In: nothing. Out: whether the JDK's vector module is there ({@link
 * org.stanj.stdlib.simd.VectorModule}), when vectors are worth a try ({@link
 * org.stanj.stdlib.simd.ScalarWork}) and compiled ({@link org.stanj.stdlib.simd.Rehearsal}),
 * whether multiplication and addition are fused ({@link org.stanj.stdlib.simd.Fused}). May use: the
 * JDK only. Kernels in lanes live beside their scalar twins in the packages that need them, in
 * classes of their own that are reached only where the module is there.
 */
@NullMarked
package org.stanj.stdlib.simd;

import org.jspecify.annotations.NullMarked;
