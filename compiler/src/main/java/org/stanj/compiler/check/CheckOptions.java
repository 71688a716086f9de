package org.stanj.compiler.check;

/**
 * How a program is checked.
 *
 * @param modelName as stanc forms it, {@code <file>_model}; the program may not use it as a name
 * @param strict whether names of functions that Stan has given up are errors; otherwise they are
 *     accepted with one warning for each
 * @param allowUndefined whether functions may be declared without a definition
 */
public record CheckOptions(String modelName, boolean strict, boolean allowUndefined) {
  /** Accepts old names; every function needs a definition. */
  public static CheckOptions lenient(String modelName) {
    return new CheckOptions(modelName, false, false);
  }
}
