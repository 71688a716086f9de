/** Planted for {@link org.stanj.architecture.ArchitectureTest}: breaks a rule on purpose. */
@NullMarked
package org.stanj.planted.command;

import org.jspecify.annotations.NullMarked;
