/**
 * What the command and a worker JVM say to each other: records, framed, in a binary form of their
 * own.
 */
@NullMarked
package grader.protocol;

import org.jspecify.annotations.NullMarked;
