package org.stanj.compiler.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Finding.Question;
import org.stanj.compiler.analysis.Loops;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Target;

/**
 * Rows of data that are the same add the same terms to the target: bind finds the different ones,
 * and the log density goes through these, with the number of rows as a factor of each term.
 *
 * <p>The old loops stay for data with few repetitions. Rejections name the first of the rows that
 * are the same, which is the one that the old loop would have come to.
 */
public final class Repeats {
  private Repeats() {}

  public static CoreProgram run(CoreProgram program) {
    return run(program, new NewFields(program));
  }

  /** The lines whose rows may be the same. */
  public static List<Finding> explain(CoreProgram program) {
    NewFields fields = new NewFields(program);
    run(program, fields);
    return fields.lines().stream().map(line -> Finding.yes(line, Question.REPEATS, 0)).toList();
  }

  private static CoreProgram run(CoreProgram given, NewFields fields) {
    CoreProgram program = Loops.run(given);
    Optional<CoreFunction> bind = Optional.ofNullable(program.functions().get(Entries.BIND));
    Optional<CoreFunction> density =
        Optional.ofNullable(program.functions().get(Entries.LOG_DENSITY));
    if (bind.isEmpty() || density.isEmpty() || Target.isRead(density.get().body())) {
      return given;
    }
    CoreFunction changed = new RepeatLists(density.get(), fields).run();
    if (fields.isEmpty()) {
      return given;
    }
    Map<String, CoreFunction> functions = new LinkedHashMap<>(given.functions());
    functions.put(Entries.LOG_DENSITY, changed);
    functions.put(Entries.BIND, fields.fill(bind.get()));
    return fields.declare(given).withFunctions(functions);
  }
}
