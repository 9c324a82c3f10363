/**
 * Rewrites the classes of a submission so that an engine can interfere at every step that other
 * threads can notice.
 */
@NullMarked
package grader.instrument;

import org.jspecify.annotations.NullMarked;
