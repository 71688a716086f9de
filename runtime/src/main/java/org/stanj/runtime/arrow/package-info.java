/**
 * Messages of Apache Arrow's IPC format for tables of real numbers, as bytes.
 *
 * <p>In: names of columns, texts beside them, rows; or the bytes of a message. Out: the bytes, or
 * what they say. May use: the generated classes of arrow-format; no room of ours. Start at {@link
 * org.stanj.runtime.arrow.ArrowMessage}.
 *
 * <p>Source: Arrow Columnar Format 1.5, "Serialization and Interprocess Communication".
 */
@NullMarked
package org.stanj.runtime.arrow;

import org.jspecify.annotations.NullMarked;
