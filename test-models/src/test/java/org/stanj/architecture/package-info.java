/**
 * The arrows between rooms, held by tests.
 *
 * <p>In: the class files of all modules. Out: a failure for each use that the table does not allow.
 * Start at {@link org.stanj.architecture.Rooms}, the table.
 */
@NullMarked
package org.stanj.architecture;

import org.jspecify.annotations.NullMarked;
