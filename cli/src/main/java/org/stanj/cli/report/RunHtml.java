package org.stanj.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stanj.cli.draws.Run;
import org.stanj.cli.draws.RunHead;

/** What is needed to repeat the run. */
final class RunHtml {
  private RunHtml() {}

  static String section(Run run, String generator) {
    RunHead head = run.head();
    StringBuilder out = new StringBuilder();
    String command = head.command();
    if (!command.isEmpty()) {
      out.append(
          "<p>These arguments repeat the run. <button type=\"button\" data-copy=\"command\">");
      out.append("Copy</button></p><pre class=\"wrap\" id=\"command\">");
      out.append(Html.text("./" + executable(head) + " " + command)).append("</pre>");
    }
    out.append("<dl>");
    facts(run, generator)
        .forEach(
            (name, value) ->
                out.append("<dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(Html.text(value))
                    .append("</dd>"));
    out.append("</dl>");
    if (!head.lines().isEmpty()) {
      out.append("<details><summary>All settings</summary><pre>");
      out.append(Html.text(String.join("\n", head.lines()))).append("</pre></details>");
    }
    return out.toString();
  }

  private static String executable(RunHead head) {
    String name = head.model().replaceFirst("_model$", "");
    return name.isEmpty() ? "model" : name;
  }

  private static Map<String, String> facts(Run run, String generator) {
    RunHead head = run.head();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Seed", head.setting("seed", "unknown"));
    facts.put("Model", head.model().isEmpty() ? "unknown" : head.model());
    if (!head.stanVersion().isEmpty()) {
      facts.put("Stan", head.stanVersion());
    }
    Map<String, String> titles =
        Map.of("start_datetime", "Started", "stanc_version", "Compiler", "stancflags", "Flags");
    head.versions().forEach((key, value) -> facts.put(titles.getOrDefault(key, key), value));
    facts.put("Report", generator);
    return facts;
  }
}
