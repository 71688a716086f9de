# What an R client of CmdStan asks of an installation, with processx and base R: building as it
# builds, one process for each chain, and reading what lies beside them.

home <- Sys.getenv("STANJ_HOME")

# Runs a program with the installation as working directory.
in_home <- function(command, args) {
  processx::run(command, args, wd = home, error_on_status = FALSE)
}

# Builds in the temporary folder under a name of its own, then copies; returns the executable.
# The console of make is its attribute "said".
build <- function(stan_file, make_words = character(), flags = character()) {
  model <- tools::file_path_sans_ext(basename(stan_file))
  copy <- tempfile("model-", fileext = ".stan")
  stem <- tools::file_path_sans_ext(copy)
  file.copy(stan_file, copy)
  words <- c(paste0("--name=", model, "_model"), paste0("--filename-in-msg=", stan_file), flags)
  translated <- in_home("bin/stanc", c(paste0("--o=", stem, ".hpp"), words, copy))
  if (translated$status != 0) stop(translated$stderr)
  stopifnot(file.exists(paste0(stem, ".hpp")))
  stancflags <- paste("STANCFLAGS += ", paste(shQuote(words), collapse = " "))
  made <- in_home("make", c(stem, make_words, stancflags))
  if (made$status != 0) stop(made$stdout, made$stderr)
  executable <- tools::file_path_sans_ext(stan_file)
  stopifnot(file.copy(stem, executable, overwrite = TRUE))
  structure(executable, said = made$stdout)
}

# Arrays of one dimension stay arrays, single numbers become scalars.
write_data <- function(data, file) {
  plain <- lapply(data, function(x) {
    if (is.logical(x)) storage.mode(x) <- "integer"
    if (length(dim(x)) == 1) I(as.vector(x))
    else if (is.null(dim(x)) && length(x) == 1) jsonlite::unbox(x)
    else x
  })
  if (length(plain) == 0) names(plain) <- character()
  jsonlite::write_json(plain, file, digits = NA, factor = "integer")
}

# Runs chains one after another; returns a list of their files, exit codes and consoles.
run_chains <- function(executable, data, words, ids = 1:2, seed = 1, threads = NULL) {
  folder <- tempfile("run-")
  dir.create(folder)
  data_file <- file.path(folder, "data.json")
  write_data(data, data_file)
  files <- file.path(folder, sprintf("chain-%d.csv", ids))
  environment <- c("current", if (!is.null(threads)) c(STAN_NUM_THREADS = as.character(threads)))
  runs <- lapply(seq_along(ids), function(k) {
    processx::run(
      paste0("./", basename(executable)),
      c(paste0("id=", ids[k]), "random", paste0("seed=", seed), "data",
        paste0("file=", data_file), "output", paste0("file=", files[k]),
        paste0("profile_file=", folder, "/profile-", ids[k], ".csv"), words),
      wd = dirname(executable), env = environment, error_on_status = FALSE)
  })
  list(
    files = files,
    codes = vapply(runs, `[[`, 0L, "status"),
    out = lapply(runs, function(r) strsplit(r$stdout, "\n", fixed = TRUE)[[1]]),
    err = lapply(runs, function(r) strsplit(r$stderr, "\n", fixed = TRUE)[[1]]))
}

# The comment lines "key = value" of a file; the last of a name counts.
metadata <- function(file) {
  lines <- grep("=", grep("^#", readLines(file), value = TRUE), value = TRUE, fixed = TRUE)
  lines <- sub("(Default)", "", sub("^# *", "", lines), fixed = TRUE)
  pairs <- Filter(function(p) length(p) == 2, strsplit(lines, "=", fixed = TRUE))
  values <- lapply(pairs, function(p) type.convert(trimws(p[2]), as.is = TRUE))
  names(values) <- vapply(pairs, function(p) trimws(p[1]), "")
  values[!duplicated(names(values), fromLast = TRUE)]
}

# Everything in the files but the comments, so that runs can be compared.
rows <- function(files) {
  unlist(lapply(files, function(f) grep("^#", readLines(f), value = TRUE, invert = TRUE)))
}

draws <- function(files) {
  chains <- lapply(files, function(f) posterior::as_draws_array(utils::read.csv(f, comment.char = "#")))
  posterior::bind_draws(chains, along = "chain")
}

# As rstan reads files, which knows booleans as 0 and 1 only.
as_stanfit <- function(files) {
  old <- vapply(files, function(f) {
    lines <- readLines(f)
    head <- startsWith(lines, "#")
    lines[head] <- sub("= true", "= 1", sub("= false", "= 0", lines[head]))
    copy <- sub("chain-", "rstan-", f)
    writeLines(lines, copy)
    copy
  }, "")
  rstan::read_stan_csv(old)
}
