package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlReportTest {

  @ParameterizedTest
  @EnumSource
  void isAsInItsGoldenFile(Sample sample) throws IOException {
    Golden.assertMatches(sample, "junit.xml", written(sample));
  }

  @ParameterizedTest
  @EnumSource
  void itsNumbersAreThoseOfItsCases(Sample sample) throws Exception {
    Element suite = suites(written(sample)).getFirst();

    assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
    assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
    assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
    assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
  }

  @ParameterizedTest
  @EnumSource
  void namesAreUnique(Sample sample) throws Exception {
    assertThat(elements(suites(written(sample)).getFirst(), "testcase"))
        .extracting(one -> one.getAttribute("name"))
        .doesNotHaveDuplicates();
  }

  @Test
  void aFlakyTestIsAFailure() throws Exception {
    Element suite = suites(written(Sample.FLAKY)).getFirst();

    assertThat(elements(suite, "failure"))
        .extracting(one -> one.getAttribute("type"))
        .containsExactly("flaky");
  }

  @Test
  void everyKataHasItsSuite() throws Exception {
    String written =
        JUnitXmlReport.write(
            Arrays.stream(Sample.values()).map(Sample::assessment).toList(),
            new Imprint("0.1.0", true));

    assertThat(suites(written))
        .hasSameSizeAs(Sample.values())
        .allSatisfy(suite -> assertThat(suite.getAttribute("time")).isEqualTo("1.234"));
  }

  private static String written(Sample sample) {
    return JUnitXmlReport.write(List.of(sample.assessment()), new Imprint("0.1.0", false));
  }

  private static List<Element> suites(String xml) throws Exception {
    return elements(
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement(),
        "testsuite");
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String count(Element suite, String name) {
    return Integer.toString(elements(suite, name).size());
  }
}
