// Elementary functions, mapped over containers.

/// eˣ.
@elementwise
@java Elementary.exp
@d x = result
real exp(real x);

/// log x; NaN below 0.
@elementwise
@java Elementary.log
@d x = 1 / x
real log(real x);

/// log(1 + x).
@elementwise
@java Elementary.log1p
@d x = 1 / (1 + x)
real log1p(real x);

/// √x.
@elementwise
@java Elementary.sqrt
@d x = 0.5 / result
real sqrt(real x);

/// x².
@elementwise
real square(real x) {
  return x * x;
}

/// tanh x.
@elementwise
@java Elementary.tanh
@d x = 1 - result * result
real tanh(real x);

/// artanh x.
@elementwise
@java Elementary.atanh
@d x = 1 / (1 - x * x)
real atanh(real x);

/// log(1 - x).
@elementwise
@java Elementary.log1m
@d x = 1 / (x - 1)
real log1m(real x);

/// π.
@java Constants.pi
real pi();

/// +∞.
@java Constants.positiveInfinity
real positive_infinity();

/// -∞.
@java Constants.negativeInfinity
real negative_infinity();
