package grader;

import grader.kata.Kata;
import grader.kata.Submission;
import grader.run.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Class files of hidden tests, kept from one check to the next beside the grader's own jars, which
 * they are trusted as much as. They are found again only for the same sources, worker and JDK.
 * Whoever cannot write there just compiles each time.
 */
final class KeptTests {

  private static final int DIGITS = 32;

  private final Installation installation;

  KeptTests(Installation installation) {
    this.installation = installation;
  }

  /** The classes kept for these tests as they are now, compiled against this solution. */
  Optional<Map<String, byte[]>> find(Kata kata, Submission solution) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file(kata, solution)))) {
      Map<String, byte[]> classes = new HashMap<>();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        classes.put(entry.getName(), zip.readAllBytes());
      }
      return Optional.of(classes).filter(found -> !found.isEmpty());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Keeps the classes, instead of those of earlier sources. */
  void keep(Kata kata, Submission solution, Map<String, byte[]> classes) {
    try {
      Path file = file(kata, solution);
      Files.createDirectories(folder());
      Path unfinished = Files.createTempFile(folder(), kata.name(), ".new");
      write(unfinished, classes);
      removeOld(kata);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      // Then they are compiled each time.
    }
  }

  private static void write(Path file, Map<String, byte[]> classes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue());
      }
    }
  }

  private void removeOld(Kata kata) throws IOException {
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(folder(), kata.name() + "-" + "?".repeat(DIGITS) + ".zip")) {
      for (Path one : old) {
        Files.deleteIfExists(one);
      }
    }
  }

  private Path file(Kata kata, Submission solution) throws IOException {
    return folder().resolve(kata.name() + "-" + key(kata, solution) + ".zip");
  }

  private Path folder() {
    return installation.root().resolve("grader/cli/target/tests");
  }

  /** A digest of all that the class files depend on. */
  private String key(Kata kata, Submission solution) throws IOException {
    MessageDigest digest = sha256();
    digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
    for (Path jar : installation.workerJars()) {
      add(digest, jar.toString());
      add(digest, Files.size(jar) + " " + Files.getLastModifiedTime(jar));
    }
    for (Submission tree : List.of(kata.tests(), solution)) {
      for (Path source : tree.sources()) {
        add(digest, source.toString());
        digest.update(Files.readAllBytes(source));
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
