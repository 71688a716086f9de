package org.stanj.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.BlockKind;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.syntax.SyntaxPrinter;

/** Blocks, declarations and statements, by their canonical text; old syntax becomes new. */
class ProgramTest {
  private static final String EVERYTHING =
      """
      functions {
        real f(data array[,] real x, tuple(int, array[] vector) y);
        void g() {
          return;
        }
      }
      data {
        int<lower=0> N, M;
        array[N, 2] real<lower=(N < 3), upper=2 * N> x;
        array[2] tuple(int, array[3] real) t;
        complex z;
        complex_matrix[2, 3] Z;
      }
      transformed data {
        profile("x") {
          fatal_error("N = ", N);
        }
        int a = 1, b;
        b = 2;
        (a, t[1].2[3]) = f(1);
      }
      parameters {
        vector<offset=1, multiplier=2>[N] v;
        row_vector<multiplier=3>[N] r;
        matrix<upper=3>[N, M] A;
        simplex[N] p;
        cholesky_factor_cov[3] L;
        cholesky_factor_cov[3, 2] L2;
        sum_to_zero_matrix[2, 2] s;
        row_stochastic_matrix[2, 2] S;
      }
      transformed parameters {
        real j = 1;
        jacobian += j;
      }
      model {
        real T = 1;
        T ~ normal(0, 1) T[, 2];
        T ~ normal(0, 1) T[1, ];
        T ~ normal(0, 1) T[, ];
        {1, 2} ~ poisson(T[1]);
        target += foo_lupdf(T | 1);
        A[1, :2] .*= 3;
        for (i in 1:N)
          if (i == 1)
            continue;
          else if (i == 2)
            break;
          else {
            ;
          }
        while (1)
          for (e in v)
            print("e", e, 1 ? 2 : 3);
        reject("no");
        g();
        {
          tuple(real, array[2] int) q;
        }
      }
      generated quantities {
      }
      """;

  private static Program parse(String text, List<ErrorCode> warnings) {
    return Parser.parseProgram(
        SourceFile.of("program.stan", text),
        ParseOptions.lenient(),
        warning -> warnings.add(warning.code()));
  }

  private static String canonical(String text, ErrorCode... expectedWarnings) {
    List<ErrorCode> warnings = new ArrayList<>();
    String printed = SyntaxPrinter.print(parse(text, warnings));
    assertEquals(List.of(expectedWarnings), warnings);
    return printed;
  }

  @Test
  void canonicalTextStaysAsItIs() {
    assertEquals(EVERYTHING, canonical(EVERYTHING));
  }

  @Test
  void sizesAfterNamesBecomeArrays() {
    assertEquals(
        """
        data {
          array[N, 2] real<lower=0> a;
          real<lower=0> b;
          array[3] vector[2] c;
        }
        model {
          array[2] int d = {1, 2};
        }
        """,
        canonical(
            """
            data { real<lower=0> a[N, 2], b; vector[2] c[3]; }
            model { int d[2] = {1, 2}; }
            """,
            ErrorCode.OLD_ARRAY_SYNTAX));
  }

  @Test
  void oldStatementsBecomeNewOnes() {
    assertEquals(
        """
        model {
          x = -1;
          y[1, 2][3] = a < -1;
          if (a < -1)
            z = 1;
          else
            z = 2;
          target += normal_lpdf(x | 0, 1);
          print(target());
        }
        """,
        canonical(
            """
            model { # a comment
              x <- -1;
              y[1, 2][3] <- a <-1;
              if (a<-1) z<-1; else z <- 2;
              increment_log_prob(normal_lpdf(x, 0, 1));
              print(get_lp());
            }
            """,
            ErrorCode.OLD_COMMENT,
            ErrorCode.OLD_ASSIGNMENT,
            ErrorCode.OLD_INCREMENT_LOG_PROB,
            ErrorCode.OLD_COMMA,
            ErrorCode.OLD_GET_LP));
  }

  @Test
  void oldArgumentTypesBecomeArrays() {
    assertEquals(
        """
        functions {
          array[] real f(data array[,] int x, array[] vector y) {
            return 1;
          }
        }
        """,
        canonical(
            "functions { real[] f(data int[,] x, vector[] y) { return 1; } }",
            ErrorCode.OLD_ARRAY_SYNTAX));
  }

  @Test
  void keywordsOfTodayMayBeNamesInOldPrograms() {
    String program =
        """
        data {
          real<lower=0> lower;
          real<offset=offset> array;
        }
        model {
          array[1] = array + array[2];
          array[2] real x;
          jacobian = 1;
        }
        """;
    assertEquals(program, canonical(program, ErrorCode.OLD_NAME));
  }

  @Test
  void conditionOfALoopIsNoArray() {
    assertEquals(
        "model {\n  while (x < 1) {\n    x = {1, 2}[1];\n  }\n}\n",
        canonical("model { while (x < 1) { x = { 1, 2 }[1]; } }"));
  }

  @Test
  void functionsFileIsAListOfFunctions() {
    SourceFile file = SourceFile.of("f.stanfunctions", "real f(real x) { return x; }");
    Program program = Parser.parseProgram(file, ParseOptions.lenient(), warning -> {});
    assertEquals("f", program.functions().get(0).name().name());
    assertTrue(program.statements(BlockKind.MODEL).isEmpty());
  }

  @Test
  void singleFunctionIsParsedWithItsBody() {
    String text = "real f(real x) {\n  return x;\n}\n";
    FunctionDefinition function = Parser.parseFunction(SourceFile.of("f", text));
    assertEquals(1, function.body().orElseThrow().statements().size());
    assertEquals(text, SyntaxPrinter.print(function));
  }

  @Test
  void spansOfStatementsIncludeTheSemicolon() {
    Program program = parse("model {\n  real x =\n 1;\n  x ~ f();\n}\n", new ArrayList<>());
    List<Statement> statements = program.statements(BlockKind.MODEL);
    assertEquals("program.stan:2:2-3:3", statements.get(0).span().toString());
    assertEquals("program.stan:4:2-4:10", statements.get(1).span().toString());
  }
}
