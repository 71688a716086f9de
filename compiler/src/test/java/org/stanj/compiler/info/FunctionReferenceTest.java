package org.stanj.compiler.info;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.FunctionCatalogue;

/** Looking up functions: the words of Stan's functions reference. */
final class FunctionReferenceTest {
  private static final FunctionReference REFERENCE = FunctionCatalogue.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "normal_lpdf; real normal_lpdf(reals y | reals mu, reals sigma)",
        "normal_lupdf; real normal_lupdf(reals y | reals mu, reals sigma)",
        "std_normal_cdf; real std_normal_cdf(reals y |)",
        "poisson_rng; R poisson_rng(reals lambda)",
        "exp; real exp(real x)  // element by element",
        "norm1; real norm1(array[] real x)",
        "quantile; array[] real quantile(data vector x, data array[] real p)",
        "svd; tuple(matrix, vector, matrix) svd(matrix x)",
        "rep_array; array[,] T rep_array(T x, int m, int n)",
        "ordered_constrain; vector ordered_constrain(vector x)",
      })
  void signaturesAreThoseOfTheManual(String name, String signature) {
    List<FunctionReference.Article> found = REFERENCE.find(name);
    assertEquals(name, found.get(0).name());
    assertTrue(found.get(0).signatures().contains(signature), found.get(0)::toString);
  }

  @Test
  void aDistributionIsAllOfItsFunctions() {
    assertEquals(
        "normal_lpdf normal_lupdf normal_cdf normal_lcdf normal_lccdf normal_rng", names("normal"));
    assertEquals("beta beta_lpdf beta_lupdf beta_cdf beta_lcdf beta_lccdf beta_rng", names("beta"));
    assertEquals("simplex_constrain simplex_jacobian simplex_unconstrain", names("simplex"));
    assertEquals("", names("norml"));
  }

  private static String names(String wanted) {
    return REFERENCE.find(wanted).stream()
        .map(FunctionReference.Article::name)
        .collect(Collectors.joining(" "));
  }

  @Test
  void functionsThatTakeFunctionsAreThere() {
    for (String name :
        List.of("ode_rk45", "map_rect", "reduce_sum", "integrate_1d", "laplace_marginal_tol")) {
      assertEquals(1, REFERENCE.find(name).size(), name);
      FunctionReference.Article article = REFERENCE.find(name).get(0);
      assertTrue(article.signatures().stream().allMatch(s -> s.contains(name + "(")), name);
      assertFalse(article.description().isBlank(), name);
    }
  }

  @Test
  void whatIsInternalIsNotThere() {
    assertEquals("", names("unit_uniform"));
    assertFalse(REFERENCE.names().contains("points"));
    assertTrue(REFERENCE.names().contains("divide"));
  }

  @Test
  void oldNamesSayWhatToUse() {
    assertTrue(
        REFERENCE.find("fabs").get(0).description().endsWith("Deprecated: use abs."),
        () -> REFERENCE.find("fabs").toString());
  }
}
