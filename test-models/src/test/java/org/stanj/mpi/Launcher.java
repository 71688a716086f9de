package org.stanj.mpi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two families of MPI, each with the command that starts ranks. */
enum Launcher {
  OPEN_MPI(List.of("mpiexec.openmpi", "mpiexec"), "open mpi|open-mpi|openrte|prrte"),
  MPICH(List.of("mpiexec.mpich", "mpiexec.hydra", "mpiexec"), "hydra");

  private final List<String> commands;
  private final Pattern version;

  Launcher(List<String> commands, String version) {
    this.commands = commands;
    this.version = Pattern.compile(version);
  }

  /** The command, if it is installed. */
  Optional<String> command() {
    return commands.stream().filter(this::isOurs).findFirst();
  }

  private boolean isOurs(String command) {
    try {
      Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return version.matcher(said.toLowerCase(Locale.ROOT)).find();
    } catch (IOException e) {
      return false;
    }
  }

  /** The words that start a command on ranks. */
  List<String> words(int ranks, List<String> command) {
    List<String> words = new ArrayList<>(List.of(command().orElseThrow()));
    words.addAll(List.of("-n", String.valueOf(ranks)));
    words.addAll(command);
    return words;
  }

  /** The words that start different commands, one rank each. */
  List<String> words(List<List<String>> commands) {
    List<String> words = new ArrayList<>(List.of(command().orElseThrow()));
    for (List<String> command : commands) {
      if (words.size() > 1) {
        words.add(":");
      }
      words.addAll(List.of("-n", "1"));
      words.addAll(command);
    }
    return words;
  }
}
