/** Remembers between two commands how far the learner has come. */
@NullMarked
package grader.cli.state;

import org.jspecify.annotations.NullMarked;
