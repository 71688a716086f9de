package org.stanj.compiler.typed;

import java.util.List;
import org.stanj.compiler.source.LineNumbers;

/**
 * A checked program. Declarations of blocks that mix declarations and statements are statements
 * ({@link TypedStmt.Declare}) in their order.
 *
 * @param lines numbers for the lines of its files
 */
public record TypedProgram(
    String name,
    LineNumbers lines,
    List<UserFunction> functions,
    List<Declaration> data,
    List<TypedStmt> transformedData,
    List<Declaration> parameters,
    List<TypedStmt> transformedParameters,
    List<TypedStmt> model,
    List<TypedStmt> generatedQuantities) {
  public TypedProgram {
    functions = List.copyOf(functions);
    data = List.copyOf(data);
    transformedData = List.copyOf(transformedData);
    parameters = List.copyOf(parameters);
    transformedParameters = List.copyOf(transformedParameters);
    model = List.copyOf(model);
    generatedQuantities = List.copyOf(generatedQuantities);
  }
}
