package org.stanj.cli.report;

/** Text as HTML. */
final class Html {
  private Html() {}

  /** Text that no reader takes for markup, within elements and within quoted attributes. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  /** A link to the plots of a quantity. */
  static String variable(String name) {
    String text = text(name);
    return "<a href=\"#variables\" data-variable=\"" + text + "\">" + text + "</a>";
  }
}
