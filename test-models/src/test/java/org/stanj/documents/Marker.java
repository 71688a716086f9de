package org.stanj.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a document that says what the listing below it shows.
 *
 * @param changes whether only what the pass changed
 */
record Marker(boolean changes, String pass, Excerpt part) {
  static final String END = "<!-- end -->";

  private static final Pattern FORM =
      Pattern.compile(
          "<!-- (show|changes) (\\S+)( in (\\w+))?( from \"([^\"]+)\")?( to \"([^\"]+)\")? -->");

  /** The marker on a line; empty if there is none. */
  static Optional<Marker> on(String line) {
    Matcher m = FORM.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    Excerpt part =
        new Excerpt(
            Optional.ofNullable(m.group(4)),
            Optional.ofNullable(m.group(6)),
            Optional.ofNullable(m.group(8)));
    return Optional.of(new Marker(m.group(1).equals("changes"), m.group(2), part));
  }

  /** The lines to stand below the marker. */
  List<String> listing(Passes passes) {
    List<String> after = part.of(passes.lines(pass));
    return changes ? Changes.between(part.of(passes.lines(passes.before(pass))), after) : after;
  }

  /** How the listing is coloured. */
  String language() {
    return changes ? "diff" : pass.equals("syntax") ? "stan" : "";
  }
}
