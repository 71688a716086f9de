package org.stanj.compiler.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Var;

/**
 * FreshNames and descriptors: where each function and field is found.
 *
 * @param program what is emitted
 * @param main internal name of the model's class
 * @param owners internal name of the class of each function
 */
record Layout(CoreProgram program, String main, Map<String, String> owners) {
  private static final String ILLEGAL = ".;[/<>:\\";

  /**
   * Spreads the functions over classes, in their order.
   *
   * @param groups functions class by class; the first class is the model's
   */
  static Layout of(CoreProgram program, String main, List<List<CoreFunction>> groups) {
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      String owner = owner(main, i);
      groups.get(i).forEach(function -> owners.put(function.name(), owner));
    }
    return new Layout(program, main, owners);
  }

  /** Internal name of the class with a number; 0 is the model's. */
  static String owner(String main, int number) {
    return number == 0 ? main : main + "$" + number;
  }

  /** A name that the JVM accepts for a member; legal names stay as they are. */
  static String member(String name) {
    StringBuilder legal = new StringBuilder();
    for (char c : name.toCharArray()) {
      legal.append(ILLEGAL.indexOf(c) < 0 ? String.valueOf(c) : "#" + (int) c);
    }
    return legal.toString();
  }

  /** Name of the field with a size of a container. */
  static String sizeField(Var field, int dimension) {
    return member(field.name()) + "#size" + dimension;
  }

  void call(Code code, String function) {
    CoreFunction called = program.function(function);
    String owner = owners.get(function);
    if (owner == null) {
      throw new IllegalArgumentException("no class for " + function);
    }
    code.callStatic(owner, member(function), descriptor(called));
  }

  /** (model, parameters, scratch): a container as array, offset and sizes, its result void. */
  String descriptor(CoreFunction function) {
    String passed = parameters(function.parameters());
    return "(L" + main + ";" + passed + "L" + Code.SCRATCH + ";)" + result(function);
  }

  /** The part of a descriptor for variables that are passed. */
  static String parameters(List<Var> variables) {
    StringBuilder text = new StringBuilder();
    for (Var variable : variables) {
      CoreType type = variable.type();
      if (type.isScalar()) {
        text.append(Code.scalar(type.kind()));
      } else {
        text.append(Code.array(type.kind())).append("I".repeat(1 + type.rank()));
      }
    }
    return text.toString();
  }

  private static String result(CoreFunction function) {
    return function
        .result()
        .filter(CoreType::isScalar)
        .map(type -> Code.scalar(type.kind()))
        .orElse("V");
  }

  /** JVM slots of a variable that is passed. */
  static int slots(CoreType type) {
    return type.isScalar() ? Code.width(type.kind()) : 2 + type.rank();
  }

  /** JVM arguments that pass a variable. */
  static int arguments(CoreType type) {
    return type.isScalar() ? 1 : 2 + type.rank();
  }

  /** Slots that the frames need for the containers that functions return. */
  int frame() {
    return 1
        + program.functions().values().stream()
            .flatMap(function -> function.result().stream())
            .mapToInt(CoreType::rank)
            .max()
            .orElse(0);
  }

  static boolean isInt(Var variable) {
    return variable.type().kind() == Kind.INT;
  }
}
