package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Lane;
import org.stanj.compiler.core.Var;

/**
 * Parts of sums that a loop over vectors adds to: they are loaded before the loop and stored behind
 * it. A machine with fewer lanes than parts has several vectors for them, which take turns: the
 * first one in line is added to, and goes to the end.
 */
final class LaneParts {
  /** Vectors for the parts where vectors are the shortest. */
  private static final int MOST = Lane.PARTS / 2;

  private static final String KEEP = "([DI" + LaneExpressions.REALS.repeat(MOST) + ")V";

  private final Code code;
  private final Slots variables;
  private final ExpressionEmitter scalars;
  private final Map<Place, List<Integer>> registers = new LinkedHashMap<>();

  /** Where parts begin. */
  record Place(Var container, Expr first) {}

  LaneParts(Code code, Slots variables, ExpressionEmitter scalars) {
    this.code = code;
    this.variables = variables;
    this.scalars = scalars;
  }

  /** What is added to in the loop. */
  List<Place> places() {
    return List.copyOf(registers.keySet());
  }

  private List<Integer> registers(Place place) {
    return registers.computeIfAbsent(
        place, p -> IntStream.range(0, MOST).mapToObj(k -> variables.temporary(1)).toList());
  }

  private void pushPlace(Place place) {
    variables.loadArray(place.container());
    scalars.push(place.first());
    variables.addOffset(place.container());
  }

  /** Loads the parts: as many vectors as this machine has for them. */
  void begin(List<Place> places) {
    for (Place place : places) {
      List<Integer> own = registers(place);
      load(place, 0);
      for (int slot : own.subList(1, MOST)) {
        code.local(Opcodes.ALOAD, own.get(0));
        code.local(Opcodes.ASTORE, slot);
      }
      Label end = new Label();
      for (int vectors = 1; vectors < MOST; vectors *= 2) {
        LaneExpressions.call(code, "vectors", "()I");
        code.integer(vectors);
        code.jump(Opcodes.IF_ICMPEQ, end);
        for (int k = vectors; k < 2 * vectors; k++) {
          load(place, k);
        }
      }
      code.label(end);
    }
  }

  private void load(Place place, int k) {
    pushPlace(place);
    code.integer(k);
    LaneExpressions.call(code, "part", "([DII)" + LaneExpressions.REALS);
    code.local(Opcodes.ASTORE, registers(place).get(k));
  }

  /** Pushes the parts whose turn it is. */
  void push(Place place) {
    code.local(Opcodes.ALOAD, registers(place).get(0));
  }

  /** Takes the new value of the parts whose turn it is from the stack. */
  void replace(Place place) {
    List<Integer> own = registers(place);
    int made = variables.temporary(1);
    code.local(Opcodes.ASTORE, made);
    Label end = new Label();
    for (int vectors = 1; vectors < MOST; vectors *= 2) {
      Label more = new Label();
      LaneExpressions.call(code, "vectors", "()I");
      code.integer(vectors);
      code.jump(Opcodes.IF_ICMPNE, more);
      rotate(own.subList(0, vectors), made);
      code.jump(Opcodes.GOTO, end);
      code.label(more);
    }
    rotate(own, made);
    code.label(end);
  }

  private void rotate(List<Integer> line, int last) {
    List<Integer> from = new ArrayList<>(line.subList(1, line.size()));
    from.add(last);
    for (int k = 0; k < line.size(); k++) {
      code.local(Opcodes.ALOAD, from.get(k));
      code.local(Opcodes.ASTORE, line.get(k));
    }
  }

  /** Stores the parts. */
  void end() {
    registers.forEach(
        (place, own) -> {
          pushPlace(place);
          own.forEach(slot -> code.local(Opcodes.ALOAD, slot));
          LaneExpressions.call(code, "keepParts", KEEP);
        });
  }
}
