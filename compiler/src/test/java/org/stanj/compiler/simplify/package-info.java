/** Tests of the passes from core to core: goldens built by hand, and values before and after. */
@NullMarked
package org.stanj.compiler.simplify;

import org.jspecify.annotations.NullMarked;
