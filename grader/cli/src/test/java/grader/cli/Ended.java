package grader.cli;

/** What a command left behind. */
record Ended(int code, String out, String err) {}
