/**
 * What the compiler says about a user's program: errors and warnings as data.
 *
 * <p>In: a code of the catalogue, a span, arguments. Out: text in stanc's form. May use: source.
 * Start at {@link org.stanj.compiler.diagnostic.ErrorCode}, the catalogue.
 */
@NullMarked
package org.stanj.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
