package org.stanj.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes mistakes in programs: tokens missing, doubled, swapped, replaced; odd characters. */
final class Mutants {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"\\n]*\"|[A-Za-z]\\w*|\\d+\\.?\\d*|\\.\\d+|%/%|[-+*/<>=!]=|\\.[*/^]|&&|[|]{2}|\\S");
  private static final List<String> WORDS =
      List.of(
          ("x n 1 2.5 3i .1 0x ( ) [ ] { } , ; | + - * ^ ' = += ~ < > ? : <- # \" /* // real int"
                  + " complex vector matrix simplex array tuple void for in if else while return"
                  + " break data model functions parameters generated target jacobian print"
                  + " profile T lower offset \\ $ %/% .* && 99999999999 normal exp f_lpdf")
              .split(" "));

  private final Random random;

  Mutants(Random random) {
    this.random = random;
  }

  /** The program with one to three mistakes. */
  String of(String program) {
    String mutant = program;
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutant = random.nextInt(8) == 0 ? noise(mutant) : mistake(mutant);
    }
    return mutant;
  }

  private String noise(String text) {
    int at = random.nextInt(text.length() + 1);
    String odd = String.valueOf((char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
    return text.substring(0, at) + odd + text.substring(Math.min(text.length(), at + 1));
  }

  private String mistake(String text) {
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new int[] {matcher.start(), matcher.end()});
    }
    if (tokens.isEmpty()) {
      return noise(text);
    }
    int[] one = tokens.get(random.nextInt(tokens.size()));
    int[] other = tokens.get(random.nextInt(tokens.size()));
    String before = text.substring(0, one[0]);
    String token = text.substring(one[0], one[1]);
    String after = text.substring(one[1]);
    return switch (random.nextInt(6)) {
      case 0 -> before + after;
      case 1 -> before + token + " " + token + after;
      case 2 -> before + text.substring(other[0], other[1]) + after;
      case 3 -> before + word() + after;
      case 4 -> before + word() + " " + token + after;
      default -> before + text.substring(other[0], other[1]) + " " + token + after;
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
