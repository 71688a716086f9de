package org.stanj.hostile;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages files and command lines. */
final class HostileTexts {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  /** Numbers at the edges of what types hold, and what is none. */
  private static final List<String> NUMBERS =
      List.of(
          ("0 -1 1 2 3 2.5 -0.0 1e5 1e-320 1e308 1e400 -1e400 65536 65537 46341"
                  + " 2147483647 2147483648"
                  + " -2147483648 4294967297 9223372036854775808 1e999999999 NaN nan Inf -inf true"
                  + " null \"1\" [] [1] [[1,2]] {} 0x10 1_000 ٣ 1L 1: c() .")
              .split(" "));

  /** Where a number is one of repetitions, only those that end soon. */
  private static final List<String> FEW =
      List.of("0 -1 1 2 3 1e0 2.5 x nan 1e400 99999999999999999999".split(" "));

  private static final List<String> WORDS =
      List.of(
          ("sample optimize file=none.json random seed=-1 id=0 id=2147483647 init=x"
                  + " num_threads=0 num_threads=-2 adapt engaged=1 delta=2 delta=0"
                  + " kappa=-1 gamma=nan"
                  + " t0=inf window=-1 init_buffer=1000000 term_buffer=0 algorithm=hmc algorithm=x"
                  + " engine=static metric=x stepsize=0 stepsize=nan stepsize_jitter=2"
                  + " thin=0 refresh=0"
                  + " refresh=-1 sig_figs=0 sig_figs=19 save_warmup=2 help help-all = == a=b=c ="
                  + " method= output= file= file=/ file=. diagnostic_file=/"
                  + " save_metric=1 save_profile=1"
                  + " tol_obj=-1 tol_grad=nan history_size=0 history_size=1000000"
                  + " init_alpha=-1 eta=0"
                  + " eta=nan tol_rel_obj=0 eval_elbo=0 max_lbfgs_iters=0 jacobian=x")
              .split(" "));

  private static final Pattern REPETITIONS =
      Pattern.compile(
          "(num_\\w+|iter|draws|output_samples|grad_samples|elbo_samples|max_\\w+|int_time)=.*");

  private final Random random;

  HostileTexts(long seed) {
    random = new Random(seed);
  }

  /** A file with one to three changes. */
  String file(String text) {
    String changed = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = random.nextInt(3) == 0 ? noise(changed) : number(changed);
    }
    return changed;
  }

  private String number(String text) {
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    if (numbers.isEmpty()) {
      return noise(text);
    }
    MatchResult one = numbers.get(random.nextInt(numbers.size()));
    return text.substring(0, one.start()) + one(NUMBERS) + text.substring(one.end());
  }

  private String noise(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(30));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(at);
      default -> text.substring(0, at) + (char) random.nextInt(0x3000) + text.substring(at);
    };
  }

  /** The bytes of a file with one of them changed, or cut short. */
  byte[] bytes(byte[] all) {
    byte[] changed = all.clone();
    if (random.nextBoolean()) {
      return java.util.Arrays.copyOf(changed, random.nextInt(all.length));
    }
    changed[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  /**
   * A command line with a word or two changed or added; it still ends soon, and writes where it was
   * told.
   */
  String words(String line) {
    StringBuilder out = new StringBuilder();
    List<String> words = List.of(line.split(" "));
    int output = words.indexOf("output");
    int victim = random.nextInt(words.size());
    for (int i = 0; i < words.size(); i++) {
      boolean kept = i == output || words.get(i).startsWith("file=OUT");
      String word = i == victim && !kept ? changed(words.get(i)) : words.get(i);
      out.append(word).append(word.isEmpty() ? "" : " ");
      if (i < output && random.nextInt(words.size()) == 0) {
        out.append(one(WORDS)).append(' ');
      }
    }
    return out.toString().strip();
  }

  private String changed(String word) {
    int equals = word.indexOf('=');
    if (equals < 0 || random.nextInt(4) == 0) {
      return random.nextBoolean() ? "" : word + one(List.of("x", "=", "=1", "=\u0000", "\u00e9"));
    }
    List<String> values = REPETITIONS.matcher(word).matches() ? FEW : NUMBERS;
    return word.substring(0, equals + 1) + one(values);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
