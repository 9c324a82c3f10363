package grader.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was found of sandboxes, kept from one check to the next beside the launcher's jar, which it
 * is trusted as much as. It counts only for the same kernel, JDK, user and launcher. Whoever cannot
 * write there just tries each time.
 */
final class KnownProofs {

  private static final int DIGITS = 16;
  private static final String PROVED = "proved";

  private final Path launcher;
  private final Path file;

  KnownProofs(Installation installation) {
    this.launcher = installation.sandbox();
    this.file = launcher.resolveSibling("sandboxes.txt");
  }

  /** What was found, if it was found here. */
  Optional<SandboxFinding> find(SandboxKind kind) {
    try {
      String begin = kind.label() + " " + surroundings() + " ";
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(begin))
          .map(line -> line.substring(begin.length()))
          .map(found ->
              new SandboxFinding(kind, Optional.of(found).filter(one -> !one.equals(PROVED))))
          .findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Keeps it, instead of what was found of this sandbox before. */
  void keep(SandboxFinding finding) {
    String label = finding.kind().label();
    try {
      List<String> lines =
          new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
      lines.removeIf(line -> line.startsWith(label + " "));
      String found = finding.problem().map(text -> text.replace('\n', ' ')).orElse(PROVED);
      lines.add(label + " " + surroundings() + " " + found);
      Path unfinished =
          Files.createTempFile(file.toAbsolutePath().getParent(), "sandboxes", ".new");
      Files.write(unfinished, lines);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      // Then it is tried each time.
    }
  }

  /** A digest of what a finding depends on. */
  private String surroundings() throws IOException {
    MessageDigest digest = sha256();
    for (String property : List.of("os.version", "java.vm.version", "java.home", "user.name")) {
      digest.update((System.getProperty(property) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    digest.update(Files.readAllBytes(launcher));
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
