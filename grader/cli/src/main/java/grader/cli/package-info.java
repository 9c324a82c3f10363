/** The commands; the only package that knows standard streams and exit codes. */
@NullMarked
package grader.cli;

import org.jspecify.annotations.NullMarked;
