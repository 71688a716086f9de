package org.stanj.compiler.emit;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Var;

/**
 * The variables of one method: slots of locals, and of the fields that were copied to locals. Where
 * fields may change under the method's feet they are read from the model each time.
 */
final class Slots {
  private final Code code;
  private final String main;
  private final boolean directFields;
  private final Map<Var, Integer> slots = new HashMap<>();
  private int next;

  /**
   * @param main internal name of the class with the fields
   * @param directFields whether fields are not copied to locals
   * @param first free slot
   */
  Slots(Code code, String main, boolean directFields, int first) {
    this.code = code;
    this.main = main;
    this.directFields = directFields;
    next = first;
  }

  /** Binds a parameter to its slots. */
  void parameter(Var variable, int slot) {
    slots.put(variable, slot);
  }

  /** A new slot for a long or another pair of words. */
  int temporary(int width) {
    int slot = next;
    next += width;
    return slot;
  }

  /** Copies a field to locals. */
  void cache(Var field) {
    if (directFields) {
      return;
    }
    CoreType type = field.type();
    Kind kind = type.kind();
    if (type.isScalar()) {
      getField(Layout.member(field.name()), Code.scalar(kind));
      code.store(kind, slot(field));
      return;
    }
    getField(Layout.member(field.name()), Code.array(kind));
    code.local(Opcodes.ASTORE, slot(field));
    for (int d = 0; d < type.rank(); d++) {
      getField(Layout.sizeField(field, d), "I");
      code.local(Opcodes.ISTORE, slot(field) + 2 + d);
    }
  }

  /** Gives a local the value that a variable has before any assignment. */
  void initialise(Var variable) {
    Kind kind = variable.type().kind();
    if (variable.isScalar()) {
      code.zero(kind);
      code.store(kind, slot(variable));
      return;
    }
    code.op(Opcodes.ACONST_NULL);
    code.local(Opcodes.ASTORE, slot(variable));
    for (int k = 0; k <= variable.type().rank(); k++) {
      code.integer(0);
      code.local(Opcodes.ISTORE, slot(variable) + 1 + k);
    }
  }

  private int slot(Var variable) {
    Integer slot = slots.get(variable);
    if (slot == null) {
      slot = temporary(Layout.slots(variable.type()));
      slots.put(variable, slot);
    }
    return slot;
  }

  /** The slot of a scalar local. */
  int scalar(Var variable) {
    return slot(variable);
  }

  private boolean direct(Var variable) {
    return directFields && isField(variable);
  }

  static boolean isField(Var variable) {
    return variable.storage() == Var.Storage.FIELD;
  }

  void loadScalar(Var variable) {
    Kind kind = variable.type().kind();
    if (direct(variable)) {
      getField(Layout.member(variable.name()), Code.scalar(kind));
    } else {
      code.load(kind, slot(variable));
    }
  }

  /** Assigns the scalar on the stack. */
  void storeScalar(Var variable) {
    Kind kind = variable.type().kind();
    if (!isField(variable)) {
      code.store(kind, slot(variable));
      return;
    }
    code.loadModel();
    if (kind == Kind.INT) {
      code.op(Opcodes.SWAP);
    } else {
      code.op(Opcodes.DUP_X2);
      code.op(Opcodes.POP);
    }
    putField(Layout.member(variable.name()), Code.scalar(kind));
  }

  void loadArray(Var variable) {
    if (direct(variable)) {
      getField(Layout.member(variable.name()), Code.array(variable.type().kind()));
    } else {
      code.local(Opcodes.ALOAD, slot(variable));
    }
  }

  void loadOffset(Var variable) {
    if (isField(variable)) {
      code.integer(0);
    } else {
      code.local(Opcodes.ILOAD, slot(variable) + 1);
    }
  }

  /** Adds the offset to the position on the stack. */
  void addOffset(Var variable) {
    if (!isField(variable)) {
      code.local(Opcodes.ILOAD, slot(variable) + 1);
      code.op(Opcodes.IADD);
    }
  }

  void loadSize(Var variable, int dimension) {
    if (direct(variable)) {
      getField(Layout.sizeField(variable, dimension), "I");
    } else {
      code.local(Opcodes.ILOAD, slot(variable) + 2 + dimension);
    }
  }

  /** The number of elements. */
  void loadLength(Var variable) {
    loadSize(variable, 0);
    for (int d = 1; d < variable.type().rank(); d++) {
      loadSize(variable, d);
      code.op(Opcodes.IMUL);
    }
  }

  /** Array, offset and sizes, as they are passed. */
  void loadContainer(Var variable) {
    loadArray(variable);
    loadOffset(variable);
    for (int d = 0; d < variable.type().rank(); d++) {
      loadSize(variable, d);
    }
  }

  /** Sets the array from the stack. */
  void storeArray(Var variable) {
    if (isField(variable)) {
      code.loadModel();
      code.op(Opcodes.SWAP);
      putField(Layout.member(variable.name()), Code.array(variable.type().kind()));
    } else {
      code.local(Opcodes.ASTORE, slot(variable));
    }
  }

  /** Sets the offset of a local container from the stack. */
  void storeOffset(Var variable) {
    code.local(Opcodes.ISTORE, slot(variable) + 1);
  }

  /** Sets the sizes from the stack, where the last is on top. */
  void storeSizes(Var variable) {
    for (int d = variable.type().rank() - 1; d >= 0; d--) {
      storeSize(variable, d);
    }
  }

  /** Sets a size from the stack. */
  void storeSize(Var variable, int dimension) {
    if (isField(variable)) {
      code.loadModel();
      code.op(Opcodes.SWAP);
      putField(Layout.sizeField(variable, dimension), "I");
    } else {
      code.local(Opcodes.ISTORE, slot(variable) + 2 + dimension);
    }
  }

  private void getField(String name, String descriptor) {
    code.loadModel();
    code.visitor().visitFieldInsn(Opcodes.GETFIELD, main, name, descriptor);
  }

  private void putField(String name, String descriptor) {
    code.visitor().visitFieldInsn(Opcodes.PUTFIELD, main, name, descriptor);
  }
}
