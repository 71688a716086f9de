package org.stanj.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a make command line: {@code NAME=value} sets, {@code NAME+=value} adds, all else are
 * targets; options such as {@code -j4} say nothing here.
 */
record MakeWords(List<String> targets, Map<String, String> settings) {
  private static final Pattern SETTING =
      Pattern.compile("\\s*([A-Z][A-Z0-9_]*)\\s*(\\+?)=\\s*(.*)", Pattern.DOTALL);

  static MakeWords of(List<String> words) {
    List<String> targets = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (String word : words) {
      Matcher setting = SETTING.matcher(word);
      if (setting.matches()) {
        String before =
            setting.group(2).isEmpty() ? "" : settings.getOrDefault(setting.group(1), "");
        String value = setting.group(3);
        settings.put(setting.group(1), before.isEmpty() ? value : before + " " + value);
      } else if (!word.startsWith("-")) {
        targets.add(word);
      }
    }
    return new MakeWords(targets, settings);
  }
}
