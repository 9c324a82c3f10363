/** Turns sources into classes; what is wrong with them is a value with file, line and message. */
@NullMarked
package grader.compile;

import org.jspecify.annotations.NullMarked;
