/**
 * Kernels of the prelude that call a function of the program: differential and algebraic equations,
 * quadrature, the embedded Laplace approximation, jobs.
 *
 * <p>In: a {@link org.stanj.stdlib.abi.Callback}, containers as (array, offset, sizes), matrices
 * column-major. Out: filled output containers, and as the result a <em>trace</em> of the work,
 * which the adjoint reads, or a value with its trace behind it in the same array. May use: {@code
 * abi}, {@code check}, {@code scalar}, {@code linalg}, {@code random}, EJML.
 *
 * <p>Each kernel {@code m} has an {@code mAdjoint}: the same arguments, outputs included, then the
 * trace, or the value and (array, offset) of its adjoint, then (array, offset) of the adjoint of
 * each real container in the order of the arguments, then (array, offset) of the adjoint of the
 * callback's active frame. An adjoint adds to the adjoints of inputs ({@code null} where not
 * wanted) and may overwrite those of outputs.
 */
@NullMarked
package org.stanj.stdlib.solver;

import org.jspecify.annotations.NullMarked;
