# What R clients rely on, with the client beside this file. Started by "run".

source("client.R")

failures <- 0
check <- function(what, holds) {
  if (!isTRUE(all(holds))) {
    failures <<- failures + 1
    message("test_r: FAILED: ", what)
  }
}
program <- function(name, ...) {
  folder <- tempfile("a folder ")
  dir.create(folder)
  file <- file.path(folder, paste0(name, ".stan"))
  writeLines(c(...), file)
  file
}
sample_words <- c("method=sample", "num_samples=300", "num_warmup=300", "save_warmup=0",
                  "algorithm=hmc", "engine=nuts", "adapt", "engaged=1")

# The installation ----------------------------------------------------------------------------

version <- sub("CMDSTAN_VERSION := ", "",
               grep("^CMDSTAN_VERSION :=", readLines(file.path(home, "makefile")), value = TRUE))
check("make build names the version",
      grepl(paste0("CmdStan v", version, " built"), in_home("make", c("-j2", "build"))$stdout))
for (tool in c("stansummary", "diagnose")) {
  file.remove(file.path(home, "bin", tool))
  in_home("make", file.path("bin", tool))
  check(paste("make brings back", tool), file.access(file.path(home, "bin", tool), 1) == 0)
}
invisible(in_home("make", c("-j2", "clean-all")))
flags_of <- function(...) {
  rule <- tempfile(fileext = ".mk")
  writeLines(c(".PHONY: tell", "tell: ; @printf 'flag=%s\\n' $(STANCFLAGS)"), rule)
  said <- in_home("make", c("-s", ..., "-f", "makefile", "-f", rule, "tell"))$stdout
  sub("^flag=", "", grep("^flag=.", strsplit(said, "\n")[[1]], value = TRUE))
}
check("there are no flags of its own", length(flags_of()) == 0)
check("OpenCL is told to stanc", identical(flags_of("STAN_OPENCL=TRUE"), "--use-opencl"))
check("print- says what a shell echoes",
      in_home("make", c("-s", "STANCFLAGS=--name='a b'", "print-STANCFLAGS"))$stdout ==
        "STANCFLAGS = --name=a b\n")

# Bernoulli -----------------------------------------------------------------------------------

example <- file.path(home, "examples", "bernoulli", "bernoulli.stan")
bernoulli <- build(program("bernoulli", readLines(example)))
check("make says what it does", grepl("Translating Stan model", attr(bernoulli, "said")))
check("make shows the flags",
      grepl("bin/stanc --name=bernoulli_model", gsub("'", "", attr(bernoulli, "said"))))
coins <- list(N = 10L, y = c(0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L))
fit <- run_chains(bernoulli, coins, sample_words, ids = c(10, 12))
check("both chains end well", fit$codes == 0)
check("the console tells of the end",
      vapply(fit$out, function(o) any(grepl("seconds (Total)", o, fixed = TRUE)), NA))
head <- metadata(fit$files[2])
check("the head tells the run", c(head$model == "bernoulli_model", head$id == 12,
                                  head$num_samples == 300, head$save_warmup == "false",
                                  head$max_depth == 10, is.numeric(head[["Step size"]])))
theta <- posterior::extract_variable_matrix(draws(fit$files), "theta")
check("the mean is that of beta(3, 9)", abs(mean(theta) - 3 / 12) < 0.03)
check("the same seed gives the same draws",
      identical(rows(fit$files), rows(run_chains(bernoulli, coins, sample_words, c(10, 12))$files)))
for (tool in c("stansummary", "diagnose")) {
  said <- in_home(file.path("bin", tool), fit$files)
  words <- if (tool == "diagnose") "Processing complete" else "Inference for Stan model"
  check(paste(tool, "reads the files"), said$status == 0 && grepl(words, said$stdout))
}
help <- processx::run(bernoulli, c("sample", "help-all"))$stdout
check("help-all tells defaults", grepl("max_depth=<int>", help) && grepl("Defaults to 1000", help))

# What goes wrong -----------------------------------------------------------------------------

never <- build(program("never", "parameters { real x; } model { x ~ normal(1 / 0.0, 1); }"))
failed <- run_chains(never, list(), sample_words, ids = 1)
check("a chain that cannot start fails", failed$codes != 0)
check("it says why", any(startsWith(c(failed$out[[1]], failed$err[[1]]), "Exception: normal_lpdf")))
check("it does not claim an end", !grepl("Elapsed Time|100%", failed$out[[1]]))
wrong <- program("wrong", "parameters { real x; } model { matrix[1, 1] m = x; }")
said <- in_home("bin/stanc", c(wrong, "--allow-undefined", "--o=/dev/null"))
check("a wrong program is refused", said$status == 1 && grepl("wrong.stan', line 1", said$stderr))

# Profiles and MPI ----------------------------------------------------------------------------

timed <- build(program("timed", "parameters { real x; } model { profile(\"p\") { x ~ std_normal(); } }"))
profiled <- run_chains(timed, list(), sample_words, ids = 1)
profile <- utils::read.csv(file.path(dirname(profiled$files), "profile-1.csv"))
check("a profile block has one row", identical(dim(profile), c(1L, 9L)))

if (nzchar(Sys.which("mpiexec"))) {
  Sys.setenv(OMPI_ALLOW_RUN_AS_ROOT = "1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM = "1")
  several <- build(program("mpi", readLines(example)), "STAN_MPI=TRUE")
  file <- tempfile(fileext = ".csv")
  data_file <- tempfile(fileext = ".json")
  write_data(coins, data_file)
  said <- processx::run(
    "mpiexec", c("-n", "1", several, "id=1", "data", paste0("file=", data_file), "output",
                 paste0("file=", file), sample_words), error_on_status = FALSE)
  check("a model for MPI runs", said$status == 0 && metadata(file)$mpi_enabled == 1)
} else {
  message("test_r: MPI left out: there is no mpiexec")
}

# brms ----------------------------------------------------------------------------------------

if (requireNamespace("brms", quietly = TRUE) && requireNamespace("rstan", quietly = TRUE)) {
  suppressMessages(library(brms))
  formula <- count ~ zAge + zBase * Trt + (1 | patient)
  family <- poisson()
  threads <- threading(2, grainsize = 50)
  written <- make_stancode(formula, epilepsy, family, threads = threads)
  data <- unclass(make_standata(formula, epilepsy, family, threads = threads))
  model <- build(program("epilepsy", written), "STAN_THREADS=TRUE")
  one <- run_chains(model, data, sample_words, threads = 1)
  two <- run_chains(model, data, sample_words, threads = 2)
  check("threads do not change the draws", identical(rows(one$files), rows(two$files)))
  check("the number of threads is told", metadata(two$files[1])$num_threads == 2)
  fit <- suppressMessages(brm(formula, epilepsy, family, empty = TRUE))
  fit$fit <- as_stanfit(two$files)
  fit <- rename_pars(fit)
  estimates <- posterior_summary(fit)[c("b_Intercept", "b_zBase", "sd_patient__Intercept"), 1]
  # as brms documents them for this model
  check("estimates are those of brms", abs(estimates - c(1.77, 0.70, 0.58)) < 0.1)
  check("brms predicts", identical(dim(posterior_epred(fit, ndraws = 20)), c(20L, 236L)))
  check("loo works", is.finite(suppressWarnings(loo(fit))$estimates["elpd_loo", 1]))
} else {
  message("test_r: brms left out: it is not installed, or rstan is not")
}

message("test_r: ", if (failures == 0) "OK" else paste(failures, "failed"))
quit(status = min(failures, 1))
