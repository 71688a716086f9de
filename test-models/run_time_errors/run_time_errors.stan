functions {
  real inner(real x) {
    if (x < 10) {
      reject("small: ", x);
    }
    return x;
  }
  real outer(real x) {
    return inner(x + 1);
  }
  real element(vector v, int i) {
    return v[i];
  }
  real down(real x, int n) {
    if (n == 0) {
      return log1m(x + 3);
    }
    return down(x, n - 1);
  }
  void checks(real x) {
    if (x < 10) reject("no");
  }
  real own_lpdf(real x, real s) {
    return normal_lpdf(x | 0, s);
  }
  int whole(int n) {
    return n %/% (n - n);
  }
  real partial(array[] real slice, int start, int end, real x) {
    return outer(x) * sum(slice);
  }
  vector job(vector shared, vector own, data array[] real xr, data array[] int xi) {
    return [outer(own[1])]';
  }
}
data {
  int m;
  int k5;
  int k0;
  array[2] int ks;
}
parameters {
  real a;
}
model {
  if (m == 0) {
    vector[3] v = rep_vector(1, 3); target += v[k5];
  }
  if (m == 1) {
    vector[3] v = rep_vector(1, 3); target += v[k0];
  }
  if (m == 2) {
    vector[k0] v = rep_vector(1, k0); target += v[1];
  }
  if (m == 3) {
    row_vector[3] v = rep_row_vector(1, 3); target += v[k5];
  }
  if (m == 4) {
    array[3] real v = rep_array(1, 3); target += v[k5];
  }
  if (m == 5) {
    array[3] real v = rep_array(a, 3); target += v[k5];
  }
  if (m == 6) {
    array[3, 2] real v = rep_array(1, 3, 2); target += v[k5, 1];
  }
  if (m == 7) {
    array[3, 2] real v = rep_array(1, 3, 2); target += v[1, k5];
  }
  if (m == 8) {
    array[2] vector[3] v = rep_array(rep_vector(1, 3), 2); target += v[1, k5];
  }
  if (m == 9) {
    array[2] vector[3] v = rep_array(rep_vector(1, 3), 2); target += v[1][k5];
  }
  if (m == 10) {
    array[2] vector[3] v = rep_array(rep_vector(1, 3), 2); target += v[k5][1];
  }
  if (m == 11) {
    array[2] matrix[3, 2] v = rep_array(rep_matrix(1, 3, 2), 2); target += v[1, 1, k5];
  }
  if (m == 12) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[k5]);
  }
  if (m == 13) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += v[k5, 1];
  }
  if (m == 14) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += v[1, k5];
  }
  if (m == 15) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[, k5]);
  }
  if (m == 16) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[k5, ]);
  }
  if (m == 17) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[ks]);
  }
  if (m == 18) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[k5, {1, 2}]);
  }
  if (m == 19) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[1, ks]);
  }
  if (m == 20) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[ks, 1]);
  }
  if (m == 21) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[{1, 2}, k5]);
  }
  if (m == 22) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[ks, {1, 2}]);
  }
  if (m == 23) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[{1, 2}, ks]);
  }
  if (m == 24) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[, ks]);
  }
  if (m == 25) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[2 : k5]);
  }
  if (m == 26) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[2 : k5, 1 : 2]);
  }
  if (m == 27) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[1 : 2, 2 : k5]);
  }
  if (m == 28) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[, 2 : k5]);
  }
  if (m == 29) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[, k5 : ]);
  }
  if (m == 30) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[, : k5]);
  }
  if (m == 31) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[k5 : ]);
  }
  if (m == 32) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[ : k5]);
  }
  if (m == 33) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[2 : k5, 1]);
  }
  if (m == 34) {
    matrix[3, 2] v = rep_matrix(1, 3, 2); target += sum(v[k5, 1 : 2]);
  }
  if (m == 35) {
    vector[3] v = rep_vector(1, 3); target += sum(v[ks]);
  }
  if (m == 36) {
    array[3] real v = rep_array(1, 3); target += sum(v[ks]);
  }
  if (m == 37) {
    array[3] vector[2] v = rep_array(rep_vector(1, 2), 3); target += v[ks, 1][1];
  }
  if (m == 38) {
    vector[3] v = rep_vector(1, 3); target += sum(v[2 : k5]);
  }
  if (m == 39) {
    vector[3] v = rep_vector(1, 3); target += sum(v[k0 : 2]);
  }
  if (m == 40) {
    vector[3] v = rep_vector(1, 3); target += sum(v[k5 : ]);
  }
  if (m == 41) {
    vector[3] v = rep_vector(1, 3); target += sum(v[k5 - 1 : ]);
  }
  if (m == 42) {
    vector[3] v = rep_vector(1, 3); target += sum(v[ : k5]);
  }
  if (m == 43) {
    array[3] real v = rep_array(1, 3); target += sum(v[2 : k5]);
  }
  if (m == 44) {
    array[3] real v = rep_array(1, 3); target += sum(v[k0 : 2]);
  }
  if (m == 45) {
    array[3] real v = rep_array(1, 3); target += sum(v[k5 : ]);
  }
  if (m == 46) {
    array[3] real v = rep_array(1, 3); target += sum(v[ : k5]);
  }
  if (m == 47) {
    vector[3] v; v[k5] = a;
  }
  if (m == 48) {
    array[3] real v; v[k5] = a;
  }
  if (m == 49) {
    array[2, 3] real v; v[1, k5] = a;
  }
  if (m == 50) {
    array[2] vector[3] v; v[1, k5] = a;
  }
  if (m == 51) {
    array[2] vector[3] v; v[k5, 1] = a;
  }
  if (m == 52) {
    matrix[3, 2] v; v[k5] = rep_row_vector(a, 2);
  }
  if (m == 53) {
    matrix[3, 2] v; v[k5, 1] = a;
  }
  if (m == 54) {
    matrix[3, 2] v; v[1, k5] = a;
  }
  if (m == 55) {
    matrix[3, 2] v; v[, k5] = rep_vector(a, 3);
  }
  if (m == 56) {
    matrix[3, 2] v; v[ks] = rep_matrix(a, 2, 2);
  }
  if (m == 57) {
    matrix[3, 2] v; v[1, ks] = rep_row_vector(a, 2);
  }
  if (m == 58) {
    matrix[3, 2] v; v[ks, 1] = rep_vector(a, 2);
  }
  if (m == 59) {
    matrix[3, 2] v; v[ks, {1, 2}] = rep_matrix(a, 2, 2);
  }
  if (m == 60) {
    matrix[3, 2] v; v[{1, 2}, ks] = rep_matrix(a, 2, 2);
  }
  if (m == 61) {
    matrix[3, 2] v; v[2 : k5, 1 : 2] = rep_matrix(a, 4, 2);
  }
  if (m == 62) {
    matrix[3, 2] v; v[1 : 2, 2 : k5] = rep_matrix(a, 2, 4);
  }
  if (m == 63) {
    matrix[3, 2] v; v[2 : k5] = rep_matrix(a, 4, 2);
  }
  if (m == 64) {
    matrix[3, 2] v; v[, 2 : k5] = rep_matrix(a, 3, 4);
  }
  if (m == 65) {
    matrix[3, 2] v; v[, ks] = rep_matrix(a, 3, 2);
  }
  if (m == 66) {
    matrix[3, 2] v; v[, k5 : ] = rep_matrix(a, 3, 1);
  }
  if (m == 67) {
    matrix[3, 2] v; v[, : k5] = rep_matrix(a, 3, 5);
  }
  if (m == 68) {
    vector[3] v; v[ks] = rep_vector(a, 2);
  }
  if (m == 69) {
    array[3] real v; v[ks] = rep_array(a, 2);
  }
  if (m == 70) {
    vector[3] v; v[2 : k5] = rep_vector(a, 4);
  }
  if (m == 71) {
    vector[3] v; v[k5 : ] = rep_vector(a, 1);
  }
  if (m == 72) {
    vector[3] v; v[ : k5] = rep_vector(a, 5);
  }
  if (m == 73) {
    array[3] real v; v[2 : k5] = rep_array(a, 4);
  }
  if (m == 74) {
    vector[3] v; v = rep_vector(a, k5);
  }
  if (m == 75) {
    row_vector[3] v; v = rep_row_vector(a, k5);
  }
  if (m == 76) {
    matrix[3, 2] v; v = rep_matrix(a, k5, 2);
  }
  if (m == 77) {
    matrix[3, 2] v; v = rep_matrix(a, 3, k5);
  }
  if (m == 78) {
    array[3] real v; v = rep_array(a, k5);
  }
  if (m == 79) {
    array[2] vector[3] v; v = rep_array(rep_vector(a, 3), k5);
  }
  if (m == 80) {
    array[2] vector[3] v; v = rep_array(rep_vector(a, k5), 2);
  }
  if (m == 81) {
    array[2] vector[3] v; v[1] = rep_vector(a, k5);
  }
  if (m == 82) {
    array[2, 3] real v; v = rep_array(a, 2, k5);
  }
  if (m == 83) {
    vector[3] v = rep_vector(a, k5);
  }
  if (m == 84) {
    array[3] int v = rep_array(1, k5);
  }
  if (m == 85) {
    matrix[3, 2] v; v[1] = rep_row_vector(a, k5);
  }
  if (m == 86) {
    matrix[3, 2] v; v[, 1] = rep_vector(a, k5);
  }
  if (m == 87) {
    matrix[3, 2] v; v[{1, 2}] = rep_matrix(a, k5, 2);
  }
  if (m == 88) {
    matrix[3, 2] v; v[{1, 2}] = rep_matrix(a, 2, k5);
  }
  if (m == 89) {
    matrix[3, 2] v; v[1, {1, 2}] = rep_row_vector(a, k5);
  }
  if (m == 90) {
    matrix[3, 2] v; v[1 : 2, 1 : 2] = rep_matrix(a, 2, k5);
  }
  if (m == 91) {
    matrix[3, 2] v; v[1 : 2] = rep_matrix(a, k5, 2);
  }
  if (m == 92) {
    matrix[3, 2] v; v[1, 1 : 2] = rep_row_vector(a, k5);
  }
  if (m == 93) {
    matrix[3, 2] v; v[, 1 : 2] = rep_matrix(a, 3, k5);
  }
  if (m == 94) {
    vector[3] v; v[{1, 2}] = rep_vector(a, k5);
  }
  if (m == 95) {
    vector[3] v; v[1 : 2] = rep_vector(a, k5);
  }
  if (m == 96) {
    vector[3] v; v[2 : ] = rep_vector(a, k5);
  }
  if (m == 97) {
    vector[3] v; v[ : 2] = rep_vector(a, k5);
  }
  if (m == 98) {
    vector[3] v; v[ : ] = rep_vector(a, k5);
  }
  if (m == 99) {
    array[3] real v; v[{1, 2}] = rep_array(a, k5);
  }
  if (m == 100) {
    array[3] real v; v[1 : 2] = rep_array(a, k5);
  }
  if (m == 101) {
    array[3] real v; v[ : ] = rep_array(a, k5);
  }
  if (m == 102) {
    vector[3] v = rep_vector(a, 3); target += sum(v + rep_vector(a, k5));
  }
  if (m == 103) {
    matrix[3, 2] v = rep_matrix(a, 3, 2); target += sum(v - rep_matrix(a, 3, k5));
  }
  if (m == 104) {
    vector[3] v = rep_vector(a, 3); target += sum(v - rep_vector(a, k5));
  }
  if (m == 105) {
    vector[3] v = rep_vector(a, 3); target += sum(v .* rep_vector(a, k5));
  }
  if (m == 106) {
    vector[3] v = rep_vector(a, 3); target += sum(v ./ rep_vector(a, k5));
  }
  if (m == 107) {
    matrix[3, 2] v = rep_matrix(a, 3, 2); target += sum(v * rep_matrix(a, 3, k5));
  }
  if (m == 108) {
    matrix[3, 2] v = rep_matrix(a, 3, 2); target += sum(v * rep_vector(a, k5));
  }
  if (m == 109) {
    row_vector[3] v = rep_row_vector(a, 3); target += v * rep_vector(a, k5);
  }
  if (m == 110) {
    row_vector[3] v = rep_row_vector(a, 3); target += sum(v * rep_matrix(a, k5, 2));
  }
  if (m == 111) {
    vector[3] v = rep_vector(a, 3); target += dot_product(v, rep_vector(a, k5));
  }
  if (m == 112) {
    vector[3] v = rep_vector(a, 3); v ~ normal(rep_vector(a, k5), 1);
  }
  if (m == 113) {
    vector[3] v = rep_vector(a, 3); target += normal_lpdf(v | rep_vector(a, k5), 1);
  }
  if (m == 114) {
    a ~ normal(0, -a - 1);
  }
  if (m == 115) {
    vector[3] v = [1, -1, 2]' + a; target += normal_lpdf(a | 0, v);
  }
  if (m == 116) {
    target += normal_lpdf(not_a_number() | a, 1);
  }
  if (m == 117) {
    k0 ~ poisson(-a - 1);
  }
  if (m == 118) {
    vector[k0 - 1] v; target += sum(v);
  }
  if (m == 119) {
    array[k0 - 2] real v; target += sum(v);
  }
  if (m == 120) {
    matrix[2, k0 - 3] v; target += sum(v);
  }
  if (m == 121) {
    target += k5 %/% k0;
  }
  if (m == 122) {
    int q = k5 / k0; target += q;
  }
  if (m == 123) {
    target += k5 % k0;
  }
  if (m == 124) {
    reject("a is ", a, " and k5 is ", k5);
  }
  if (m == 125) {
    fatal_error("never ", k5);
  }
  if (m == 126) {
    target += log1m(a + 3);
  }
  if (m == 127) {
    target += sqrt(a + 1); reject("after");
  }
  if (m == 128) {
    target += outer(a);
  }
  if (m == 129) {
    target += outer(inner(a + 20));
  }
  if (m == 130) {
    target += element(rep_vector(a, 3), k5);
  }
  if (m == 131) {
    target += down(a, 2);
  }
  if (m == 132) {
    checks(a);
  }
  if (m == 133) {
    a ~ own(-a - 1);
  }
  if (m == 134) {
    if (outer(a) > 0) { target += 1; }
  }
  if (m == 135) {
    for (i in 1 : whole(k5)) { target += 1; }
  }
  if (m == 136) {
    while (outer(a) > 0) { target += 1; }
  }
  if (m == 137) {
    print("x ", outer(a));
  }
  if (m == 138) {
    for (i in 1 : 2) { for (j in 1 : 2) { target += outer(a); } }
  }
  if (m == 139) {
    real x = outer(a); target += x;
  }
  if (m == 140) {
    target += reduce_sum(partial, {1.0, 2.0}, 1, a);
  }
  if (m == 141) {
    target += sum(map_rect(job, rep_vector(a, 1), {rep_vector(a, 1)}, {{1.0}}, {{1}}));
  }
  if (m == 142) {
    a ~ normal(0, 1) T[1, -1];
  }
  if (m == 143) {
    matrix[3, 2] v = rep_matrix(a, 3, 2); target += sum(cholesky_decompose(v));
  }
  if (m == 144) {
    matrix[2, 2] v = rep_matrix(-1, 2, 2); target += sum(cholesky_decompose(v));
  }
  if (m == 145) {
    vector[3] v = rep_vector(a, 3); v ~ multi_normal(rep_vector(0, 2), identity_matrix(3));
  }
  if (m == 146) {
    vector[2] v = rep_vector(a, 2); v ~ multi_normal(rep_vector(0, 2), [[1, 2], [3, 4]]);
  }
  if (m == 147) {
    k5 ~ categorical(rep_vector(0.5, 2));
  }
  if (m == 148) {
    1 ~ categorical(rep_vector(0.6, 2));
  }
  if (m == 149) {
    vector[2] v = rep_vector(0.6, 2); v ~ dirichlet(rep_vector(1, 2));
  }
  if (m == 150) {
    target += inv_Phi(a - 1);
  }
  if (m == 151) {
    target += choose(k0, -1);
  }
  if (m == 152) {
    target += sum(to_matrix(rep_vector(a, k5), 2, 2));
  }
  if (m == 153) {
    vector[3] v = rep_vector(a, 3); target += sum(segment(v, 2, k5));
  }
  if (m == 154) {
    vector[3] v = rep_vector(a, 3); target += sum(head(v, k5));
  }
  if (m == 155) {
    matrix[3, 2] v = rep_matrix(a, 3, 2); target += sum(append_col(v, rep_matrix(a, 2, 2)));
  }
}
