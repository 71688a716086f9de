package org.stanj.compiler.info;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.format.LineBreaker;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.BlockKind;
import org.stanj.compiler.syntax.Declaration;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.Statement;

/** The answer of {@code stanc --info}: what a program reads, estimates and uses. */
public final class ProgramInfo {
  private static final int LINE_LENGTH = 78;

  private ProgramInfo() {}

  /**
   * The answer as JSON, without a line break at its end.
   *
   * @param program which has been checked
   */
  public static String json(Program program, Library library) {
    Map<String, Json> answer = new LinkedHashMap<>();
    answer.put("inputs", variables(program, BlockKind.DATA));
    answer.put("parameters", variables(program, BlockKind.PARAMETERS));
    answer.put("transformed parameters", variables(program, BlockKind.TRANSFORMED_PARAMETERS));
    answer.put("generated quantities", variables(program, BlockKind.GENERATED_QUANTITIES));
    CalledNames called = CalledNames.of(program, library);
    answer.put("functions", texts(called.functions()));
    answer.put("distributions", texts(called.distributions()));
    answer.put("included_files", texts(program.included().stream().map(SourceFile::name).toList()));
    LineBreaker layout = new LineBreaker(LINE_LENGTH);
    new Json.Members(answer).write(layout, "");
    return layout.finish();
  }

  private static Json texts(Iterable<String> all) {
    List<Json> texts = new ArrayList<>();
    all.forEach(text -> texts.add(new Json.Text(text)));
    return new Json.Array(texts);
  }

  /** The variables that a block declares outside of local scopes. */
  private static Json variables(Program program, BlockKind kind) {
    Map<String, Json> variables = new LinkedHashMap<>();
    for (Statement statement : program.statements(kind)) {
      if (statement instanceof Statement.Declare declare) {
        Json type = TypeInfo.of(declare.declaration().type());
        for (Declaration.Declarator variable : declare.declaration().variables()) {
          variables.put(variable.name().name(), type);
        }
      }
    }
    return new Json.Members(variables);
  }
}
