/** The engine that runs every thread of a trial under control, one at a time, on one carrier. */
@NullMarked
package grader.explore;

import org.jspecify.annotations.NullMarked;
