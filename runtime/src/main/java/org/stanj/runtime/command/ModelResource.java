package org.stanj.runtime.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.SourceLines;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * The compiled model that lies in the same jar. The resource {@value #NAME} tells of it: {@code
 * class}, {@code name}, {@code stancflags}, {@code settings}, {@code generates}. The resource
 * {@value #LINES} has the program's lines.
 */
final class ModelResource {
  static final String NAME = "META-INF/stanj/model.properties";

  static final String LINES = "META-INF/stanj/model.lines";

  private ModelResource() {}

  /** Loads the model. */
  static CompiledModel load() {
    ClassLoader loader = ModelResource.class.getClassLoader();
    Properties properties = new Properties();
    try (InputStream in = loader.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new CommandFailure("there is no model in this jar (" + NAME + " is missing)");
      }
      properties.load(in);
      Class<? extends GeneratedModel> type =
          loader.loadClass(properties.getProperty("class", "")).asSubclass(GeneratedModel.class);
      return GeneratedModel.compiled(
          type, info(properties), () -> lines(loader), ModelResource::transformedData);
    } catch (IOException | ReflectiveOperationException | ClassCastException e) {
      throw new CommandFailure("the model in this jar cannot be loaded: " + e);
    }
  }

  private static SourceLines lines(ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(LINES)) {
      return in == null
          ? SourceLines.NONE
          : SourceLines.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure("the lines of the model in this jar cannot be read: " + e);
    }
  }

  private static ModelInfo info(Properties properties) {
    return new ModelInfo(
        properties.getProperty("name", "model"),
        properties.getProperty("stancflags", ""),
        settings(properties.getProperty("settings", "")),
        Boolean.parseBoolean(properties.getProperty("generates")));
  }

  /** The names, separated by blanks. */
  private static Set<BuildSetting> settings(String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(BuildSetting::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same for all chains, so that they share one bound model. */
  private static RandomStream transformedData(long seed) {
    return Streams.open(StreamKey.transformedData(seed));
  }
}
