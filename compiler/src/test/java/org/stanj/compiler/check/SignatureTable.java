package org.stanj.compiler.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;

/** The signatures of Stan's library as facts, read from {@code signatures.txt}. */
final class SignatureTable {
  private static final String CODES = "irvwmcVWM";
  private static final List<Base> BASES =
      List.of(
          Base.INT,
          Base.REAL,
          Base.VECTOR,
          Base.ROW_VECTOR,
          Base.MATRIX,
          Base.COMPLEX,
          Base.COMPLEX_VECTOR,
          Base.COMPLEX_ROW_VECTOR,
          Base.COMPLEX_MATRIX);

  /** One signature of a function. */
  record Signature(List<StanType> arguments, StanType result) {
    /** What it costs to promote arguments to it; {@link Types#IMPOSSIBLE}. */
    int cost(List<StanType> given) {
      if (given.size() != arguments.size()) {
        return Types.IMPOSSIBLE;
      }
      int total = 0;
      for (int i = 0; i < given.size(); i++) {
        int cost = Types.promotionCost(given.get(i), arguments.get(i));
        if (cost == Types.IMPOSSIBLE) {
          return Types.IMPOSSIBLE;
        }
        total += cost;
      }
      return total;
    }
  }

  private final Map<String, List<Signature>> byName = new TreeMap<>();

  /** Reads the table. */
  static SignatureTable load() {
    SignatureTable table = new SignatureTable();
    try (InputStream in = SignatureTable.class.getResourceAsStream("signatures.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(table::line);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return table;
  }

  private void line(String line) {
    String[] words = line.split(" ");
    List<Signature> signatures = new ArrayList<>();
    StanType result = StanType.VOID;
    for (int i = 1; i < words.length; i++) {
      if (words[i].startsWith(">")) {
        result = types(words[i].substring(1)).get(0);
      } else {
        signatures.add(new Signature(types(words[i]), result));
      }
    }
    byName.put(words[0], signatures);
  }

  /** The types of a code such as {@code 2r(iv)m}. */
  static List<StanType> types(String code) {
    List<StanType> types = new ArrayList<>();
    int at = 0;
    while (at < code.length()) {
      int arrays = Character.isDigit(code.charAt(at)) ? code.charAt(at++) - '0' : 0;
      StanType element;
      if (code.charAt(at) == '(') {
        int close = code.indexOf(')', at);
        element = StanType.tupleOf(types(code.substring(at + 1, close)));
        at = close;
      } else if (code.charAt(at) == '.') {
        return types;
      } else {
        element = StanType.of(BASES.get(CODES.indexOf(code.charAt(at))));
      }
      at++;
      types.add(StanType.arrayOf(element, arrays));
    }
    return types;
  }

  Map<String, List<Signature>> byName() {
    return byName;
  }

  /** What a call gives: the result of the only cheapest signature, or nothing. */
  Optional<StanType> result(String name, List<StanType> given) {
    List<Signature> best = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (Signature signature : byName.get(name)) {
      int cost = signature.cost(given);
      if (cost != Types.IMPOSSIBLE && cost <= least) {
        if (cost < least) {
          best.clear();
        }
        least = cost;
        best.add(signature);
      }
    }
    return best.size() == 1 ? Optional.of(best.get(0).result()) : Optional.empty();
  }
}
