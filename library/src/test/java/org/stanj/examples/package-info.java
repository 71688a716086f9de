/**
 * The examples of {@code docs/java.md}, as programs that tests run: what stands between {@code //
 * [name]} and {@code // [end]} is quoted on the page.
 */
package org.stanj.examples;
