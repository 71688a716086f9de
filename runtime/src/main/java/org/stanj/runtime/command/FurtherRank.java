package org.stanj.runtime.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.Tasks;
import org.stanj.runtime.checkpoint.Resumption;
import org.stanj.runtime.files.ProfileFile;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.mpi.Identity;
import org.stanj.runtime.mpi.Launch;
import org.stanj.runtime.mpi.RankService;
import org.stanj.runtime.mpi.Terms;
import org.stanj.runtime.slices.Cores;
import org.stanj.stdlib.abi.SliceRunner;

/** A process above rank 0: it writes nothing, and evaluates what rank 0 sends. */
final class FurtherRank {
  private FurtherRank() {}

  /** Serves until rank 0 ends. */
  static void serve(
      Launch launch, Served served, Identity identity, Map<String, String> environment) {
    try (RunThreads threads = new RunThreads(false)) {
      Function<Model, SliceRunner> runners =
          model -> threads.runners(model, served.configuration()).get();
      Tasks.Task service =
          stopped ->
              RankService.serve(launch, environment, identity, t -> bind(t, served), runners);
      Tasks.run("rank", List.of(service), 1, new Cores(1));
    }
  }

  /** A program, and how this process is to run it. */
  record Served(CompiledModel compiled, Configuration configuration) {}

  /** Reads the data file of rank 0's command line; its warnings are told by rank 0. */
  private static Model bind(Terms terms, Served served) {
    if (Resumption.checksum(terms.dataFile()) != terms.dataChecksum()) {
      throw new CommandFailure(
          "the file " + terms.dataFile() + " has other contents than on rank 0");
    }
    DataContext data = DataFiles.read(terms.dataFile(), warning -> {});
    Model model = served.compiled().bind(data, terms.seed());
    if (!served.configuration().text(ProfileFile.NAME).isEmpty()) {
      model.timeBlocks();
    }
    return model;
  }
}
