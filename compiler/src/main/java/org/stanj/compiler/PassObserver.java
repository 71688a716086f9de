package org.stanj.compiler;

import java.util.function.Supplier;

/** Looks on while a program is compiled: what {@code --dump=<pass>} prints comes through here. */
@FunctionalInterface
public interface PassObserver {
  /** Looks at nothing. */
  PassObserver NONE = (pass, text) -> {};

  /**
   * A pass is done.
   *
   * @param pass its name, e.g. {@code syntax}, {@code core}, {@code core:hoist}, {@code bytecode}
   * @param text what left it, printed only when asked for
   */
  void after(String pass, Supplier<String> text);
}
