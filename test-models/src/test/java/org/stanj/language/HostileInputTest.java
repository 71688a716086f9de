package org.stanj.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.ErrorCode;

/** Programs that no one would write: they are compiled, or refused with a diagnostic. */
class HostileInputTest {
  @TempDir private Path folder;

  private CompiledProgram compile(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("hostile.stan"), text);
    return CorpusRun.deep(() -> StanCompiler.compile(file, CompileOptions.DEFAULT, warning -> {}));
  }

  private ErrorCode refusal(String text) {
    return CorpusRun.deep(() -> new CorpusRun(false, folder).check(text).error().orElseThrow())
        .code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "(1, ", "exp(", "a[", "{[("})
  void deepBracketsAreRefused(String open) {
    assertEquals(ErrorCode.NESTING_TOO_DEEP, refusal("model { print(" + open.repeat(10_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "!", "+", "- -"})
  void manySignsAreCompiled(String sign) throws IOException {
    compile("transformed data { int n = " + sign.repeat(10_000) + "1; print(n); }");
  }

  @Test
  void longIndexChainsAreRefused() {
    String text = "data { array[3] int a; } model { print(a" + "[1]".repeat(10_000) + "); }";
    assertEquals(ErrorCode.TOO_MANY_INDICES, refusal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&&", "||", "==", "%", "%/%", "+", "-", "*"})
  void longChainsOfOperatorsAreCompiled(String operator) throws IOException {
    String chain = (" " + operator + " n").repeat(10_000);
    compile("data { int n; } transformed data { int m = n" + chain + "; }");
  }

  @Test
  void functionsMayHaveManyArguments() throws IOException {
    StringBuilder text = new StringBuilder("functions { real f(real a");
    for (int i = 1; i < 300; i++) {
      text.append(", real a").append(i);
    }
    text.append(") { return a + a299; } } parameters { real p; } model { target += f(p");
    compile(text.append(", p".repeat(299)).append("); }").toString());
  }

  @Test
  void namesThatJavaHasAreCompiled() throws IOException {
    compile(
        """
        functions {
          real goto(real final, real class) {
            real native = final;
            return native + class;
          }
        }
        data {
          real new;
          array[2] real null;
        }
        parameters {
          real public;
        }
        transformed parameters {
          real synchronized = public * 2;
        }
        model {
          real throws = goto(new, synchronized);
          target += throws + null[1];
        }
        generated quantities {
          real instanceof = 1;
        }
        """);
  }

  @Test
  void longListsAreChecked() {
    List<String> texts =
        List.of(
            "transformed data { array[10000] int x = {1" + ", 2".repeat(9_999) + "}; }",
            "transformed data { row_vector[10000] x = [1" + ", 2".repeat(9_999) + "]; }",
            "model { print(1" + ", 2".repeat(9_999) + "); }",
            "data { array[" + "1, ".repeat(9_999) + "1] real x; }",
            "model { real x = 1;\n" + "x += 1;\n".repeat(20_000) + "}");
    for (String text : texts) {
      CorpusRun.Outcome outcome = CorpusRun.deep(() -> new CorpusRun(false, folder).check(text));
      assertTrue(outcome.error().isEmpty(), outcome::toString);
    }
  }

  @Test
  void oddCharactersAreRefusedOrRead() {
    assertEquals(ErrorCode.INVALID_CHARACTER, refusal("data { int n;\0 }"));
    assertEquals(ErrorCode.INVALID_CHARACTER, refusal("\uFEFFdata { int n; }"));
    assertEquals(ErrorCode.UNTERMINATED_STRING, refusal("model { print(\"abc"));
    assertEquals(ErrorCode.UNTERMINATED_COMMENT, refusal("model { /* " + "x".repeat(100_000)));
    assertEquals(
        ErrorCode.INTEGER_TOO_LARGE, refusal("data { vector[" + "9".repeat(9999) + "] x;}"));
    CorpusRun.Outcome outcome = new CorpusRun(true, folder).check("data {\r\n  int n;\r\n}\r\n");
    assertTrue(outcome.error().isEmpty(), outcome::toString);
  }

  @Test
  void randomBytesAreRefused() {
    CorpusRun run = new CorpusRun(false, folder);
    Random random = new Random(20_250_101);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      run.check(new String(bytes, StandardCharsets.UTF_8));
      run.check(new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", " "));
    }
  }
}
