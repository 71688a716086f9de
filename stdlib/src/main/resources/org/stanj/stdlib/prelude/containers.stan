// Containers made from sizes and bounds.

/// A vector of n zeros.
vector zeros_vector(int<nonnegative> n "size") {
  return rep_vector(0, n);
}

/// A row vector of n zeros.
row_vector zeros_row_vector(int<nonnegative> n "size") {
  return rep_row_vector(0, n);
}

/// An array of n zeros.
array[] real zeros_array(int<nonnegative> n "size") {
  return rep_array(0.0, n);
}

/// An array of n integers 0.
array[] int zeros_int_array(int<nonnegative> n "size") {
  return rep_array(0, n);
}

/// A vector of n ones.
vector ones_vector(int<nonnegative> n "size") {
  return rep_vector(1, n);
}

/// A row vector of n ones.
row_vector ones_row_vector(int<nonnegative> n "size") {
  return rep_row_vector(1, n);
}

/// An array of n ones.
array[] real ones_array(int<nonnegative> n "size") {
  return rep_array(1.0, n);
}

/// An array of n integers 1.
array[] int ones_int_array(int<nonnegative> n "size") {
  return rep_array(1, n);
}

/// A vector of n zeros but for a one at position k.
vector one_hot_vector(int<positive> n "K", int<bounded(1, n)> k "k") {
  vector[n] x = rep_vector(0, n);
  x[k] = 1;
  return x;
}

/// A row vector of n zeros but for a one at position k.
row_vector one_hot_row_vector(int<positive> n "K", int<bounded(1, n)> k "k") {
  row_vector[n] x = rep_row_vector(0, n);
  x[k] = 1;
  return x;
}

/// An array of n zeros but for a one at position k.
array[] real one_hot_array(int<positive> n "K", int<bounded(1, n)> k "k") {
  array[n] real x = rep_array(0.0, n);
  x[k] = 1;
  return x;
}

/// An array of n integers 0 but for a 1 at position k.
array[] int one_hot_int_array(int<positive> n "K", int<bounded(1, n)> k "k") {
  array[n] int x = rep_array(0, n);
  x[k] = 1;
  return x;
}

/// A vector of n equal chances, 1 / n each.
vector uniform_simplex(int<positive> n "size") {
  return rep_vector(1.0 / n, n);
}

/// A vector of n equally spaced numbers from low to high; high alone for n = 1.
vector linspaced_vector(
    int<nonnegative> n "size", data real<finite> low "low", data real<finite, lower(low)> high "high") {
  vector[n] x;
  for (i in 1 : n) {
    x[i] = i == n ? high : low + (i - 1) * ((high - low) / (n - 1));
  }
  return x;
}

/// A row vector of n equally spaced numbers from low to high; high alone for n = 1.
row_vector linspaced_row_vector(
    int<nonnegative> n "size", data real<finite> low "low", data real<finite, lower(low)> high "high") {
  return linspaced_vector(n, low, high)';
}

/// An array of n equally spaced numbers from low to high; high alone for n = 1.
array[] real linspaced_array(
    int<nonnegative> n "size", data real<finite> low "low", data real<finite, lower(low)> high "high") {
  return to_array_1d(linspaced_vector(n, low, high));
}

/// n integers from low in equal steps, or each repeated equally often; high is lowered until
/// they fit.
array[] int linspaced_int_array(int<nonnegative> n "size", int low "low", int<lower(low)> high "high") {
  array[n] int x;
  int spread = high - low;
  for (i in 1 : n) {
    if (n == 1) {
      x[i] = high;
    } else if (spread >= n - 1) {
      x[i] = low + (i - 1) * (spread %/% (n - 1));
    } else {
      x[i] = low + (i - 1) %/% ((n + spread) %/% (spread + 1));
    }
  }
  return x;
}

/// The k by k matrix with ones on its diagonal and zeros elsewhere.
matrix identity_matrix(int<nonnegative> n "size") {
  return add_diag(rep_matrix(0, n, n), 1);
}
