package org.stanj.compiler.library;

import java.util.List;

/**
 * A file of the prelude as a reader sees it.
 *
 * @param heading what the first comment of the file says it holds, without a full stop
 * @param names of the functions that programs can call, in the order of the file
 */
public record Chapter(String heading, List<String> names) {
  public Chapter {
    names = List.copyOf(names);
  }
}
