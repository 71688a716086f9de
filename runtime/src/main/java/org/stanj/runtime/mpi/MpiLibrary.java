package org.stanj.runtime.mpi;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.runtime.arguments.CommandFailure;

/** The MPI library of this machine: found when a launcher has started us, never built against. */
record MpiLibrary(NativeLibrary library, Family family) {
  private static final Map<String, Integer> LOCAL = Map.of(Library.OPTION_OPEN_FLAGS, 1);

  /**
   * Loads the library that fits to the launcher: the one that {@code STANJ_MPI} names, else one
   * beside {@code mpiexec}, else one that the system's loader finds.
   *
   * @throws CommandFailure if there is none
   */
  static MpiLibrary find(Launch launch, Map<String, String> environment) {
    List<String> rejected = new ArrayList<>();
    String chosen = environment.getOrDefault(Launch.CHOICE, "");
    List<String> names =
        chosen.isEmpty() ? names(launch, environment.getOrDefault("PATH", "")) : List.of(chosen);
    try {
      leaveSignalsAlone();
      for (String name : names) {
        Optional<MpiLibrary> found = open(name, launch, rejected);
        if (found.isPresent()) {
          return found.get();
        }
      }
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw new CommandFailure(
          "Error: "
              + who(launch)
              + ": the library that calls C functions cannot be unpacked or loaded: "
              + e.getMessage()
              + "; JAVA_TOOL_OPTIONS=-Djna.tmpdir=DIRECTORY names another place for it");
    }
    throw new CommandFailure(absent(launch, names, rejected));
  }

  private static String who(Launch launch) {
    return "MPI, rank " + launch.rank();
  }

  private static String absent(Launch launch, List<String> names, List<String> rejected) {
    String kind = launch.family().map(Family::title).orElse("the launcher's kind");
    String hint = launch.family().orElse(Family.OPEN_MPI).debianPackage();
    String found = rejected.isEmpty() ? "" : "; found " + String.join(", ", rejected);
    return "Error: "
        + who(launch)
        + ": the launcher has started several processes, but there is no MPI library of its kind ("
        + kind
        + ") to connect them. Looked for "
        + String.join(", ", names)
        + found
        + ".\nInstall it (Debian: apt-get install "
        + hint
        + "), name it by "
        + Launch.CHOICE
        + "=/path/of/libmpi.so, or make each process a run of its own by "
        + Launch.CHOICE
        + "="
        + Launch.NONE
        + ".";
  }

  private static Optional<MpiLibrary> open(String name, Launch launch, List<String> rejected) {
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(name, LOCAL);
      library.getFunction("MPI_Init_thread");
    } catch (UnsatisfiedLinkError e) {
      if (name.contains(File.separator) && Files.exists(Path.of(name))) {
        rejected.add(name + " (cannot be loaded, or is no MPI library)");
      }
      return Optional.empty();
    }
    Family family = Family.of(library);
    if (launch.family().filter(f -> f != family).isPresent()) {
      rejected.add(name + " (" + family.title() + ")");
      library.close();
      return Optional.empty();
    }
    // Open MPI's plug-ins look for its symbols among those of the process.
    return Optional.of(new MpiLibrary(NativeLibrary.getInstance(name), family));
  }

  private static List<String> names(Launch launch, String path) {
    List<Family> families = launch.family().map(List::of).orElse(List.of(Family.values()));
    Set<String> names = new LinkedHashSet<>();
    for (Family family : families) {
      for (Path folder : besideLauncher(path)) {
        family.libraries().stream()
            .map(folder::resolve)
            .filter(Files::exists)
            .forEach(file -> names.add(file.toString()));
      }
    }
    families.forEach(family -> names.addAll(family.libraries()));
    return List.copyOf(names);
  }

  /** Folders of libraries of the installation that {@code mpiexec} belongs to. */
  private static Set<Path> besideLauncher(String path) {
    Set<Path> folders = new LinkedHashSet<>();
    for (String entry : path.split(File.pathSeparator)) {
      for (String command : List.of("mpiexec", "mpirun")) {
        Path file = Path.of(entry, command);
        if (Files.isExecutable(file)) {
          folders.addAll(libraryFolders(file));
        }
      }
    }
    return folders;
  }

  private static List<Path> libraryFolders(Path launcher) {
    try {
      Path bin = launcher.toRealPath().getParent();
      return bin == null ? List.of() : List.of(bin.resolve("../lib64"), bin.resolve("../lib"));
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * A library below MPI (UCX) takes over signals by which the JVM finds null pointers, unless told
   * otherwise before it is loaded.
   */
  private static void leaveSignalsAlone() {
    try {
      NativeLibrary.getProcess()
          .getFunction("setenv")
          .invokeInt(new Object[] {"UCX_ERROR_SIGNALS", "", 1});
    } catch (UnsatisfiedLinkError e) {
      // a system without setenv has no UCX
    }
  }
}
