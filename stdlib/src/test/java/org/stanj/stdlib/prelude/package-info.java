/** Tests of the prelude's text. */
package org.stanj.stdlib.prelude;
