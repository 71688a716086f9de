package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.typed.StanType;

/** The library's headers say what Stan's table of signatures says, no less and no more. */
class SignaturesTest {
  private static final int CALLS_PER_FUNCTION = 100;
  private static final SignatureTable TABLE = SignatureTable.load();

  private final TypedCalls calls = new TypedCalls();
  private final Map<String, String> wrong = new TreeMap<>();

  @Test
  void everySignatureIsAccepted() {
    TABLE
        .byName()
        .forEach(
            (name, signatures) -> {
              for (SignatureTable.Signature signature : signatures) {
                compare(name, signature.arguments(), Optional.of(signature.result()));
              }
            });
    assertEquals(Map.of(), wrong);
  }

  /** Signatures with one or two arguments exchanged: some fit after promotion, most do not. */
  @Test
  void nothingElseIsAccepted() {
    List<StanType> types = types();
    Random random = new Random(20);
    int refused = 0;
    for (String name : TABLE.byName().keySet()) {
      List<SignatureTable.Signature> signatures = TABLE.byName().get(name);
      for (int i = 0; i < CALLS_PER_FUNCTION; i++) {
        List<StanType> arguments =
            new ArrayList<>(signatures.get(random.nextInt(signatures.size())).arguments());
        for (int k = random.nextInt(2); k >= 0 && !arguments.isEmpty(); k--) {
          arguments.set(random.nextInt(arguments.size()), types.get(random.nextInt(types.size())));
        }
        if (random.nextInt(20) == 0) {
          arguments.add(StanType.REAL);
        }
        Optional<StanType> expected = TABLE.result(name, arguments);
        refused += expected.isEmpty() ? 1 : 0;
        compare(name, arguments, expected);
      }
    }
    assertEquals(Map.of(), wrong);
    assertTrue(refused > 40_000, "only " + refused);
  }

  private static List<StanType> types() {
    List<StanType> types = new ArrayList<>(SignatureTable.types("(ir)1(ir)"));
    for (int arrays = 0; arrays < 4; arrays++) {
      for (StanType type : SignatureTable.types("irvwmcVWM")) {
        types.add(StanType.arrayOf(type, arrays));
      }
    }
    return types;
  }

  private void compare(String name, List<StanType> arguments, Optional<StanType> expected) {
    Optional<StanType> found = calls.result(name, arguments);
    if (!found.equals(expected)) {
      String call = name + "(" + Types.list(arguments) + ")";
      wrong.put(call, "expected " + expected + " but got " + found);
    }
  }
}
