package org.stanj.runtime.arguments;

import static org.stanj.runtime.arguments.Row.bare;
import static org.stanj.runtime.arguments.Row.between;
import static org.stanj.runtime.arguments.Row.choice;
import static org.stanj.runtime.arguments.Row.count;
import static org.stanj.runtime.arguments.Row.countOrZero;
import static org.stanj.runtime.arguments.Row.flag;
import static org.stanj.runtime.arguments.Row.group;
import static org.stanj.runtime.arguments.Row.integer;
import static org.stanj.runtime.arguments.Row.limit;
import static org.stanj.runtime.arguments.Row.ours;
import static org.stanj.runtime.arguments.Row.positive;
import static org.stanj.runtime.arguments.Row.text;
import static org.stanj.runtime.arguments.Row.width;
import static org.stanj.runtime.arguments.Row.word;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.arguments.Argument.Choice;
import org.stanj.runtime.arguments.Argument.Group;
import org.stanj.runtime.arguments.Argument.Kind;
import org.stanj.runtime.arguments.Argument.Value;
import org.stanj.runtime.io.RowFormat;

/**
 * The arguments of CmdStan 2.37: names, types, ranges, defaults, order of the echo, and the words
 * of its help, which users and scripts know.
 */
public final class ArgumentTable {
  private static final String SEVERAL =
      " If multiple chains are run, this can either be a single path, in which case its name will have _ID appended, or a comma-separated list of names.";
  private static final String PATH = "Path to existing file";

  private ArgumentTable() {}

  /** All arguments of the top level; the first is the method. */
  public static List<Argument> of(boolean threads) {
    return List.of(
        method(),
        integer("id", "Unique process identifier", 1, "id >= 0", v -> v >= 0),
        group("data", "Input data options", text("file", "Input data file", "", "\"\"", PATH)),
        text(
            "init",
            "Initialization method: \"x\" initializes randomly between [-x, x], \"0\" initializes to 0, anything else identifies a file of values."
                + SEVERAL,
            "2",
            "\"2\"",
            "All"),
        group("random", "Random number configuration", seed()),
        output(),
        threads
            ? threads("", "num_threads > 0 || num_threads == -1", false)
            : threads(
                " To use this argument, re-compile this model with STAN_THREADS=true.",
                "num_threads == 1",
                true),
        ours(
            flag(
                "auto_parallel",
                "Whether threads share loops for which the program does not ask it; draws do not depend on it",
                true)));
  }

  /** A method of ours, which CmdStan's help does not know. */
  static Group benchmark() {
    return group(
        "benchmark",
        "Time of a gradient evaluation, as JSON on standard output",
        text(
            "point",
            "File of numbers, the first of which are the unconstrained values to evaluate at; the output then has the log density and its gradient there",
            "",
            "\"\"",
            PATH));
  }

  /** Another one. */
  static Group serve() {
    return group("serve", "Answers requests on standard input, a JSON object on each line");
  }

  private static Choice method() {
    return choice(
        "method",
        "Analysis method (Note that method= is optional)",
        "sample",
        sample(),
        optimize(),
        variational(),
        diagnose(),
        generateQuantities(),
        pathfinder(),
        logProb(),
        laplace());
  }

  private static Value threads(String hint, String validity, boolean one) {
    return integer(
        "num_threads",
        "Number of threads available to the program." + hint,
        1,
        validity,
        v -> v == 1 || !one && (v > 0 || v == -1));
  }

  private static Value seed() {
    return new Value(
        "seed",
        "Random number generator seed",
        Kind.SEED,
        -1L,
        "-1",
        "non-negative integer < 4294967296  or -1 to generate seed from system time",
        v -> v instanceof Long n && n >= -1 && n < 1L << 32);
  }

  private static Group output() {
    return group(
        "output",
        "File output options",
        text(
            "file",
            "Output file. " + SEVERAL,
            "output.csv",
            "output.csv",
            "File(s) should not already exist"),
        text(
            "diagnostic_file",
            "Auxiliary output file for diagnostic information." + SEVERAL,
            "",
            "\"\"",
            "File(s) should not already exist"),
        integer(
            "refresh",
            "Number of iterations between screen updates",
            100,
            "0 <= refresh",
            v -> v >= 0),
        integer(
            "sig_figs",
            "The number of significant figures used for the output CSV files. Stan recommends at least 8 (the default) if you will be using the output as part of a future input (e.g., for standalone generated quantities or as an initialization). If -1 is supplied, Stan will use the current operating system's default precision (This typically be smaller than Stan's default; on many systems it is 6 digits).",
            8,
            "0 <= sig_figs <= 18 || sig_figs == -1",
            v -> v >= -1 && v <= 18),
        text(
            "profile_file",
            "File to store profiling information",
            "profile.csv",
            "\"\"",
            "Valid path and write access to the folder"),
        flag(
            "save_cmdstan_config",
            "Save the CmdStan configuration (parsed arguments + default values) as JSON alongside the output files",
            false),
        ours(
            word(
                "format",
                "What the output file is written in: Stan CSV, the same packed by gzip, or an Arrow IPC file of doubles. Without it the name of the file tells; CSV if it does not.",
                RowFormat.CSV.word(),
                RowFormat.words(),
                w -> RowFormat.named(w).isPresent())),
        ours(
            text(
                "profile_lines",
                "File for the share of each line of the program in the time of the gradients, as CSV",
                "",
                "\"\"",
                "Valid path and write access to the folder")),
        ours(
            text(
                "include",
                "Variables whose columns are written, as a comma-separated list of names in which * stands for any text; all others are left out. Methods that read the file later need all parameters.",
                "",
                "\"\"",
                "Names of variables")),
        ours(
            text(
                "exclude",
                "Variables whose columns are left out, as a comma-separated list of names in which * stands for any text",
                "",
                "\"\"",
                "Names of variables")),
        ours(
            text(
                "status",
                "File for the state of a sample run, one JSON object per line: chain, iteration, step size, divergences, remaining seconds",
                "",
                "\"\"",
                "File should not already exist")),
        ours(
            text(
                "checkpoint",
                "File from which an interrupted sample run can go on, see the argument resume of sample",
                "",
                "\"\"",
                "Valid path and write access to the folder")),
        ours(
            positive(
                "checkpoint_interval",
                "Seconds between two states of a chain in the checkpoint",
                60)));
  }

  private static Group sample() {
    return group(
        "sample",
        "Bayesian inference with Markov Chain Monte Carlo",
        countOrZero("num_samples", "Number of sampling iterations", 1000),
        countOrZero("num_warmup", "Number of warmup iterations", 1000),
        flag("save_warmup", "Stream warmup samples to output?", false),
        count("thin", "Period between saved samples", 1),
        group(
            "adapt",
            "Warmup Adaptation",
            flag("engaged", "Adaptation engaged?", true),
            positive("gamma", "Adaptation regularization scale", 0.05),
            delta(),
            positive("kappa", "Adaptation relaxation exponent", 0.75),
            positive("t0", "Adaptation iteration offset", 10),
            width("init_buffer", "Width of initial fast adaptation interval", 75),
            width("term_buffer", "Width of final fast adaptation interval", 50),
            width("window", "Initial width of slow adaptation interval", 25),
            flag("save_metric", "Save metric as JSON?", false),
            ours(
                flag(
                    "cross_chain",
                    "Whether the chains learn one metric together, and end warmup when it has settled",
                    false))),
        choice(
            "algorithm",
            "Sampling algorithm",
            "hmc",
            hmc(),
            bare("fixed_param", "Fixed Parameter Sampler")),
        count("num_chains", "Number of chains", 1),
        ours(
            limit(
                "stop_ess",
                "Sampling stops where all chosen variables have this bulk and tail ESS over all chains; looked at after 100, 200, 400 ... saved draws, at most num_samples iterations",
                "0 < stop_ess",
                v -> v > 0)),
        ours(
            limit(
                "stop_rhat",
                "Sampling stops where all chosen variables have at most this R-hat over all chains; with stop_ess both are needed",
                "1 <= stop_rhat",
                v -> v >= 1)),
        ours(
            text(
                "stop_variables",
                "Variables that stop_ess and stop_rhat look at, as a comma-separated list of names in which * stands for any text; all and lp__ if there is none",
                "",
                "\"\"",
                "Names of variables")),
        ours(
            text(
                "resume",
                "Checkpoint of an interrupted run, which goes on with the arguments that it was started with",
                "",
                "\"\"",
                PATH)));
  }

  /** The upper bound itself is refused, although help includes it. */
  private static Value delta() {
    Value v = between("delta", "Adaptation target acceptance statistic", 0.8, 0.1, 1);
    return new Value(
        v.name(),
        v.description(),
        v.kind(),
        v.initial(),
        v.shownDefault(),
        v.validity(),
        d -> v.valid().test(d) && (Double) d < 1);
  }

  private static Group hmc() {
    return group(
        "hmc",
        "Hamiltonian Monte Carlo",
        choice(
            "engine",
            "Engine for Hamiltonian Monte Carlo",
            "nuts",
            group(
                "static",
                "Static integration time",
                positive(
                    "int_time",
                    "Total integration time for Hamiltonian evolution, default is 2 * pi",
                    2 * Math.PI)),
            group("nuts", "The No-U-Turn Sampler", count("max_depth", "Maximum tree depth", 10))),
        choice(
            "metric",
            "Geometry of base manifold",
            "diag_e",
            bare("unit_e", "Euclidean manifold with unit metric"),
            bare("diag_e", "Euclidean manifold with diag metric"),
            bare("dense_e", "Euclidean manifold with dense metric"),
            bare("fisher_diag", "As diag_e, learned from draws and gradients"),
            bare("low_rank", "As fisher_diag, with a correction of low rank for correlations")),
        text("metric_file", "Input file with precomputed Euclidean metric", "", "", "All"),
        positive("stepsize", "Step size for discrete evolution", 1),
        between("stepsize_jitter", "Uniformly random jitter of the stepsize, in percent", 0, 0, 1));
  }

  private static List<Argument> lineSearch() {
    return List.of(
        positive("init_alpha", "Line search step size for first iteration", 0.001),
        positive(
            "tol_obj",
            "Convergence tolerance on absolute changes in objective function value",
            1e-12),
        positive(
            "tol_rel_obj",
            "Convergence tolerance on relative changes in objective function value",
            1e4),
        positive("tol_grad", "Convergence tolerance on the norm of the gradient", 1e-8),
        positive("tol_rel_grad", "Convergence tolerance on the relative norm of the gradient", 1e7),
        positive("tol_param", "Convergence tolerance on changes in parameter value", 1e-8));
  }

  private static Argument[] lineSearchAnd(Argument... more) {
    List<Argument> all = new ArrayList<>(lineSearch());
    all.addAll(List.of(more));
    return all.toArray(new Argument[0]);
  }

  private static Value historySize() {
    return count("history_size", "Amount of history to keep for L-BFGS", 5);
  }

  private static Value jacobian(boolean initial, String end) {
    return flag(
        "jacobian",
        "When true, include change-of-variables adjustment for constraining parameter transforms"
            + end,
        initial);
  }

  private static Group optimize() {
    return group(
        "optimize",
        "Point estimation",
        choice(
            "algorithm",
            "Optimization algorithm",
            "lbfgs",
            group("bfgs", "BFGS with linesearch", lineSearchAnd()),
            group("lbfgs", "LBFGS with linesearch", lineSearchAnd(historySize())),
            group("newton", "Newton's method")),
        jacobian(false, ""),
        count("iter", "Total number of iterations", 2000),
        flag("save_iterations", "Stream optimization progress to output?", false));
  }

  private static Group variational() {
    return group(
        "variational",
        "Variational inference",
        choice(
            "algorithm",
            "Variational inference algorithm",
            "meanfield",
            group("meanfield", "mean-field approximation"),
            group("fullrank", "full-rank covariance")),
        count("iter", "Maximum number of ADVI iterations.", 10000),
        count("grad_samples", "Number of Monte Carlo draws for computing the gradient.", 1),
        count("elbo_samples", "Number of Monte Carlo draws for estimate of ELBO.", 100),
        positive("eta", "Stepsize scaling parameter.", 1),
        group(
            "adapt",
            "Eta Adaptation for Variational Inference",
            flag("engaged", "Boolean flag for eta adaptation.", true),
            count("iter", "Number of iterations for eta adaptation.", 50)),
        positive("tol_rel_obj", "Relative tolerance parameter for convergence.", 0.01),
        count("eval_elbo", "Number of iterations between ELBO evaluations", 100),
        count("output_samples", "Number of approximate posterior output draws to save.", 1000));
  }

  private static Group diagnose() {
    return group(
        "diagnose",
        "Model diagnostics",
        choice(
            "test",
            "Diagnostic test",
            "gradient",
            group(
                "gradient",
                "Check model gradient against finite differences",
                positive("epsilon", "Finite difference step size", 1e-6, "1e-6"),
                positive("error", "Error threshold", 1e-6, "1e-6"))));
  }

  private static Group generateQuantities() {
    return group(
        "generate_quantities",
        "Generate quantities of interest",
        text(
            "fitted_params",
            "Input file of sample of fitted parameter values for model conditioned on data. "
                + SEVERAL,
            "",
            "\"\"",
            PATH),
        count("num_chains", "Number of chains", 1));
  }

  private static Group pathfinder() {
    return group(
        "pathfinder",
        "Pathfinder algorithm",
        lineSearchAnd(
            historySize(),
            count("num_psis_draws", "Number of draws from PSIS sample", 1000),
            count("num_paths", "Number of single pathfinders", 4),
            flag("save_single_paths", "Output single-path pathfinder draws as CSV", false),
            flag(
                "psis_resample",
                "If true, perform psis resampling on samples returned from individual pathfinders. If false, returns num_paths * num_draws samples",
                true),
            flag(
                "calculate_lp",
                "If true, individual pathfinders lp calculations are calculated and returned with the output. If false, each pathfinder will only  calculate the lp values needed for the elbo calculation. If false, psis resampling cannot be performed and the algorithm returns num_paths * num_draws samples. The output will still contain any lp values used when calculating ELBO scores within LBFGS iterations.",
                true),
            count("max_lbfgs_iters", "Maximum number of LBFGS iterations", 1000),
            count("num_draws", "Number of approximate posterior draws", 1000),
            count("num_elbo_draws", "Number of Monte Carlo draws to evaluate ELBO", 25)));
  }

  private static Group logProb() {
    return group(
        "log_prob",
        "Return the log density up to a constant and its gradients, given supplied parameters",
        text(
            "unconstrained_params",
            "Input file (JSON or R dump) of parameter values on unconstrained scale",
            "",
            "\"\"",
            PATH),
        text(
            "constrained_params",
            "Input file (JSON or R dump) of parameter values on constrained scale",
            "",
            "\"\"",
            PATH),
        jacobian(true, ""));
  }

  private static Group laplace() {
    return group(
        "laplace",
        "Sample from a Laplace approximation",
        text(
            "mode",
            "A specification of a mode on the constrained scale for all model parameters, either in JSON or CSV format.",
            "",
            "",
            "All"),
        jacobian(true, "."),
        countOrZero("draws", "Number of draws from the laplace approximation", 1000),
        flag(
            "calculate_lp",
            "If true, calculate the log probability of the model at each draw.",
            true));
  }
}
