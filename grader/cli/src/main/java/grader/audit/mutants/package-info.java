/** Breaks solutions by small changes, to see whether the hidden tests notice. */
@NullMarked
package grader.audit.mutants;

import org.jspecify.annotations.NullMarked;
