functions { real f(array[] real x, int a, int b) { return 0; } }
data { int N; array[3] tuple(array[2] real, complex, simplex[3], tuple(int, matrix[2,2])) tt; complex_matrix[2,2] cm; }
parameters { real x; }
model { x ~ normal(0,1); target += abs(x) + normal_lupdf(x|0,1) + square(x) + reduce_sum(f, {1.0}, 1); int z = 1/2; }
