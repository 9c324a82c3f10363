/**
 * The forked JVM's main program: takes one job from standard input, runs it, reports events, halts.
 */
@NullMarked
package grader.worker;

import org.jspecify.annotations.NullMarked;
