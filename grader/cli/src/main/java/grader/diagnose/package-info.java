/** Names the bug that explains a verdict, and the evidence for it; pure. */
@NullMarked
package grader.diagnose;

import org.jspecify.annotations.NullMarked;
