package grader.audit;

/**
 * Something about a kata that is not as it must be.
 *
 * @param where the file, with its line if one is to blame, or the submission
 */
public record Finding(String where, String what) {}
