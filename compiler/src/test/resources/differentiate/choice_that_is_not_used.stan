// A choice between a container with derivatives and one without, of which nothing comes.
transformed data { vector[2] d = [0.5, -1]'; }
parameters { vector[2] p; }
model {
  for (i in 1:2) {
    if (p[i] > -5) {
      real unused = max(p[i] > 0 ? p : d);
    }
  }
  target += -dot_self(p);
}
