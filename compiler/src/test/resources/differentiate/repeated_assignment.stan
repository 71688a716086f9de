// One variable assigned again and again, from itself and others.
parameters { real a; real b; }
model {
  real x = a;
  x = x * b;
  x = sin(x) + x;
  real y = x;
  x = a;
  x *= y;
  x += x * x;
  y = x - y;
  x = b;
  target += -x * y - square(x + y);
}
