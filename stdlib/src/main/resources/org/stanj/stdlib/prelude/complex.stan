// Complex numbers: parts, powers and elementary functions. Branch cuts and signs of zero are C99's.

/// The number x + iy.
@builtin
complex to_complex();

@builtin
complex to_complex(real x);

@builtin
@elementwise promoted
complex to_complex(real x, real y);

/// Real part of a complex number.
@builtin
@elementwise
real get_real(complex z);

/// Imaginary part of a complex number.
@builtin
@elementwise
real get_imag(complex z);

/// |z|.
@elementwise
real abs(complex z) {
  return hypot(get_real(z), get_imag(z));
}

/// The angle of z, in (-π, π]; on the negative real axis it has the sign of the imaginary part.
real arg(complex z) {
  return atan2(get_imag(z), get_real(z));
}

/// |z|².
real norm(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  return x * x + y * y;
}

/// The complex conjugate: the imaginary part with the other sign.
@elementwise
complex conj(complex z) {
  return to_complex(get_real(z), -get_imag(z));
}

/// z itself, or where it is infinite the one infinity of the Riemann sphere.
complex proj(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  int infinite = is_inf(x) || is_inf(y);
  real a = infinite ? positive_infinity() : x;
  real b = infinite ? unit_sign(y) / positive_infinity() : y;
  return to_complex(a, b);
}

/// The number of modulus r and angle theta.
complex polar(real r, real theta) {
  return to_complex(r * cos(theta), r * sin(theta));
}

/// x / y without overflow of |y|². Internal.
@elementwise
complex divide(complex x, complex y) {
  real a = get_real(x);
  real b = get_imag(x);
  real c = get_real(y);
  real d = get_imag(y);
  int flat = abs(c) >= abs(d);
  real ratio = flat ? (c == 0 ? 0 : d / c) : c / d;
  real scale = flat ? c + d * ratio : c * ratio + d;
  real p = flat ? a + b * ratio : a * ratio + b;
  real q = flat ? b - a * ratio : b * ratio - a;
  return to_complex(p / scale, q / scale);
}

/// exp(z).
complex exp(complex z) {
  real m = exp(get_real(z));
  real y = get_imag(z);
  return to_complex(m * cos(y), m * sin(y));
}

/// The principal logarithm.
complex log(complex z) {
  return to_complex(log(abs(z)), arg(z));
}

/// The principal logarithm to the base 10.
complex log10(complex z) {
  return to_complex(log10(abs(z)), arg(z) / log(10));
}

/// exp(y log x), NaN for x = 0 = y.
@elementwise
complex pow(complex x, complex y) {
  real m = log(abs(x));
  real angle = arg(x);
  real a = get_real(y);
  real b = get_imag(y);
  int zero = is_inf(m) && m < 0 && a > 0;
  real p = zero ? negative_infinity() : a * m - b * angle;
  real q = zero ? 0 : a * angle + b * m;
  real r = exp(p);
  return to_complex(r * cos(q), r * sin(q));
}

/// The square root with the real part that is not negative.
complex sqrt(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  real sign = unit_sign(y);
  real m = hypot(x, y);
  real larger = sqrt(0.5 * m + 0.5 * unit_sign(x) * x);
  real smaller = m == 0 || is_inf(m) ? 0 : sign * y / (2 * larger);
  real a = x >= 0 ? larger : smaller;
  real b = x >= 0 ? smaller : larger;
  return to_complex(a, sign * b);
}

/// sin z.
complex sin(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  return to_complex(sin(x) * cosh(y), cos(x) * sinh(y));
}

/// cos z.
complex cos(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  return to_complex(cos(x) * cosh(y), -sin(x) * sinh(y));
}

/// sinh z.
complex sinh(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  return to_complex(sinh(x) * cos(y), cosh(x) * sin(y));
}

/// cosh z.
complex cosh(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  return to_complex(cosh(x) * cos(y), sinh(x) * sin(y));
}

/// tanh z, from tanh x and tan y.
complex tanh(complex z) {
  real x = get_real(z);
  real h = tanh(x);
  real t = tan(get_imag(z));
  real e = exp(-2 * unit_sign(x) * x);
  real denominator = 1 + square(h * t);
  real a = h * (1 + t * t) / denominator;
  real b = t * (4 * e / square(1 + e)) / denominator;
  return to_complex(a, b);
}

/// tan z = -i tanh(iz).
complex tan(complex z) {
  complex w = tanh(to_complex(-get_imag(z), get_real(z)));
  return to_complex(get_imag(w), -get_real(w));
}

/// arcsin z, cut along the real axis outside [-1, 1]. Source: Kahan (1987), Branch cuts for complex
/// elementary functions.
complex asin(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  complex u = sqrt(to_complex(1 - x, -y));
  complex v = sqrt(to_complex(1 + x, y));
  real a = atan2(x, get_real(u) * get_real(v) - get_imag(u) * get_imag(v));
  real b = asinh(get_real(u) * get_imag(v) - get_imag(u) * get_real(v));
  return to_complex(a, b);
}

/// arccos z, cut along the real axis outside [-1, 1].
complex acos(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  complex u = sqrt(to_complex(1 - x, -y));
  complex v = sqrt(to_complex(1 + x, y));
  real a = 2 * atan2(get_real(u), get_real(v));
  real b = asinh(get_real(v) * get_imag(u) - get_imag(v) * get_real(u));
  return to_complex(a, b);
}

/// arctan z, cut along the imaginary axis outside [-i, i]: -i artanh(iz).
complex atan(complex z) {
  complex w = atanh(to_complex(-get_imag(z), get_real(z)));
  return to_complex(get_imag(w), -get_real(w));
}

/// arsinh z, cut along the imaginary axis outside [-i, i]: -i arcsin(iz).
complex asinh(complex z) {
  complex w = asin(to_complex(-get_imag(z), get_real(z)));
  return to_complex(get_imag(w), -get_real(w));
}

/// arcosh z, cut along the real axis below 1, with the real part that is not negative.
complex acosh(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  complex u = sqrt(to_complex(x - 1, y));
  complex v = sqrt(to_complex(x + 1, y));
  real a = asinh(get_real(u) * get_real(v) + get_imag(u) * get_imag(v));
  real b = 2 * atan2(get_imag(u), get_real(v));
  return to_complex(a, b);
}

/// artanh z, cut along the real axis outside [-1, 1].
complex atanh(complex z) {
  real x = get_real(z);
  real y = get_imag(z);
  int far = abs(x) > 1e150 || abs(y) > 1e150;
  real sign = unit_sign(x);
  real w = sign * x;
  real a = far ? 0 : 0.25 * sign * log1p(4 * w / (square(1 - w) + y * y));
  real b = far ? 0.5 * unit_sign(y) * pi() : 0.5 * atan2(2 * y, (1 - x) * (1 + x) - y * y);
  return to_complex(a, b);
}
