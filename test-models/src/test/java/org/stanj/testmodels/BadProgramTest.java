package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;

/** Programs that must be refused, at the place where stanc refuses them. */
class BadProgramTest {
  @TestFactory
  Stream<DynamicTest> badProgramsAreRefusedAtStancsPlace() {
    return TestPrograms.folders("bad").map(name -> dynamicTest(name, () -> refused(name)));
  }

  private static void refused(String name) {
    var folder = TestPrograms.root().resolve("bad").resolve(name);
    JsonNode expected = OracleModels.read(folder.resolve("expected.json"));
    TestPrograms.Refused refusal =
        assertThrows(
            TestPrograms.Refused.class,
            () -> TestPrograms.compile(folder.resolve(name + ".stan")),
            () -> expected.get("what").asText());
    Diagnostic error = refusal.error();
    String place = error.span().startLine() + ":" + error.span().startColumn();
    String stancs = expected.get("line").asInt() + ":" + expected.get("column").asInt();
    String text = DiagnosticRenderer.render(error);
    assertEquals(stancs, place, text);
    assertTrue(text.toLowerCase().startsWith(expected.get("kind").asText()), text);
  }
}
