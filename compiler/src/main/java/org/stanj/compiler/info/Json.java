package org.stanj.compiler.info;

import java.util.List;
import java.util.Map;
import org.stanj.compiler.format.LineBreaker;

/** A JSON value, and the layout in which stanc prints it. */
sealed interface Json {
  /** Writes the value in the box that is open, whose indent its members get. */
  void write(LineBreaker layout);

  /** Writes words and the value in a box of their own. */
  default void write(LineBreaker layout, String words) {
    layout.open(LineBreaker.Box.ALL_OR_NONE, 2);
    layout.text(words);
    write(layout);
    layout.close();
  }

  /** A string. */
  record Text(String value) implements Json {
    @Override
    public void write(LineBreaker layout) {
      layout.text(quoted(value));
    }
  }

  /** A whole number. */
  record Whole(int value) implements Json {
    @Override
    public void write(LineBreaker layout) {
      layout.text(Integer.toString(value));
    }
  }

  /** A list: of texts as many a line as fit, of other values one a line unless all fit. */
  record Array(List<Json> values) implements Json {
    public Array {
      values = List.copyOf(values);
    }

    @Override
    public void write(LineBreaker layout) {
      if (values.isEmpty()) {
        layout.text("[]");
        return;
      }
      boolean texts = values.stream().allMatch(v -> v instanceof Text);
      layout.text("[");
      layout.space();
      layout.open(texts ? LineBreaker.Box.FILL : LineBreaker.Box.ALL_OR_NONE, 0);
      for (int i = 0; i < values.size(); i++) {
        separate(layout, i);
        if (texts) {
          values.get(i).write(layout);
        } else {
          values.get(i).write(layout, "");
        }
      }
      layout.close();
      layout.breakable(1, -2);
      layout.text("]");
    }
  }

  /** An object; its members keep the order of the map. */
  record Members(Map<String, Json> values) implements Json {
    @Override
    public void write(LineBreaker layout) {
      if (values.isEmpty()) {
        layout.text("{}");
        return;
      }
      layout.text("{");
      layout.space();
      int position = 0;
      for (Map.Entry<String, Json> member : values.entrySet()) {
        separate(layout, position++);
        member.getValue().write(layout, quoted(member.getKey()) + ": ");
      }
      layout.breakable(1, -2);
      layout.text("}");
    }
  }

  private static void separate(LineBreaker layout, int position) {
    if (position > 0) {
      layout.text(",");
      layout.space();
    }
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
