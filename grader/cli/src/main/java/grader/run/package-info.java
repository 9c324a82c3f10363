/** Runs workers, one JVM each, and gathers what they observed; ends them whatever happens. */
@NullMarked
package grader.run;

import org.jspecify.annotations.NullMarked;
