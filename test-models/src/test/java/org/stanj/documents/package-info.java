/**
 * Documents that the tool writes in part: their listings are what the compiler prints today.
 *
 * <p>In: {@code docs/walk-through.md} and its program. Out: a failure where the two differ, or the
 * file written anew (profile {@code golden}). Start at {@link org.stanj.documents.WalkThroughTest}.
 */
@NullMarked
package org.stanj.documents;

import org.jspecify.annotations.NullMarked;
