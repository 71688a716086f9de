package org.stanj.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * uPlot as its jar has it: script, style, licence.
 *
 * @param version of it
 */
record PlotLibrary(String version) {
  private static final String PROPERTIES = "META-INF/maven/org.webjars.npm/uplot/pom.properties";

  /** The one on the class path. */
  static PlotLibrary find() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(PROPERTIES)) {
      properties.load(in);
    }
    return new PlotLibrary(properties.getProperty("version", ""));
  }

  String script() throws IOException {
    return read("dist/uPlot.iife.min.js").replace("</script", "<\\/script");
  }

  String style() throws IOException {
    return read("dist/uPlot.min.css");
  }

  String licence() throws IOException {
    return read("LICENSE");
  }

  private String read(String name) throws IOException {
    try (InputStream in = open("META-INF/resources/webjars/uplot/" + version + "/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = PlotLibrary.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the installation lacks " + name);
    }
    return in;
  }
}
