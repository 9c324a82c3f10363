/** Proves a kata: stub unsolved, solutions passed, impostors caught and named, texts complete. */
@NullMarked
package grader.audit;

import org.jspecify.annotations.NullMarked;
