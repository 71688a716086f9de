package org.stanj.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document whose listings stand between markers; all else is written by hand. */
record MarkedDocument(List<String> lines) {
  private static final String HEADING = "## ";

  /** The document with the listings of today. */
  String filled(Passes passes) {
    StringBuilder out = new StringBuilder();
    boolean listing = false;
    for (String line : lines) {
      listing &= !line.equals(Marker.END);
      if (!listing) {
        out.append(line).append('\n');
      }
      Optional<Marker> marker = Marker.on(line);
      if (marker.isPresent()) {
        listing = true;
        out.append("```").append(marker.get().language()).append('\n');
        marker.get().listing(passes).forEach(l -> out.append(l).append('\n'));
        out.append("```\n");
      }
    }
    return out.toString();
  }

  /** The markers, in their order. */
  List<Marker> markers() {
    return lines.stream().flatMap(line -> Marker.on(line).stream()).toList();
  }

  /** What is written by hand below each heading that names a pass, in order. */
  Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    String pass = "";
    for (String line : withoutMarkers()) {
      if (line.startsWith(HEADING)) {
        pass = line.substring(HEADING.length()).replace("`", "");
        sections.put(pass, "");
      } else if (!pass.isEmpty()) {
        sections.merge(pass, line + "\n", String::concat);
      }
    }
    return sections;
  }

  private List<String> withoutMarkers() {
    List<String> out = new ArrayList<>();
    boolean listing = false;
    for (String line : lines) {
      if (line.equals(Marker.END)) {
        listing = false;
      } else if (Marker.on(line).isPresent()) {
        listing = true;
      } else if (!listing) {
        out.add(line);
      }
    }
    return out;
  }
}
