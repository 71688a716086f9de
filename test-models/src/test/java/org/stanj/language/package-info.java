/** The test programs through the front of the compiler: what is accepted, what is refused. */
@NullMarked
package org.stanj.language;

import org.jspecify.annotations.NullMarked;
