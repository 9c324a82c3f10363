/** What the engines have in common: how a test makes threads, joins them and fails. */
@NullMarked
package grader.trial;

import org.jspecify.annotations.NullMarked;
