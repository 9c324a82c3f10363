/** Knows the folders of a kata; the only package with folder names in it. */
@NullMarked
package grader.kata;

import org.jspecify.annotations.NullMarked;
