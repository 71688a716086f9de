// Times the gradient of a Stan C++ model: driver DATA.json Q.txt WINDOWS WINDOW_MS WARMUP_MS
// Prints one JSON object.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stan/io/json/json_data.hpp>
#include <stan/math/prim/core/init_threadpool_tbb.hpp>
#include <stan/model/gradient.hpp>
#include <stan/model/model_base.hpp>
#include <vector>

stan::model::model_base& new_model(stan::io::var_context& data, unsigned int seed, std::ostream* messages);

namespace {
using Clock = std::chrono::steady_clock;

double nanoseconds(Clock::time_point from) {
  return std::chrono::duration<double, std::nano>(Clock::now() - from).count();
}

struct Target {
  const stan::model::model_base& model;
  Eigen::VectorXd q;
  double lp = 0;
  Eigen::VectorXd gradient;

  // The way samplers take: proportional density with Jacobian, reverse mode.
  void evaluate() { stan::model::gradient(model, q, lp, gradient, nullptr); }
};

double per_call(Target& target, long calls) {
  auto start = Clock::now();
  for (long i = 0; i < calls; i++) {
    target.evaluate();
  }
  return nanoseconds(start) / calls;
}

long calls_per_window(Target& target, double window, double warmup) {
  auto start = Clock::now();
  long calls = 0;
  while (nanoseconds(start) < warmup) {
    target.evaluate();
    calls++;
  }
  return std::max(1L, static_cast<long>(calls * window / warmup));
}
}  // namespace

int main(int, char** argv) {
  // As many threads as STAN_NUM_THREADS says; one without STAN_THREADS.
  stan::math::init_threadpool_tbb();
  std::ifstream data_file(argv[1]);
  stan::json::json_data data(data_file);
  const auto& model = new_model(data, 1, &std::cerr);
  Target target{model, Eigen::VectorXd(model.num_params_r())};
  std::ifstream q_file(argv[2]);
  for (int i = 0; i < target.q.size(); i++) {
    q_file >> target.q[i];
  }
  int windows = std::atoi(argv[3]);
  long calls = calls_per_window(target, std::atof(argv[4]) * 1e6, std::atof(argv[5]) * 1e6);
  std::vector<double> times;
  for (int w = 0; w < windows; w++) {
    times.push_back(per_call(target, calls));
  }
  std::sort(times.begin(), times.end());
  std::cout.precision(17);
  std::cout << "{\"median\": " << times[windows / 2] << ", \"minimum\": " << times[0]
            << ", \"lp\": " << target.lp << ", \"dimension\": " << target.q.size() << ", \"gradient\": [";
  for (int i = 0; i < target.q.size(); i++) {
    std::cout << (i ? ", " : "") << target.gradient[i];
  }
  std::cout << "]}" << std::endl;
}
