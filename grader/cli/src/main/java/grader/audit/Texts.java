package grader.audit;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.compile.SourceError;
import grader.diagnose.Behaviours;
import grader.kata.BrokenKata;
import grader.kata.Hints;
import grader.kata.Kata;
import grader.kata.Ladder;
import grader.kata.Page;
import grader.kata.Submission;
import grader.testkit.Bug;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks what a learner reads: lesson, hints, field guide; links lead somewhere, samples compile.
 */
final class Texts {

  private static final List<String> GUIDE_SECTIONS =
      List.of("What happened", "Why", "The way out", "See it", "Read on");
  private static final int STEPS = 3;

  private final Kata kata;
  private final SourceCompiler compiler = new SourceCompiler(List.of());
  private final List<Finding> findings = new ArrayList<>();

  Texts(Kata kata) {
    this.kata = kata;
  }

  /**
   * All findings.
   *
   * @param bugs those that a check of this kata may name
   */
  List<Finding> findings(Set<Bug> bugs) {
    checking(kata.readme(), () -> page(Page.read(kata.readme())));
    checking(kata.hints(), this::hints);
    bugs.stream().sorted().forEach(this::guidePage);
    return findings;
  }

  private void checking(Path file, Runnable check) {
    try {
      check.run();
    } catch (BrokenKata broken) {
      add(file, String.valueOf(broken.getMessage()));
    }
  }

  private void hints() {
    Hints hints = Hints.of(kata);
    steps(hints.start());
    hints.ladders().forEach(this::ladder);
    for (Submission impostor : kata.impostors()) {
      if (hints.ladders().stream().noneMatch(ladder -> leadsFrom(impostor, ladder))) {
        add(hints.file(), "no section '## " + impostor.mistake() + ": <its bug>'");
      }
    }
    if (!kata.impostors().isEmpty() && !Files.exists(Behaviours.file(kata))) {
      add(Behaviours.file(kata), "missing; grader audit " + kata.name() + " --behaviour writes it");
    }
    if (hints.discussion().isBlank()) {
      add(hints.file(), "the discussion is empty");
    }
    page(Page.read(hints.file()));
  }

  private void ladder(Ladder ladder) {
    steps(ladder);
    if (kata.impostors().stream().noneMatch(impostor -> leadsFrom(impostor, ladder))) {
      add(
          kata.hints(),
          "line "
              + ladder.line()
              + ": no impostor "
              + ladder.name()
              + " with the bug "
              + ladder.bug());
    }
  }

  private void steps(Ladder ladder) {
    if (ladder.steps().size() != STEPS) {
      add(
          kata.hints(),
          "line "
              + ladder.line()
              + ": expected "
              + STEPS
              + " hints, found "
              + ladder.steps().size());
    }
  }

  private static boolean leadsFrom(Submission impostor, Ladder ladder) {
    return ladder.name().equals(impostor.mistake())
        && BugMark.slugs(impostor).equals(List.of(ladder.bug()));
  }

  private void guidePage(Bug bug) {
    Path file = kata.bugPage(bug.slug());
    checking(
        file,
        () -> {
          Page page = Page.read(file);
          if (!page.headings().equals(GUIDE_SECTIONS)) {
            add(file, "expected the sections " + GUIDE_SECTIONS + ", found " + page.headings());
          }
          page(page);
        });
  }

  private void page(Page page) {
    page.links().stream()
        .filter(link -> leadsNowhere(page.file(), link))
        .forEach(link -> add(page.file(), "this link leads nowhere: " + link));
    page.samples().forEach(sample -> sample(page.file(), sample));
  }

  private static boolean leadsNowhere(Path file, String link) {
    URI uri = URI.create(link);
    return !uri.isAbsolute()
        && !link.startsWith("#")
        && !Files.exists(file.resolveSibling(uri.getPath()));
  }

  private void sample(Path file, Page.Sample sample) {
    if (compiler.compileSample(sample.code(), kata.stub())
        instanceof Compilation.Rejected rejected) {
      rejected
          .errors()
          .forEach(error -> add(file, "line " + line(sample, error) + ": " + error.message()));
    }
  }

  private static long line(Page.Sample sample, SourceError error) {
    return sample.line() + error.line() - 1;
  }

  private void add(Path file, String what) {
    Path root = kata.folder().resolve("../..").normalize();
    findings.add(new Finding(root.relativize(file).toString(), what));
  }
}
