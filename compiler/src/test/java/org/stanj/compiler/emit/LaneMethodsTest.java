package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Methods of the library over vectors are short enough for HotSpot to compile, and long enough not
 * to be inlined into what calls them (decision 016).
 */
class LaneMethodsTest {
  private static final String LANES = "org/stanj/stdlib/lanes/";
  private static final int INLINED = 325;
  private static final int FEW = 20;
  private static final int MANY = 75;

  @ParameterizedTest
  @ValueSource(strings = {"Blocks", "Gamma", "Normal", "Power", "Circle", "Reductions"})
  void methodsHaveTheRightLength(String family) throws IOException {
    byte[] file = file(LANES + "Vector" + family);
    Map<String, Integer> operations = operations(file);
    Map<String, Integer> lengths = CodeLengths.of(Map.of(family, file));
    operations.forEach(
        (name, count) -> {
          String what = family + "." + name + ": " + count;
          assertTrue(count <= MANY, what);
          assertTrue(count < FEW || longest(lengths, name) > INLINED, what);
        });
  }

  @Test
  void operationsAreCounted() throws IOException {
    assertTrue(operations(file(LANES + "VectorBlocks")).get("log") > FEW);
  }

  private static int longest(Map<String, Integer> lengths, String name) {
    return lengths.entrySet().stream()
        .filter(e -> e.getKey().contains("." + name + "("))
        .mapToInt(Map.Entry::getValue)
        .min()
        .orElseThrow();
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  /** Calls of the Vector API by method, but for loads, stores and constants. */
  private static Map<String, Integer> operations(byte[] file) {
    Map<String, Integer> count = new TreeMap<>();
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String generic, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int code, String owner, String called, String signature, boolean face) {
                    boolean operation = code == Opcodes.INVOKEVIRTUAL && owner.contains("Vector");
                    count.merge(
                        name, operation && !called.contains("reinterpret") ? 1 : 0, Integer::sum);
                  }
                };
              }
            },
            0);
    return count;
  }
}
