package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.runtime.model.CompiledModel;

/** Data files: accepted where Stan accepts them, otherwise refused in Stan's words. */
class BadDataTest {
  @TestFactory
  Stream<DynamicTest> dataFilesAreJudgedAsStanDoes() {
    return TestPrograms.folders("bad_data")
        .filter(name -> Scope.programs().contains(expectation(name).get("model").asText()))
        .map(name -> dynamicTest(name, () -> judge(name)));
  }

  private static JsonNode expectation(String name) {
    return OracleModels.read(folder(name).resolve("expected.json"));
  }

  private static Path folder(String name) {
    return TestPrograms.root().resolve("bad_data").resolve(name);
  }

  private static void judge(String name) {
    JsonNode expected = expectation(name);
    Path data = folder(name).resolve("data.json");
    CompiledModel program =
        TestPrograms.compile(TestPrograms.program(expected.get("model").asText()));
    if (expected.get("accepted").asBoolean()) {
      TestPrograms.bind(program, data);
    } else {
      RuntimeException refusal =
          assertThrows(RuntimeException.class, () -> TestPrograms.bind(program, data));
      String stanSays = expected.get("stan_says").asText().replaceFirst("^Exception: ", "");
      assertEquals(stanSays, TestPrograms.withoutFolders(refusal.getMessage()));
    }
  }
}
