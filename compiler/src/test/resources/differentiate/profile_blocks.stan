// Profiled regions with assignments to outer variables, in a loop, nested.
parameters { vector[3] p; }
model {
  real s = 1;
  vector[3] v = p;
  profile("outer") {
    for (i in 1:3) {
      profile("inner") { s = s * p[i] + 1; v[i] = s * v[1]; }
      target += -s;
    }
    target += -dot_self(v);
  }
  profile("last") { target += -s * s; }
}
