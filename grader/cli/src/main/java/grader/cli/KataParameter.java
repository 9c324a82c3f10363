package grader.cli;

import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The kata that a command is about; may be left out where it is clear. */
final class KataParameter {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KATA",
      description =
          "Name, number, slug or folder: 04-semaphore, 4, semaphore, katas/04-semaphore/. Without"
              + " it: the one whose folder you are in, or that you checked last.")
  Optional<String> wanted = Optional.empty();
}
