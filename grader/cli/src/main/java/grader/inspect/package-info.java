/**
 * Looks at compiled classes before any of them runs: the plan of tests, missing API, forbidden API.
 */
@NullMarked
package grader.inspect;

import org.jspecify.annotations.NullMarked;
