/**
 * The engine that runs trials on real threads, with noise, and tells a stuck trial from a late one.
 */
@NullMarked
package grader.stress;

import org.jspecify.annotations.NullMarked;
