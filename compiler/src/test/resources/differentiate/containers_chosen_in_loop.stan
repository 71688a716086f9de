// Containers chosen by ternaries in loops, one of them passive.
transformed data { vector[2] d = [0.5, -1]'; }
parameters { array[4] vector[2] p; real x; }
model {
  vector[2] s = p[1];
  for (i in 1:4) {
    vector[2] v = p[i][1] > 0 ? p[i] .* s : d;
    s = (p[i][2] > 0 ? v : p[i] * x) + (x > 0.1 ? d : d * 2);
    target += -dot_self(s .* v);
  }
  target += -dot_self(x > 0 ? s : d);
}
