package org.stanj.compiler.bindtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;

/** A change of a program's log density that needs fields of its own, which bind fills. */
public final class DensityChange {
  private DensityChange() {}

  /**
   * The program with the change; itself if that adds no field.
   *
   * @param fields to which the change adds
   */
  public static CoreProgram of(
      CoreProgram program, NewFields fields, UnaryOperator<CoreFunction> change) {
    Optional<CoreFunction> bind = Optional.ofNullable(program.functions().get(Entries.BIND));
    Optional<CoreFunction> density =
        Optional.ofNullable(program.functions().get(Entries.LOG_DENSITY));
    if (bind.isEmpty() || density.isEmpty()) {
      return program;
    }
    CoreFunction changed = change.apply(density.get());
    if (fields.isEmpty()) {
      return program;
    }
    Map<String, CoreFunction> functions = new LinkedHashMap<>(program.functions());
    functions.put(Entries.LOG_DENSITY, changed);
    functions.put(Entries.BIND, fields.fill(bind.get()));
    return fields.declare(program).withFunctions(functions);
  }
}
