package org.stanj.neighbours;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.stanj.Data;
import org.stanj.Stan;
import org.stanj.StanModel;

/** A fit for each data set, on the executors of Spark. */
final class Fits {
  // [executors]
  /** Compiled once on each executor; only data sets and results travel. */
  private static final StanModel COIN =
      Stan.compile(
          "coin",
          """
          data { int<lower=0> n; int<lower=0> k; }
          parameters { real<lower=0, upper=1> p; }
          model { k ~ binomial(n, p); }
          """);

  static double chance(String json) {
    return COIN.bind(Data.json(json))
        .sampling()
        .chains(2)
        .threads(1) // Spark has its own
        .seed(1)
        .run()
        .summary("p")
        .mean();
  }

  // [end]

  private Fits() {}

  static List<Double> ofAll(SparkSession spark, List<String> dataSets) {
    // [spark]
    List<Double> chances =
        spark
            .createDataset(dataSets, Encoders.STRING()) // a JSON text each
            .map((MapFunction<String, Double>) Fits::chance, Encoders.DOUBLE())
            .collectAsList();
    // [end]
    return chances;
  }
}
