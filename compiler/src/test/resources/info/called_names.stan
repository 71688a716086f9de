functions { real f(real x) { return lgamma(x) + g(x); } real g(real x) { return x; } 
real foo_lpdf(real x, real y) { return normal_lpdf(x|0,1); } 
vector h(real a, vector b) { return b; } }
transformed data { int N = 2; real zz = normal_rng(0,1); array[2] vector[3] q = rep_array(rep_vector(1,3), 2);  q[1] += [1,2,3]'; zz=-zz^2; zz = N % 2 %/% 1; print(exp(zz)+log1p(zz)+expm1(zz)+log1p_exp(zz)+log1m(zz)+log_sum_exp(zz,zz)+inv_logit(zz)+lgamma(zz)+digamma(zz)+cos(zz)+sin(zz)+tan(zz)+acosh(zz)+cosh(zz)+trunc(zz)+floor(zz)+fma(zz,zz,zz)+hypot(zz,zz)); array[2] vector[3] b = ode_rk45(h,q[1],1,{1.0,2.0}); }
parameters { real<lower=0> x; real<upper=exp(2)> y; }
transformed parameters { real w; complex cc; }
model { x ~ normal(0,1) T[0,]; x ~ foo(1); target += foo_lpdf(x|1) + std_normal_lupdf(x); y ~ normal(sqrt(2), 1); reject(log(x)); if (is_nan(x)==1) x ~ gamma(1,1); {1,2} ~ poisson_log(3); for (i in linspaced_array(2,1,2)) target+=1; 
target += target();   }
generated quantities { complex z; complex_vector[3] zv; int r = poisson_rng(2); array[2,3] complex_matrix[2,3] cmmm; tuple(real,int) ww; }
