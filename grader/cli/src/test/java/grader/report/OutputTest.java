package grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.Assessment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputTest {

  @Test
  void isAFormatAndAFile() {
    assertThat(Output.of("junit=build/a=b.xml"))
        .isEqualTo(new Output(Format.JUNIT, Path.of("build/a=b.xml")));
  }

  @Test
  void anUnknownFormatIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Output.of("jsn=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no format 'jsn'; choose one of text, json, junit, html");
  }

  @Test
  void aMissingFileIsAnsweredWithAnExample() {
    assertThatThrownBy(() -> Output.of("junit="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a file, as in junit=report.xml");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatIsFoundByItsLabel(Format format) {
    assertThat(Format.named(format.label())).contains(format);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatWritesSeveralResults(Format format) {
    List<Assessment> two = List.of(Sample.PASSED.assessment(), Sample.FLAKY.assessment());

    assertThat(format.write(two, new Imprint("0.1.0", false)))
        .containsIgnoringCase("passed")
        .containsIgnoringCase("flaky")
        .endsWith("\n");
  }
}
