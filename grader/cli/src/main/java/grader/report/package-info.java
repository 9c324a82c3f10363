/** Writes assessments down for people and machines; pure. */
@NullMarked
package grader.report;

import org.jspecify.annotations.NullMarked;
