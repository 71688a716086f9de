/** Tests of what is found out about core programs. */
package org.stanj.compiler.analysis;
