package org.stanj.language;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/** Writes a syntax tree with the names of its records but without places, to compare trees. */
final class TreeText {
  private TreeText() {}

  static String of(Object node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Object node, StringBuilder out) {
    if (node instanceof List<?> list) {
      out.append('[');
      list.forEach(item -> write(item, out));
      out.append(']');
    } else if (node instanceof Optional<?> optional) {
      out.append('?');
      optional.ifPresent(item -> write(item, out));
    } else if (node instanceof Record record) {
      writeRecord(record, out);
    } else if (!(node instanceof SourceFile)) {
      out.append(node).append(' ');
    }
  }

  private static void writeRecord(Record record, StringBuilder out) {
    if (record instanceof Span) {
      return;
    }
    out.append(record.getClass().getSimpleName()).append('(');
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        write(component.getAccessor().invoke(record), out);
      } catch (ReflectiveOperationException failure) {
        throw new AssertionError(failure);
      }
    }
    out.append(')');
  }
}
