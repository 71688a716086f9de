/**
 * Programs made to break what runs them: posteriors that cannot be normalised, densities without
 * slopes or values, wild transforms, failing generated quantities. Whatever they do, a run ends
 * with rows or with a message about the program.
 */
@org.jspecify.annotations.NullMarked
package org.stanj.hostile;
