/**
 * What a sampler sees of a model, and what an emitted class is.
 *
 * <p>In: data and unconstrained points. Out: log densities, gradients, constrained rows. May use:
 * {@code stdlib.abi}. Start at {@link org.stanj.runtime.model.Model}; emitted classes extend {@link
 * org.stanj.runtime.model.GeneratedModel}.
 */
@NullMarked
package org.stanj.runtime.model;

import org.jspecify.annotations.NullMarked;
