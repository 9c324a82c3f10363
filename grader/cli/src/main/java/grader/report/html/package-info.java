/** The page that a browser shows: what is on it, and where it is drawn; pure. */
@NullMarked
package grader.report.html;

import org.jspecify.annotations.NullMarked;
