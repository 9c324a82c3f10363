package grader.cli;

import grader.kata.Kata;
import grader.kata.Katas;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the katas that the command line means. */
final class Selection {

  private final Session session;
  private final Katas katas;

  Selection(Session session) {
    this.session = session;
    this.katas = session.katas();
  }

  /**
   * The kata called by its name, number, slug or folder; without a word, the one at hand.
   *
   * @throws UsageProblem if there is none; the message says which are similar
   */
  Kata kata(Optional<String> wanted) {
    String word = wanted.or(this::atHand).orElseThrow(() -> new UsageProblem(none()));
    return katas.find(word).or(() -> at(word)).orElseThrow(() -> new UsageProblem(unknown(word)));
  }

  /** The names of several katas; none of their files has been read. */
  List<String> names(List<String> wanted, boolean all) {
    if (all) {
      return katas.names();
    }
    List<String> words = wanted.isEmpty() ? atHand().stream().toList() : wanted;
    if (words.isEmpty()) {
      throw new UsageProblem(none());
    }
    return words.stream()
        .map(word ->
            katas
                .named(word)
                .or(() -> katas.nameAt(session.context().here().resolve(word).normalize()))
                .orElseThrow(() -> new UsageProblem(unknown(word))))
        .distinct()
        .toList();
  }

  /** The kata in whose folder we are, or the one that was checked last. */
  private Optional<String> atHand() {
    return katas
        .nameAt(session.context().here())
        .or(() -> session.state().read().last().filter(katas.names()::contains));
  }

  private Optional<Kata> at(String word) {
    Path folder = session.context().here().resolve(word).normalize();
    return katas.nameAt(folder).flatMap(katas::find);
  }

  private String none() {
    return "which kata? Name one, as in 'grader check "
        + katas.names().stream().findFirst().orElse("04-semaphore")
        + "'."
        + list();
  }

  private String unknown(String word) {
    List<String> similar = katas.similar(word);
    String guess = similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + "?";
    return "there is no kata '" + word + "'." + guess + list();
  }

  private String list() {
    return katas.names().isEmpty()
        ? "\nThere are no katas in " + session.shown(katas.root().resolve("katas")) + "."
        : "\nKatas:\n  " + String.join("\n  ", katas.names());
  }
}
