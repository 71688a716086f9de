package org.stanj.compiler.info;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;

/** Compares with what {@code stanc --info} of 2.37 says of the programs of {@code info}. */
class ProgramInfoTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/info");
  private static final Library LIBRARY = Library.load();

  @ParameterizedTest
  @ValueSource(strings = {"called_names", "types", "nothing"})
  void saysWhatStancSays(String name) throws IOException {
    Path file = PROGRAMS.resolve(name + ".stan");
    SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
    String json =
        ProgramInfo.json(
            Parser.parseProgram(source, ParseOptions.lenient(), warning -> {}), LIBRARY);
    assertEquals(Files.readString(PROGRAMS.resolve(name + ".json")), json + "\n");
  }

  @Test
  void signaturesAreOneALine() {
    String all = SignatureList.signatures(LIBRARY);
    assertTrue(all.contains("normal_lpdf(real, real, real) => real\n"));
    assertTrue(all.contains("log1p(vector) => vector\n"));
    assertTrue(all.lines().allMatch(line -> line.matches("\\w+\\(.*\\) => .+")));
  }

  @Test
  void distributionsHaveTheirSuffixes() {
    assertTrue(SignatureList.distributions(LIBRARY).contains("normal: lpdf, rng, ccdf, cdf\n"));
  }
}
