/** Tests of the text of diagnostics. */
@NullMarked
package org.stanj.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
