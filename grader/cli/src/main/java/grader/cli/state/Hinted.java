package grader.cli.state;

/**
 * The last hint that was given for a kata.
 *
 * @param section name of the ladder
 * @param level how far up, from 1
 * @param triedSince whether a check has failed after it
 */
public record Hinted(String section, int level, boolean triedSince) {}
