package org.stanj.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The examples in Kotlin and for Spark do what the page for Java programmers says. */
final class NeighboursTest {
  @Test
  void kotlin() {
    assertEquals(4 / 12.0, CoinsKt.chance(3, 10), 0.02);
    assertEquals(Fits.chance("{\"n\": 10, \"k\": 3}"), CoinsKt.chance(3, 10));
  }

  @Test
  void spark() throws IOException {
    List<String> dataSets = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      String json = "{\"n\": 10, \"k\": %d}".formatted(k);
      dataSets.add(json);
      expected.add(Fits.chance(json));
    }
    try (SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()) {
      assertEquals(expected, Fits.ofAll(session, dataSets));
    }
  }
}
