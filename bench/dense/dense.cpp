// Times of Eigen for the operations of Dense.java: one line "operation n nanoseconds" each.
#include <Eigen/Dense>
#include <algorithm>
#include <chrono>
#include <cstdio>

using Eigen::Lower;
using Eigen::MatrixXd;
using Eigen::VectorXd;

template <class Work>
void time(const char* name, int n, Work work) {
  using clock = std::chrono::steady_clock;
  double best = 1e99;
  long repeats = 1;
  for (int window = 0; window < 16; window++) {
    auto start = clock::now();
    for (long i = 0; i < repeats; i++) {
      work();
      asm volatile("" ::: "memory");
    }
    std::chrono::duration<double, std::nano> passed = clock::now() - start;
    double each = passed.count() / repeats;
    if (window > 3) best = std::min(best, each);
    repeats = std::max(1L, static_cast<long>(1e7 / each));
  }
  std::printf("%s %d %.0f\n", name, n, best);
}

// In blocks, as Murray (arXiv:1602.07527, section 4) has it; small blocks by the formula of Giles.
void cholesky_adjoint(const MatrixXd& l, MatrixXd& g) {
  int n = l.rows();
  int block = std::max(8, std::min(n / 8 / 16 * 16, 128));
  for (int k = n; k > 0; k -= block) {
    int j = std::max(0, k - block), w = k - j, below = n - k;
    auto r = l.block(j, 0, w, j);
    auto d = l.block(j, j, w, w);
    auto b = l.block(k, 0, below, j);
    auto c = l.block(k, j, below, w);
    auto ra = g.block(j, 0, w, j);
    auto da = g.block(j, j, w, w);
    auto ba = g.block(k, 0, below, j);
    auto ca = g.block(k, j, below, w);
    if (below > 0) {
      ca = d.transpose().triangularView<Eigen::Upper>().solve(ca.transpose()).transpose();
      ba.noalias() -= ca * r;
      da.noalias() -= ca.transpose() * c;
    }
    MatrixXd phi = (d.transpose() * da.triangularView<Lower>()).triangularView<Lower>();
    phi.diagonal() *= 0.5;
    MatrixXd s = phi.selfadjointView<Lower>();
    d.transpose().triangularView<Eigen::Upper>().solveInPlace(s);
    d.transpose().triangularView<Eigen::Upper>().solveInPlace(s.transpose());
    ra.noalias() -= s.selfadjointView<Lower>() * r;
    if (below > 0) ra.noalias() -= ca.transpose() * b;
    s.diagonal() *= 0.5;
    da = s.triangularView<Lower>();
  }
}

void products(int n) {
  MatrixXd a = MatrixXd::Random(n, n), b = MatrixXd::Random(n, n), c(n, n);
  MatrixXd aa = MatrixXd::Zero(n, n), ba = MatrixXd::Zero(n, n);
  time("product", n, [&] { c.noalias() = a * b; });
  time("product_adjoint", n, [&] {
    aa.noalias() += c * b.transpose();
    ba.noalias() += a.transpose() * c;
  });
  time("crossprod", n, [&] {
    c.setZero();
    c.selfadjointView<Lower>().rankUpdate(a.transpose());
    c.triangularView<Eigen::StrictlyUpper>() = c.transpose();
  });
  time("crossprod_adjoint", n, [&] { aa.noalias() += a * (b + b.transpose()); });
}

void vectors(int n) {
  MatrixXd a = MatrixXd::Random(n, n), aa = MatrixXd::Zero(n, n);
  VectorXd x = VectorXd::Random(n), y = VectorXd::Random(n), z = VectorXd::Random(n);
  Eigen::RowVectorXd r(n);
  time("matrix_vector", n, [&] { y.noalias() = a * x; });
  time("matrix_vector_adjoint", n, [&] {
    y.noalias() += a.transpose() * z;
    aa.noalias() += z * x.transpose();
  });
  time("row_matrix", n, [&] { r.noalias() = x.transpose() * a; });
}

void factors(int n) {
  MatrixXd l = MatrixXd::Random(n, n) / n;
  l = MatrixXd(l.triangularView<Eigen::StrictlyLower>());
  l.diagonal().setConstant(2);
  MatrixXd a = l * l.transpose(), f = a, g = a, h = MatrixXd::Random(n, n);
  MatrixXd aa = MatrixXd::Zero(n, n), ba = MatrixXd::Zero(n, n);
  VectorXd x = VectorXd::Random(n), y = x, z = VectorXd::Zero(n);
  time("cholesky", n, [&] {
    f = a;
    Eigen::LLT<Eigen::Ref<MatrixXd>> llt(f);
    f.triangularView<Eigen::StrictlyUpper>().setZero();
  });
  time("cholesky_adjoint", n, [&] {
    g = h;
    cholesky_adjoint(f, g);
    aa.triangularView<Lower>() += g;
  });
  time("solve_vector", n, [&] {
    y = x;
    l.triangularView<Lower>().solveInPlace(y);
  });
  time("solve_vector_adjoint", n, [&] {
    y = x;
    l.transpose().triangularView<Eigen::Upper>().solveInPlace(y);
    z += y;
    aa.triangularView<Lower>() -= y * x.transpose();
  });
  time("solve_matrix", n, [&] {
    g = h;
    l.triangularView<Lower>().solveInPlace(g);
  });
  time("solve_matrix_adjoint", n, [&] {
    g = h;
    l.transpose().triangularView<Eigen::Upper>().solveInPlace(g);
    ba += g;
    aa.triangularView<Lower>() -= g * h.transpose();
  });
  if (n <= 100) {
    time("eigenvalues_sym", n, [&] {
      Eigen::SelfAdjointEigenSolver<MatrixXd> e(a);
      f = e.eigenvectors();
    });
  }
}

void covariance(int n) {
  MatrixXd x = MatrixXd::Random(2, n), d(n, n), g = MatrixXd::Random(n, n), xa = MatrixXd::Zero(2, n);
  time("distances", n, [&] {
    for (int j = 0; j < n; j++) d.col(j) = (x.colwise() - x.col(j)).colwise().squaredNorm();
  });
  time("distances_adjoint", n, [&] {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        Eigen::Vector2d s = 2 * g(i, j) * (x.col(i) - x.col(j));
        xa.col(i) += s;
        xa.col(j) -= s;
      }
    }
  });
}

int main() {
  for (int n : {10, 100, 500}) {
    products(n);
    vectors(n);
    factors(n);
    covariance(n);
  }
}
