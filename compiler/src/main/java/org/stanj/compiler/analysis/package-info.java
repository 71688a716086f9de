/**
 * What is known of core programs, each question answered by one class; all passes ask here.
 *
 * <ul>
 *   <li>Of names: at how many places they get a value ({@link
 *       org.stanj.compiler.analysis.Definitions}), how often they are mentioned ({@link
 *       org.stanj.compiler.analysis.Occurrences}), which stand for the same elements ({@link
 *       org.stanj.compiler.analysis.Aliases}), which carry derivatives ({@link
 *       org.stanj.compiler.analysis.Activity}).
 *   <li>At a place: what surely has a value ({@link org.stanj.compiler.analysis.Assigned}), what
 *       may be read before it has one ({@link org.stanj.compiler.analysis.EarlyReads}), ranges and
 *       sizes ({@link org.stanj.compiler.analysis.IntFacts}, from what bind makes sure of, {@link
 *       org.stanj.compiler.analysis.DataFacts}).
 *   <li>Of statements: what they read, write and do ({@link org.stanj.compiler.analysis.Effects},
 *       with {@link org.stanj.compiler.analysis.VisibleFunctions}).
 *   <li>Of loops: whether iterations are independent, or why not ({@link
 *       org.stanj.compiler.analysis.Loops}).
 * </ul>
 *
 * <p>What the JVM's verifier knows of locals is a question of {@code emit}. In: a core function.
 * Out: facts; nothing is changed but the notes on loops. May use: {@code core}. Start at {@link
 * org.stanj.compiler.analysis.FunctionFacts}; what passes answer to whoever asks for an explanation
 * is a {@link org.stanj.compiler.analysis.Finding}.
 */
@NullMarked
package org.stanj.compiler.analysis;

import org.jspecify.annotations.NullMarked;
