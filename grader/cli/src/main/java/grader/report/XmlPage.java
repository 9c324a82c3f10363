package grader.report;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Indented XML from elements, attributes and text; whatever is written on it is legal in XML. */
final class XmlPage {

  private final XMLStreamWriter out;
  private final Deque<Boolean> hasChildren = new ArrayDeque<>();

  XmlPage(XMLStreamWriter out) throws XMLStreamException {
    this.out = out;
    out.writeStartDocument("UTF-8", "1.0");
  }

  /**
   * @param attributes names and values in turn
   */
  void begin(String element, String... attributes) throws XMLStreamException {
    if (!hasChildren.isEmpty()) {
      hasChildren.pop();
      hasChildren.push(true);
    }
    newLine();
    out.writeStartElement(element);
    attributes(attributes);
    hasChildren.push(false);
  }

  void end() throws XMLStreamException {
    if (hasChildren.pop()) {
      newLine();
    }
    out.writeEndElement();
  }

  void empty(String element, String... attributes) throws XMLStreamException {
    hasChildren.pop();
    hasChildren.push(true);
    newLine();
    out.writeEmptyElement(element);
    attributes(attributes);
  }

  /** An element with nothing but text in it. */
  void text(String element, String text, String... attributes) throws XMLStreamException {
    begin(element, attributes);
    out.writeCharacters(Printable.text(text));
    end();
  }

  void finish() throws XMLStreamException {
    out.writeEndDocument();
    out.writeCharacters("\n");
    out.flush();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], Printable.line(attributes[i + 1]));
    }
  }

  private void newLine() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(hasChildren.size()));
  }
}
