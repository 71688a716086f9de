package org.stanj.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the corpus of small programs; its README describes the form of the files. */
final class Corpus {
  private static final Path ROOT = Path.of("corpus");
  private static final Pattern CASE = Pattern.compile("(?m)^=== (.*)\\n");
  private static final Pattern FILE = Pattern.compile("(?m)^--- (.*)\\n");
  private static final Pattern HEAD =
      Pattern.compile("(.*) @ (\\w+) (?:(\\S+) )?(\\d+):(\\d+(?: or \\d+)*)");

  private Corpus() {}

  /** All the programs of a kind: {@code accepted}, {@code refused} or {@code old}. */
  static List<CorpusCase> read(String kind) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(kind))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The programs that are known to be treated otherwise than by Stan, with the reasons. */
  static Map<String, String> exceptions() {
    Map<String, String> reasons = new LinkedHashMap<>();
    String reason = "";
    for (String line : text(ROOT.resolve("exceptions.txt")).split("\\n")) {
      if (line.startsWith("# ")) {
        reason = line.substring(2);
      } else if (!line.isBlank()) {
        reasons.put(line, reason);
      }
    }
    return reasons;
  }

  private static List<CorpusCase> read(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    String folder = path.substring(0, path.length() - ".txt".length());
    List<CorpusCase> cases = new ArrayList<>();
    parts(CASE, text(file)).forEach((head, body) -> cases.add(read(folder, head, body)));
    return cases;
  }

  private static CorpusCase read(String folder, String head, String body) {
    Map<String, String> files = parts(FILE, body);
    Matcher included = FILE.matcher(body);
    String program = included.find() ? body.substring(0, included.start()) : body;
    Matcher refusal = HEAD.matcher(head);
    if (!refusal.matches()) {
      return new CorpusCase(folder, head, Optional.empty(), program, files);
    }
    String file = Optional.ofNullable(refusal.group(3)).orElse("");
    List<Integer> columns =
        Arrays.stream(refusal.group(5).split(" or ")).map(Integer::valueOf).toList();
    CorpusCase.Refusal where =
        new CorpusCase.Refusal(refusal.group(2), file, Integer.parseInt(refusal.group(4)), columns);
    return new CorpusCase(folder, refusal.group(1), Optional.of(where), program, files);
  }

  /** What stands between lines of a form, by the text of the line before. */
  private static Map<String, String> parts(Pattern separator, String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher matcher = separator.matcher(text);
    boolean more = matcher.find();
    while (more) {
      String head = matcher.group(1);
      int start = matcher.end();
      more = matcher.find();
      String twin = parts.put(head, text.substring(start, more ? matcher.start() : text.length()));
      if (twin != null) {
        throw new IllegalStateException("two parts are called " + head);
      }
    }
    return parts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
