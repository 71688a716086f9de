package org.stanj.build;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The build as a command, for build tools without a plugin: {@code java org.stanj.build.Main
 * PROGRAMS SOURCES CLASSES PACKAGE}.
 */
public final class Main {
  private Main() {}

  /** Carries out the words and ends the process: 0 for success, 1 for everything else. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String[] args) {
    if (args.length != 4) {
      System.err.println("Usage: java org.stanj.build.Main PROGRAMS SOURCES CLASSES PACKAGE");
      return 1;
    }
    try {
      new ModelBuild(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3], Main::tell)
          .run();
      return 0;
    } catch (BuildFailure e) {
      tell(e.getMessage());
    } catch (IOException e) {
      tell("Error: " + e);
    }
    return 1;
  }

  private static void tell(String text) {
    System.err.println(text);
  }
}
