/** Tests of the parser: trees, messages, old syntax, includes, limits. */
@NullMarked
package org.stanj.compiler.parse;

import org.jspecify.annotations.NullMarked;
