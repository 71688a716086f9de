package org.stanj.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a make command line: {@code NAME=value} sets, {@code NAME+=value} adds, all else are
 * targets; options such as {@code -j4} or {@code -C folder} say nothing here.
 */
record MakeWords(List<String> targets, Map<String, String> settings) {
  private static final Pattern SETTING =
      Pattern.compile("\\s*([A-Z][A-Z0-9_]*)\\s*(\\+?)=\\s*(.*)", Pattern.DOTALL);

  /** Options of make whose value is the next word. */
  private static final Set<String> VALUED = Set.of("-C", "-f", "-I", "-o", "-W");

  static MakeWords of(List<String> words) {
    List<String> targets = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Matcher setting = SETTING.matcher(word);
      if (setting.matches()) {
        String before =
            setting.group(2).isEmpty() ? "" : settings.getOrDefault(setting.group(1), "");
        String value = setting.group(3);
        settings.put(setting.group(1), before.isEmpty() ? value : before + " " + value);
      } else if (VALUED.contains(word) || word.equals("-j") && isNumber(words, i + 1)) {
        i++;
      } else if (!word.startsWith("-")) {
        targets.add(word);
      }
    }
    return new MakeWords(targets, settings);
  }

  private static boolean isNumber(List<String> words, int i) {
    return i < words.size() && words.get(i).matches("\\d+");
  }
}
