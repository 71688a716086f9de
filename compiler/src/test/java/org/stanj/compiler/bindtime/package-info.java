/** Tests of what moves to bind. */
@NullMarked
package org.stanj.compiler.bindtime;

import org.jspecify.annotations.NullMarked;
