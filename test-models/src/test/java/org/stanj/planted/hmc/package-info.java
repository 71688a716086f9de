/** Planted for {@link org.stanj.architecture.ArchitectureTest}: breaks a rule on purpose. */
@NullMarked
package org.stanj.planted.hmc;

import org.jspecify.annotations.NullMarked;
