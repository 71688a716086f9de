package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ids of Stan places; 0 is the unknown one. */
final class Places {
  private final Map<String, Integer> ids = new LinkedHashMap<>(Map.of("", 0));

  int id(String where) {
    Integer known = ids.putIfAbsent(where, ids.size());
    return known == null ? ids.size() - 1 : known;
  }

  List<String> texts() {
    return List.copyOf(ids.keySet());
  }

  /** Lines joined to chunks that fit in a constant. */
  static List<String> chunks(List<String> lines) {
    List<String> chunks = new ArrayList<>();
    List<String> chunk = new ArrayList<>();
    int length = 0;
    for (String line : lines) {
      if (length + line.length() > Code.TEXT_CHUNK && !chunk.isEmpty()) {
        chunks.add(String.join("\n", chunk));
        chunk.clear();
        length = 0;
      }
      chunk.add(line);
      length += line.length() + 1;
    }
    if (!chunk.isEmpty()) {
      chunks.add(String.join("\n", chunk));
    }
    return chunks;
  }
}
