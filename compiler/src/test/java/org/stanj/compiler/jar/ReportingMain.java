package org.stanj.compiler.jar;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;

/** Stands in for the runtime's main class in a jar made by a test: prints what it finds. */
public final class ReportingMain {
  private ReportingMain() {}

  /** Prints the arguments and the model's class, then ends with the first argument's length. */
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    try (InputStream in = ReportingMain.class.getResourceAsStream("/" + ModelJar.PROPERTIES)) {
      properties.load(in);
    }
    Class<?> model = Class.forName(properties.getProperty("class"));
    System.out.println(
        Arrays.toString(args) + " " + model.getName() + " " + properties.get("name"));
    System.exit(args[0].length());
  }
}
