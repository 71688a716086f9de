package org.stanj.runtime.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.stanj.runtime.arguments.Argument;
import org.stanj.runtime.arguments.ArgumentTable;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.arguments.HelpText;
import org.stanj.runtime.arguments.Parser;
import org.stanj.runtime.arguments.Parser.Outcome;
import org.stanj.runtime.arguments.ValueText;
import org.stanj.runtime.chains.Tasks;
import org.stanj.runtime.checkpoint.ProgramChecksum;
import org.stanj.runtime.files.ColumnChoice;
import org.stanj.runtime.files.LineFile;
import org.stanj.runtime.files.StanVersion;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.mpi.Identity;
import org.stanj.runtime.mpi.Launch;
import org.stanj.runtime.mpi.Ranks;
import org.stanj.runtime.slices.Cores;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.TooLargeException;

/** The command line of a compiled model. Exit codes: 0 for success, 1 for everything else. */
public final class Main {
  private static final String THREADS = "num_threads";
  private static final String THREADS_VARIABLE = "STAN_NUM_THREADS";

  private final CompiledModel model;
  private final Console console;
  private final Map<String, String> environment;
  private final Optional<SampleView> view;
  private final Interruption interruption;

  private Main(
      CompiledModel model,
      Console console,
      Map<String, String> environment,
      Optional<SampleView> view,
      Interruption interruption) {
    this.model = model;
    this.console = console;
    this.environment = environment;
    this.view = view;
    this.interruption = interruption;
  }

  /** Runs the model that the jar names, and ends the process. */
  public static void main(String[] args) {
    Console console = Console.standard();
    int code;
    try {
      code = process(args, ModelResource.load(), console);
    } catch (CommandFailure e) {
      console.error(fatal(e));
      code = 1;
    }
    System.exit(code);
  }

  /** As {@link #run}, for a process that ends afterwards: signals end the run early. */
  static int process(String[] args, CompiledModel model, Console console) {
    Interruption interruption = Interruption.bySignals();
    try {
      return guarded(
          new Main(model, console, System.getenv(), Optional.empty(), interruption), args);
    } finally {
      interruption.ended();
    }
  }

  /** Carries out a command line; all failures are told on the console. */
  public static int run(String[] args, CompiledModel model, Console console) {
    return run(args, model, console, System.getenv());
  }

  /**
   * Samples under a view of its own; see {@link SampleView}. Signals end the run early.
   *
   * @param args as in {@link #run}; the first is {@code sample}
   */
  public static int sample(String[] args, CompiledModel model, Console console, SampleView view) {
    Interruption interruption = Interruption.bySignals();
    try {
      return guarded(
          new Main(model, console, System.getenv(), Optional.of(view), interruption), args);
    } finally {
      interruption.ended();
    }
  }

  /** As {@link #run}, with environment variables of the caller's choice. */
  public static int run(
      String[] args, CompiledModel model, Console console, Map<String, String> environment) {
    return guarded(
        new Main(model, console, environment, Optional.empty(), new Interruption()), args);
  }

  private static int guarded(Main main, String[] args) {
    Console console = main.console;
    try {
      return main.dispatch(args);
    } catch (CommandFailure | FileProblem e) {
      console.error(fatal(e));
    } catch (DataException | RejectException e) {
      console.error("Exception: " + String.valueOf(e.getMessage()).strip());
    } catch (UncheckedIOException e) {
      console.error("Error: cannot write output: " + e.getCause().getMessage());
    } catch (InvalidPathException e) {
      console.error("Error: not a file name here: " + e.getInput() + ": " + e.getReason());
    } catch (OutOfMemoryError e) {
      console.error("Error: out of memory; give the JVM more with -Xmx, or use fewer chains");
    } catch (StackOverflowError e) {
      console.error(
          "Error: stack overflow: a function of the program calls itself too deeply,"
              + " or without end");
    } catch (TooLargeException e) {
      console.error("Error: " + e.getMessage());
    } catch (NegativeArraySizeException e) {
      // of a size that was multiplied without a look at overflow
      console.error("Error: " + TooLargeException.CONTAINER);
    } catch (RuntimeException | Error e) {
      internal(e, console);
    }
    return 1;
  }

  /** Clients show their users only lines that start with Error or Exception. */
  private static String fatal(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    boolean marked = message.startsWith("Error") || message.startsWith("Exception");
    return marked ? message : "Error: " + message;
  }

  private static void internal(Throwable e, Console console) {
    console.error("Error: internal error of stanj, please report it: " + e);
    if (Boolean.getBoolean("stanj.debug")) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      console.error(trace.toString());
    }
  }

  /**
   * Whether an MPI launcher has started this process to help another one, which speaks for both.
   */
  public static boolean helps(Map<String, String> environment) {
    return Launch.of(environment).filter(launch -> launch.rank() > 0).isPresent();
  }

  private int dispatch(String[] args) {
    Optional<Launch> launch = Launch.of(environment);
    if (launch.isEmpty() && model.info().mpi() && Launch.isFurther(environment)) {
      return 0;
    }
    if (helps(environment)) {
      if (args.length > 0 && parse(args) instanceof Outcome.Parsed parsed) {
        FurtherRank.Served served = new FurtherRank.Served(model, threads(parsed.configuration()));
        FurtherRank.serve(launch.get(), served, identity(args), environment);
      }
      return 0;
    }
    if (args.length == 0) {
      console.text(HelpText.usage(program(), ArgumentTable.of(model.info().threads())));
      return 1;
    }
    Outcome outcome = parse(args);
    if (outcome instanceof Outcome.Info) {
      info();
      return 0;
    }
    if (outcome instanceof Outcome.Help help) {
      console.text(help.text());
      return 0;
    }
    if (outcome instanceof Outcome.Failed failed) {
      console.error(String.join("\n", failed.lines()));
      return 1;
    }
    Configuration configuration = threads(seeded(((Outcome.Parsed) outcome).configuration()));
    Optional<Ranks> ranks =
        launch.map(l -> Ranks.join(l, environment, identity(args), interruption::requested));
    try {
      return execute(configuration, ranks);
    } finally {
      ranks.ifPresent(Ranks::close);
    }
  }

  private Outcome parse(String[] args) {
    return new Parser(program(), model.info().threads(), args).parse();
  }

  private Identity identity(String[] args) {
    // a program that lies in no jar is known by its text
    long text = model.lines().written().hashCode();
    return new Identity(31 * ProgramChecksum.of(model) + text, List.of(args));
  }

  private int execute(Configuration configuration, Optional<Ranks> ranks) {
    try (Profiles profiles = new Profiles(model, configuration, console)) {
      int code = execute(configuration, ranks, profiles);
      profiles.write();
      return code;
    }
  }

  private int execute(Configuration configuration, Optional<Ranks> ranks, Profiles profiles) {
    // under a launcher other processes have their share of the processors
    try (RunThreads threads = new RunThreads(view.isPresent() && ranks.isEmpty())) {
      Run run = new Run(model, configuration, console, profiles, threads, interruption, ranks);
      return onDeepStack(() -> execute(run));
    } catch (CommandFailure | UncheckedIOException e) {
      profiles.writeAfter(e);
      throw e;
    }
  }

  /** The name in the usage: what the launcher says, else the jar or class that was started. */
  private static String program() {
    String command = System.getProperty("sun.java.command", "model");
    return System.getProperty("stanj.program", command.split(" ", 2)[0]);
  }

  private void info() {
    console.line("stan_version_major = " + StanVersion.MAJOR);
    console.line("stan_version_minor = " + StanVersion.MINOR);
    console.line("stan_version_patch = " + StanVersion.PATCH);
    setting(BuildSetting.THREADS);
    setting(BuildSetting.MPI);
    console.line("STAN_OPENCL=false");
    setting(BuildSetting.NO_RANGE_CHECKS);
    setting(BuildSetting.CPP_OPTIMS);
  }

  private void setting(BuildSetting setting) {
    console.line(setting.makeName() + "=" + model.info().settings().contains(setting));
  }

  private static Configuration seeded(Configuration configuration) {
    if (configuration.number("random.seed") >= 0) {
      return configuration;
    }
    long mixed = System.nanoTime() * 0x9E3779B97F4A7C15L ^ System.currentTimeMillis();
    long seed = (mixed ^ mixed >>> 32) & Integer.MAX_VALUE;
    return configuration.withDefault("random.seed", seed);
  }

  /** In a threaded build the environment may give the number of threads. */
  private Configuration threads(Configuration configuration) {
    String text = environment.getOrDefault(THREADS_VARIABLE, "");
    if (!model.info().threads() || text.isEmpty()) {
      return configuration;
    }
    Object parsed = ValueText.parse(Argument.Kind.INT, text).orElse(0L);
    if (!(parsed instanceof Long asked) || asked == 0 || asked < -1) {
      throw new CommandFailure(
          THREADS_VARIABLE + "= " + text + " but it must be positive or -1 (all processors).");
    }
    if (configuration.isGiven(THREADS) && configuration.number(THREADS) != asked) {
      throw new CommandFailure(
          THREADS_VARIABLE
              + "= "
              + asked
              + " but argument num_threads= "
              + configuration.number(THREADS)
              + ". Please either only set one or make sure they are equal.");
    }
    return configuration.with(THREADS, asked);
  }

  /** Arguments of ours under {@code output} that mean nothing to the method. */
  private static void refuseMisplaced(Configuration configuration, String method) {
    for (String name : List.of("status", "checkpoint", "checkpoint_interval")) {
      if (!method.equals("sample") && configuration.isGiven("output." + name)) {
        throw new CommandFailure("output " + name + " is an argument for method=sample only");
      }
    }
    boolean evaluates =
        !Set.of("log_prob", "diagnose", "generate_quantities", "serve").contains(method);
    if (!evaluates && configuration.isGiven(LineFile.NAME)) {
      throw new CommandFailure(
          "output profile_lines is about gradients, of which method="
              + method
              + " needs few or none");
    }
    boolean writesVariables =
        !Set.of("log_prob", "diagnose", "benchmark", "serve").contains(method);
    if (!writesVariables && !ColumnChoice.of(configuration).isEverything()) {
      throw new CommandFailure(
          "output include and exclude choose variables, but method=" + method + " writes none");
    }
  }

  /** User functions may recurse as deeply here as on the threads of chains and helpers. */
  private static int onDeepStack(IntSupplier work) {
    AtomicInteger code = new AtomicInteger();
    Tasks.run("run", List.of(stopped -> code.set(work.getAsInt())), 1, new Cores(1));
    return code.get();
  }

  private int execute(Run run) {
    String method = run.configuration().method();
    refuseMisplaced(run.configuration(), method);
    return switch (method) {
      case "sample" -> new SampleMethod(run, view).run();
      case "optimize" -> new OptimizeMethod(run).run();
      case "variational" -> new VariationalMethod(run).run();
      case "pathfinder" -> new PathfinderMethod(run).run();
      case "laplace" -> new LaplaceMethod(run).run();
      case "log_prob" -> new LogProbMethod(run).run();
      case "generate_quantities" -> new GenerateMethod(run).run();
      case "diagnose" -> new DiagnoseMethod(run).run();
      case "benchmark" -> new BenchmarkMethod(run).run();
      case "serve" -> new ServeMethod(run).run();
      default -> throw new AssertionError("no method " + method);
    };
  }
}
