package grader.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

  static List<Event> everyKindOfEvent() {
    ThreadReport waiting =
        new ThreadReport("a", "WAITING", "Semaphore", "", List.of("Semaphore.java:3 acquire"));
    return List.of(
        new Event.TestStarted("WakeUpTest.oneReleaseWakesAll"),
        new Event.Passed("t", 50),
        new Event.NotPassed(
            "t", 7, Long.MIN_VALUE, new Outcome.Failed("T", "ä €\n", List.of("a", "b"), "")),
        new Event.NotPassed("t", 7, 1, new Outcome.Stuck(Outcome.Why.CYCLE, List.of(waiting))),
        new Event.NotPassed("t", 7, 1, new Outcome.Late(List.of())),
        new Event.NotPassed("t", 7, 1, new Outcome.Died(Outcome.Cause.CRASHED, "")),
        new Event.Exhausted("t", 2, 412, true),
        new Event.Tried(
            "t",
            3,
            77,
            36,
            true,
            false,
            List.of(new Samples("POS", 200)),
            List.of(new PctTrials(2, 212, 90))),
        new Event.TestEnded("t", 200, 1),
        new Event.Printed("text", 1L << 40),
        new Event.NextRound(),
        new Event.Finished());
  }

  @ParameterizedTest
  @MethodSource("everyKindOfEvent")
  void whatIsSentIsReceived(Event event) throws IOException {
    InputStream in = new ByteArrayInputStream(sent(event));

    assertThat(Channel.receive(in, Event.class)).contains(event);
    assertThat(Channel.receive(in, Event.class)).isEmpty();
  }

  @Test
  void aJobKeepsItsClasses() throws IOException {
    PlannedTest test = new PlannedTest("semaphore.hidden.WakeUpTest", "wakes", 200);
    Job job =
        new Job(
            Engine.STRESS,
            42,
            true,
            false,
            List.of(test),
            Optional.of("3:1 7:0"),
            Map.of("a.B", new byte[] {1, -1}),
            Map.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Channel.send(out, Job.class, job);

    Job received =
        Channel.receive(new ByteArrayInputStream(out.toByteArray()), Job.class).orElseThrow();

    assertThat(received.tests()).containsExactly(test);
    assertThat(received.rounds().getFirst().submission().get("a.B")).containsExactly(1, -1);
    assertThat(received).usingRecursiveComparison().isEqualTo(job);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 20})
  void aFrameThatIsCutOffIsAnError(int length) throws IOException {
    byte[] whole = sent(new Event.TestStarted("WakeUpTest.oneReleaseWakesAll"));
    InputStream in = new ByteArrayInputStream(Arrays.copyOf(whole, length));

    assertThatThrownBy(() -> Channel.receive(in, Event.class)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello, world\n", "\0\0\0\4\0\0\0\77", "\377\377\377\377", "\0\0\0\0"})
  void whatIsNotAFrameIsAnError(String printed) {
    InputStream in =
        new ByteArrayInputStream(printed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Channel.receive(in, Event.class)).isInstanceOf(IOException.class);
  }

  @Test
  void whoHasTheKeyIsBelievedFrameByFrame() throws IOException {
    byte[] key = Seal.newKey();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Seal seal = new Seal(key);
    Channel.send(out, Event.class, new Event.NextRound(), seal);
    Channel.send(out, Event.class, new Event.Finished(), seal);

    InputStream in = new ByteArrayInputStream(out.toByteArray());
    Seal other = new Seal(key);
    assertThat(Channel.receive(in, Event.class, other)).contains(new Event.NextRound());
    assertThat(Channel.receive(in, Event.class, other)).contains(new Event.Finished());
    assertThat(Channel.receive(in, Event.class, other)).isEmpty();
  }

  @Test
  void aFrameOfAnotherKeyOrOutOfTurnIsAnError() throws IOException {
    byte[] key = Seal.newKey();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Channel.send(out, Event.class, new Event.Finished(), new Seal(key));
    byte[] once = out.toByteArray();
    out.write(once);
    InputStream repeated = new ByteArrayInputStream(out.toByteArray());
    Seal seal = new Seal(key);

    assertThat(Channel.receive(repeated, Event.class, seal)).contains(new Event.Finished());
    assertThatThrownBy(() -> Channel.receive(repeated, Event.class, seal))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() ->
            Channel.receive(new ByteArrayInputStream(once), Event.class, new Seal(Seal.newKey())))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() ->
            Channel.receive(
                new ByteArrayInputStream(sent(new Event.Finished())), Event.class, new Seal(key)))
        .isInstanceOf(IOException.class);
  }

  /** Numbers from RFC 4231 do not count frames; these come from another implementation of HMAC. */
  @Test
  void aMarkIsAnHmac() throws GeneralSecurityException {
    byte[] key = Seal.newKey();
    byte[] frame = {1, 2, 3};
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(new byte[Long.BYTES]);

    assertThat(new Seal(key).next(frame)).isEqualTo(mac.doFinal(frame));
  }

  @Test
  void aTheoremIsNotClaimedForTrialsThatDoNotFitIt() {
    List<PctTrials> tooShort = List.of(new PctTrials(2, 35, 90));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Event.Tried("t", 3, 77, 36, true, false, List.of(), tooShort));
  }

  private static byte[] sent(Event event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Channel.send(out, Event.class, (Record) event);
    return out.toByteArray();
  }
}
