package org.stanj.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of the data's shapes. */
final class DataHtml {
  private static final int MOST = 500;

  private DataHtml() {}

  static String table(ReportInputs inputs) {
    if (inputs.data().isEmpty()) {
      return "<h3>Data</h3><p class=\"note\">There is no data file, or its place is not known:"
          + " <code>stanj report --data=d.json</code> shows its shapes here.</p>";
    }
    Path file = inputs.data().orElseThrow();
    String heading = "<h3>Data: " + Html.text(file.toString()) + "</h3>";
    try {
      String name = String.valueOf(file.getFileName());
      return heading
          + (!Files.isRegularFile(file)
              ? "<p class=\"note\">The file is not there any more.</p>"
              : name.endsWith(".json")
                  ? rows(DataShapes.read(file))
                  : "<p class=\"note\">Shapes are shown of JSON files only.</p>");
    } catch (IOException e) {
      return heading
          + "<p class=\"note\">Its shapes cannot be read: "
          + Html.text(String.valueOf(e.getMessage()))
          + "</p>";
    }
  }

  private static String rows(List<DataShapes.Shape> shapes) {
    StringBuilder out = new StringBuilder();
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Data\"><table>");
    out.append("<caption class=\"hidden\">Shapes of the data</caption><thead><tr>");
    for (String title : List.of("Name", "Type and sizes", "Values")) {
      out.append("<th scope=\"col\" class=\"text\">").append(title).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (DataShapes.Shape shape : shapes.subList(0, Math.min(MOST, shapes.size()))) {
      out.append("<tr><th scope=\"row\">").append(Html.text(shape.name())).append("</th>");
      for (String cell : List.of(shape.type(), shape.range())) {
        out.append("<td class=\"text\">").append(Html.text(cell)).append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
    int more = shapes.size() - MOST;
    return more > 0 ? out + "<p class=\"note\">and " + more + " more</p>" : out.toString();
  }
}
