package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  @Test
  void theWorstOfSeveralCounts() {
    assertThat(ExitCode.worst(List.of(0, 8, 4))).isEqualTo(4);
    assertThat(ExitCode.worst(List.of(3, 5, 1))).isEqualTo(1);
    assertThat(ExitCode.worst(List.of(7, 6, 1))).isEqualTo(6);
    assertThat(ExitCode.worst(List.of(6, 70))).isEqualTo(70);
    assertThat(ExitCode.worst(List.of(0, 0))).isZero();
  }

  @Test
  void aUsageErrorIsNeverLost() {
    assertThat(ExitCode.worst(List.of(0, 2))).isEqualTo(2);
  }
}
