/** Turns observations into a verdict and says how certain it is; pure. */
@NullMarked
package grader.judge;

import org.jspecify.annotations.NullMarked;
