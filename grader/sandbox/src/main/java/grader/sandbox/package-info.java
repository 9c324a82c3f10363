/**
 * A launcher that gives up all a Linux process may do but to compute and to speak through its
 * streams, and then becomes the command it was given.
 */
@NullMarked
package grader.sandbox;

import org.jspecify.annotations.NullMarked;
