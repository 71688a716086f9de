// Reductions and orders of containers.

@saves
kernel Reductions.logSumExp(vector x) -> real;

/// log Σ exp xᵢ; -inf of nothing.
real log_sum_exp(flat x) {
  return Reductions_logSumExp(x);
}

/// Arithmetic mean of the elements.
real mean(flat<nonempty> x "m") {
  return sum(x) / num_elements(x);
}

kernel Reductions.variance(vector x) -> real;

/// Sample variance, divisor n - 1; 0 of one element.
real variance(flat<nonempty> x "m") {
  return Reductions_variance(x);
}

kernel Reductions.sd(vector x) -> real;

/// Sample standard deviation, divisor n - 1; 0 of one element.
real sd(flat<nonempty> x "x") {
  return Reductions_sd(x);
}

/// Sum of absolute values, Σ |xᵢ|.
real norm1(list x) {
  return sum(abs(x));
}

/// Euclidean length, √ Σ xᵢ².
real norm2(list x) {
  return sqrt(dot_self(x));
}

/// Σ (xᵢ - yᵢ)².
real squared_distance(vector x, vector y) {
  return dot_self(x - y);
}

real squared_distance(vector x, row_vector y) {
  return dot_self(x - y');
}

real squared_distance(row_vector x, vector y) {
  return dot_self(x - y');
}

real squared_distance(row_vector x, row_vector y) {
  return dot_self(x - y);
}

/// Euclidean distance, √ Σ (xᵢ - yᵢ)².
real distance(vector x, vector y) {
  return sqrt(dot_self(x - y));
}

real distance(vector x, row_vector y) {
  return sqrt(dot_self(x - y'));
}

real distance(row_vector x, vector y) {
  return sqrt(dot_self(x - y'));
}

real distance(row_vector x, row_vector y) {
  return sqrt(dot_self(x - y));
}

/// Running sums: element n is x[1] + ... + x[n].
vector cumulative_sum(vector x) {
  int n = num_elements(x);
  vector[n] s;
  real total = 0;
  for (i in 1 : n) {
    total += x[i];
    s[i] = total;
  }
  return s;
}

row_vector cumulative_sum(row_vector x) {
  int n = num_elements(x);
  row_vector[n] s;
  real total = 0;
  for (i in 1 : n) {
    total += x[i];
    s[i] = total;
  }
  return s;
}

array[] int cumulative_sum(array[] int x) {
  int n = num_elements(x);
  array[n] int s;
  int total = 0;
  for (i in 1 : n) {
    total += x[i];
    s[i] = total;
  }
  return s;
}

array[] real cumulative_sum(array[] real x) {
  int n = num_elements(x);
  array[n] real s;
  real total = 0;
  for (i in 1 : n) {
    total += x[i];
    s[i] = total;
  }
  return s;
}

kernel Reductions.softmax(vector x, out vector y);

/// exp xᵢ / Σ exp xⱼ.
vector softmax(vector x) {
  vector[num_elements(x)] y;
  Reductions_softmax(x, y);
  return y;
}

row_vector softmax(row_vector x) {
  return softmax(x')';
}

array[] vector softmax(array[] vector x) {
  array[size(x)] vector[size(x) == 0 ? 0 : num_elements(x[1])] y;
  for (i in 1 : size(x)) {
    y[i] = softmax(x[i]);
  }
  return y;
}

array[] row_vector softmax(array[] row_vector x) {
  array[size(x)] row_vector[size(x) == 0 ? 0 : num_elements(x[1])] y;
  for (i in 1 : size(x)) {
    y[i] = softmax(x[i]')';
  }
  return y;
}

/// log softmax(x).
vector log_softmax(vector<nonempty> x "v") {
  return x - log_sum_exp(x);
}

row_vector log_softmax(row_vector x) {
  return x - log_sum_exp(x);
}

array[] vector log_softmax(array[] vector x) {
  array[size(x)] vector[size(x) == 0 ? 0 : num_elements(x[1])] y;
  for (i in 1 : size(x)) {
    y[i] = x[i] - log_sum_exp(x[i]);
  }
  return y;
}

array[] row_vector log_softmax(array[] row_vector x) {
  array[size(x)] row_vector[size(x) == 0 ? 0 : num_elements(x[1])] y;
  for (i in 1 : size(x)) {
    y[i] = x[i] - log_sum_exp(x[i]);
  }
  return y;
}

@constant kernel Sorting.sortIndicesAsc(vector x, out array[] int order);

@constant kernel Sorting.sortIndicesDesc(vector x, out array[] int order);

/// Positions of the elements in ascending order.
array[] int sort_indices_asc(list<not_nan> x "container argument") {
  array[num_elements(x)] int order;
  Sorting_sortIndicesAsc(x, order);
  return order;
}

/// Positions of the elements in descending order.
array[] int sort_indices_desc(list<not_nan> x "container argument") {
  array[num_elements(x)] int order;
  Sorting_sortIndicesDesc(x, order);
  return order;
}

/// The elements in ascending order.
vector sort_asc(vector<not_nan> x "container argument") {
  return x[sort_indices_asc(x)];
}

row_vector sort_asc(row_vector<not_nan> x "container argument") {
  return x[sort_indices_asc(x)];
}

array[] int sort_asc(array[] int x) {
  return x[sort_indices_asc(to_vector(x))];
}

array[] real sort_asc(array[] real<not_nan> x "container argument") {
  return x[sort_indices_asc(x)];
}

/// The elements in descending order.
vector sort_desc(vector<not_nan> x "container argument") {
  return x[sort_indices_desc(x)];
}

row_vector sort_desc(row_vector<not_nan> x "container argument") {
  return x[sort_indices_desc(x)];
}

array[] int sort_desc(array[] int x) {
  return x[sort_indices_desc(to_vector(x))];
}

array[] real sort_desc(array[] real<not_nan> x "container argument") {
  return x[sort_indices_desc(x)];
}

/// Number of elements less than element s.
int rank(list x, int s) {
  int below = 0;
  for (i in 1 : num_elements(x)) {
    below += x[i] < x[s];
  }
  return below;
}

/// The p-quantile of the elements, interpolated between neighbours (type 7 of Hyndman and Fan).
@data
real quantile(list<nonempty, not_nan> x "samples_vec", data real<bounded(0, 1)> p "p") {
  int n = num_elements(x);
  vector[n] y = sort_asc(x);
  real h = (n - 1) * p;
  int k = to_int(floor(h));
  return k + 1 >= n ? y[n] : y[k + 1] + (h - k) * (y[k + 2] - y[k + 1]);
}

@data
array[] real quantile(list x, data array[] real p) {
  array[size(p)] real q;
  for (i in 1 : size(p)) {
    q[i] = quantile(x, p[i]);
  }
  return q;
}
