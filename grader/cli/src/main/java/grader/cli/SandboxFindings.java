package grader.cli;

import grader.cli.DoctorCommand.Symptom;
import grader.cli.DoctorCommand.Symptom.Mark;
import grader.run.SandboxFinding;
import grader.run.Sandboxes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which sandboxes there are, which one is used, and why others are not. */
final class SandboxFindings {

  private static final String WHAT = "sandbox";

  private final Sandboxes sandboxes;
  private final Context context;

  SandboxFindings(Sandboxes sandboxes, Context context) {
    this.sandboxes = sandboxes;
    this.context = context;
  }

  List<Symptom> symptoms() {
    List<SandboxFinding> findings = sandboxes.examine();
    Optional<SandboxFinding> used = findings.stream().filter(SandboxFinding::proved).findFirst();
    List<Symptom> symptoms = new ArrayList<>();
    symptoms.add(
        used.map(one ->
                new Symptom(
                    Mark.OK,
                    WHAT,
                    name(one) + ": a submission reaches no file, network or process"))
            .orElse(new Symptom(Mark.NOTE, WHAT, "none: what a submission does, it does as you")));
    findings.stream()
        .filter(one -> used.filter(one::equals).isEmpty())
        .map(SandboxFindings::symptom)
        .forEach(symptoms::add);
    docker().ifPresent(symptoms::add);
    return symptoms;
  }

  private static String name(SandboxFinding finding) {
    return finding.kind().label();
  }

  private static Symptom symptom(SandboxFinding finding) {
    return new Symptom(
        finding.proved() ? Mark.OK : Mark.NOTE,
        WHAT,
        name(finding)
            + finding
                .problem()
                .map(problem -> " cannot be used: " + problem)
                .orElse(" would do, too"));
  }

  /** It is not used: a container holds the whole grader, which has to be put there by somebody. */
  private Optional<Symptom> docker() {
    return Stream.of(context.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "docker"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(found ->
            new Symptom(
                Mark.NOTE,
                WHAT,
                "docker is there (" + found + "); to use it, run all of it in one"));
  }
}
