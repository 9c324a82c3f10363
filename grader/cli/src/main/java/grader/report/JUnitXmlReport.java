package grader.report;

import grader.Assessment;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * JUnit's XML as CI services read it: one suite a kata, one test case a test with all its runs
 * together. What kept a submission from being run is one failing test case.
 */
public final class JUnitXmlReport {

  private JUnitXmlReport() {}

  public static String write(List<Assessment> assessments, Imprint imprint) {
    StringWriter written = new StringWriter();
    try {
      XmlPage page =
          new XmlPage(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written));
      page.begin("testsuites", "name", "grader");
      for (Assessment assessment : assessments) {
        new JUnitSuite(assessment, imprint, page).write();
      }
      page.end();
      page.finish();
    } catch (XMLStreamException broken) {
      throw new IllegalStateException("a string cannot be written to", broken);
    }
    return written.toString();
  }
}
