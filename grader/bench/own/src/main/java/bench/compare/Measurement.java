package bench.compare;

/**
 * One run of a tool on a program.
 *
 * @param run its number, or the seed
 * @param line what the tool said
 */
record Measurement(String part, String program, String tool, int run, String line) {

  static Measurement parse(String row) {
    String[] cells = row.split("\t", -1);
    return new Measurement(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4]);
  }

  String row() {
    return String.join("\t", part, program, tool, "" + run, line.replace('\t', ' '));
  }

  private String word(int number) {
    String[] words = line.split(" ");
    return number < words.length ? words[number] : "";
  }

  boolean found() {
    return line.startsWith("FOUND");
  }

  boolean passed() {
    return line.startsWith("NOTHING");
  }

  boolean isRate() {
    return line.startsWith("RATE");
  }

  double rate() {
    return Double.parseDouble(word(1));
  }

  /** In which schedule it was found, or how many found nothing; NaN if the tool does not tell. */
  double schedules() {
    return word(1).equals("?") ? Double.NaN : Double.parseDouble(word(1));
  }

  /** From the start of the JVM. */
  double seconds() {
    return Double.parseDouble(word(2)) / 1_000;
  }
}
