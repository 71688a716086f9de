package org.stanj.compiler;

import java.util.Map;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.SourceLines;

/**
 * What the compiler makes of one program.
 *
 * @param info what the model says of itself
 * @param className binary name of the public class that extends {@code GeneratedModel} and has a
 *     public constructor without parameters
 * @param lines of the program, under the numbers that its class files have
 * @param classes binary class name to class file; the arrays are not copied and must not change
 */
public record CompiledProgram(
    ModelInfo info, String className, SourceLines lines, Map<String, byte[]> classes) {
  /** Checks that the model's class is among the classes. */
  public CompiledProgram {
    classes = Map.copyOf(classes);
    if (!classes.containsKey(className)) {
      throw new IllegalArgumentException("no class file for " + className);
    }
  }

  /** A program whose lines are not known. */
  public CompiledProgram(ModelInfo info, String className, Map<String, byte[]> classes) {
    this(info, className, SourceLines.NONE, classes);
  }
}
