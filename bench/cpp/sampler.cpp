// Samples a Stan C++ model as CmdStan does by default: sampler DATA.json DRAWS.csv SEED WARMUP SAMPLES
// NUTS with a diagonal metric, by the service function that CmdStan calls; the file has CmdStan's digits and times.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stan/callbacks/interrupt.hpp>
#include <stan/callbacks/stream_logger.hpp>
#include <stan/callbacks/stream_writer.hpp>
#include <stan/callbacks/structured_writer.hpp>
#include <stan/io/empty_var_context.hpp>
#include <stan/io/json/json_data.hpp>
#include <stan/model/model_base.hpp>
#include <stan/services/sample/hmc_nuts_diag_e_adapt.hpp>

stan::model::model_base& new_model(stan::io::var_context& data, unsigned int seed, std::ostream* messages);

int main(int, char** argv) {
  std::ifstream data_file(argv[1]);
  stan::json::json_data data(data_file);
  unsigned int seed = std::atoi(argv[3]);
  int warmup = std::atoi(argv[4]);
  int samples = std::atoi(argv[5]);
  auto& model = new_model(data, seed, &std::cerr);

  std::ofstream file(argv[2]);
  file.precision(8);
  file << "# num_samples = " << samples << "\n# num_warmup = " << warmup << "\n# save_warmup = false\n# thin = 1\n";
  stan::callbacks::stream_writer draws(file, "# ");
  stan::callbacks::writer none;
  stan::callbacks::structured_writer nothing;
  stan::callbacks::stream_logger logger(std::cerr, std::cerr, std::cerr, std::cerr, std::cerr);
  stan::callbacks::interrupt interrupt;
  stan::io::empty_var_context init;
  // CmdStan's defaults, in this order: id, init radius, ..., thin, save_warmup, refresh, stepsize, jitter, max_depth,
  // delta, gamma, kappa, t0, init_buffer, term_buffer, window.
  return stan::services::sample::hmc_nuts_diag_e_adapt(
      model, init, seed, 1, 2, warmup, samples, 1, false, 0, 1, 0, 10, 0.8, 0.05, 0.75, 10, 75, 50, 25, interrupt,
      logger, none, draws, none, nothing);
}
