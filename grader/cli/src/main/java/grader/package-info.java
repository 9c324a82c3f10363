/** Grades one submission: the way of the data from sources to an assessment. */
@NullMarked
package grader;

import org.jspecify.annotations.NullMarked;
