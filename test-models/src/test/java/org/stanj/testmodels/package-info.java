/**
 * Compares compiled programs with figures that real Stan computed.
 *
 * <p>In: the folders of {@code test-models} (programs, data, figures). Out: test results. May use:
 * everything. Only {@link org.stanj.testmodels.TestPrograms} knows how a program becomes a model.
 * Start at {@link org.stanj.testmodels.DensityTest}.
 */
@NullMarked
package org.stanj.testmodels;

import org.jspecify.annotations.NullMarked;
