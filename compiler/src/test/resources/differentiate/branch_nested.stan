// Branches in branches, some arms without assignment.
parameters { vector[4] p; }
model {
  real y = p[1];
  real z = 0;
  if (p[2] > 0) {
    if (p[3] > 0) y = y * p[3];
    z = y + p[2];
    if (p[4] > 0.3) { z *= p[4]; y = z * z; } else if (p[4] > -0.3) y = cos(z);
  } else if (p[1] > 0) {
    z = exp(-y);
  }
  target += -y * y + z * p[1];
}
