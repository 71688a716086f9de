// Elementary functions, mapped over containers.

/// Exponential function, eˣ.
@elementwise
@java Elementary.exp
@block
@d x = result
real exp(real x);

/// Natural logarithm; NaN below 0.
@elementwise
@java Elementary.log
@block
@d x = 1 / x
real log(real x);

/// log(1 + x).
@elementwise
@java Elementary.log1p
@block
@rejects
@d x = 1 / (1 + x)
real log1p(real x);

/// log(1 - x).
@elementwise
@java Elementary.log1m
@block
@rejects
@d x = -1 / (1 - x)
real log1m(real x);

/// log(1 + x) where x ≥ -1 is known; NaN below. It throws nothing and so may leave loops. Internal.
@java Elementary.log1pChecked
@block
@d x = 1 / (1 + x)
real log1p_checked(real x);

/// log(1 - x) where x ≤ 1 is known; NaN above. It throws nothing and so may leave loops. Internal.
@java Elementary.log1mChecked
@block = log1p_checked(-x)
@d x = -1 / (1 - x)
real log1m_checked(real x);

/// eˣ - 1.
@elementwise
@java Elementary.expm1
@block
@d x = result > -0.5 ? result + 1 : exp(x)
real expm1(real x);

/// √x; its derivative at 0 is taken as 0.
@elementwise
@java Elementary.sqrt
@operation
@d x = result == 0 ? 0 : 0.5 / result
real sqrt(real x);

/// ∛x.
@elementwise
@java Elementary.cbrt
@d x = 1 / (3 * result * result)
real cbrt(real x);

/// 2ˣ.
@elementwise
@java Elementary.exp2
@d x = result * log2()
real exp2(real x);

/// Logarithm to the base 2.
@elementwise
@java Elementary.log2
@d x = 1 / (x * log2())
real log2(real x);

/// Logarithm to the base 10.
@elementwise
@java Elementary.log10
@d x = 1 / (x * log10())
real log10(real x);

/// Power, xʸ.
@elementwise
@java Elementary.pow
@block Power
@d x = pow_base_slope(x, y, result)
@d y = pow_exponent_slope(x, y, result)
real pow(real x, real y);

/// ∂xʸ/∂x from the value p, with which it moves. Internal.
@java Elementary.powBase
@block Power
@d x = y * pow_base_slope(x, y - 1, pow(x, y - 1))
@d y = pow(x, y - 1) + pow_base_slope(x, y, p) * log(x)
@d p = 0
real pow_base_slope(real x, real y, real p);

/// ∂xʸ/∂y from the value p, with which it moves. Internal.
@java Elementary.powExponent
@block = x == 0 ? 0 : p * log(x)
@d x = pow(x, y - 1) + pow_base_slope(x, y, p) * log(x)
@d y = result * log(x)
@d p = 0
real pow_exponent_slope(real x, real y, real p);

/// x².
@elementwise
real square(real x) {
  return x * x;
}

/// 1 / x.
@elementwise
real inv(real x) {
  return 1 / x;
}

/// 1 / √x.
@elementwise
@java Elementary.invSqrt
@operation
@d x = -0.5 * result / x
real inv_sqrt(real x);

/// 1 / x².
@elementwise
real inv_square(real x) {
  return inv(x) * inv(x);
}

/// x y + z.
@elementwise promoted
@depth 0
real fma(real x, real y, real z) {
  return x * y + z;
}

/// Sine of x in radians.
@elementwise
@java Elementary.sin
@block Circle
@d x = cos(x)
real sin(real x);

/// Cosine of x in radians.
@elementwise
@java Elementary.cos
@block Circle
@d x = -sin(x)
real cos(real x);

/// Tangent of x in radians.
@elementwise
@java Elementary.tan
@d x = 1 + result * result
real tan(real x);

/// Arcsine of x; NaN outside [-1, 1].
@elementwise
@java Elementary.asin
@d x = 1 / sqrt((1 - x) * (1 + x))
real asin(real x);

/// Arccosine of x; NaN outside [-1, 1].
@elementwise
@java Elementary.acos
@d x = -1 / sqrt((1 - x) * (1 + x))
real acos(real x);

/// Arctangent of x.
@elementwise
@java Elementary.atan
@d x = 1 / (1 + x * x)
real atan(real x);

/// The angle of the point (x, y), in (-π, π].
@elementwise
@java Elementary.atan2
@d y = x / hypot(x, y) / hypot(x, y)
@d x = -y / hypot(x, y) / hypot(x, y)
real atan2(real y, real x);

/// Hyperbolic sine.
@elementwise
@java Elementary.sinh
@d x = cosh(x)
real sinh(real x);

/// Hyperbolic cosine.
@elementwise
@java Elementary.cosh
@d x = sinh(x)
real cosh(real x);

/// Hyperbolic tangent.
@elementwise
@java Elementary.tanh
@block
@d x = sech_squared(x)
real tanh(real x);

/// 1 / cosh²(x), the derivative of tanh. Internal.
real sech_squared(real x) {
  real e = exp(-2 * magnitude(x));
  return 4 * e / ((1 + e) * (1 + e));
}

/// Inverse of the hyperbolic sine.
@elementwise
@java Elementary.asinh
@d x = 1 / hypot(x, 1)
real asinh(real x);

/// Inverse of the hyperbolic cosine; defined from 1.
@elementwise
@java Elementary.acosh
@rejects
@d x = 1 / (sqrt(x - 1) * sqrt(x + 1))
real acosh(real x);

/// Inverse of the hyperbolic tangent; defined in [-1, 1].
@elementwise
@java Elementary.atanh
@rejects
@d x = 1 / ((1 - x) * (1 + x))
real atanh(real x);

/// √(x² + y²) without overflow.
@elementwise
@java Elementary.hypot
@d x = x / result
@d y = y / result
real hypot(real x, real y);

/// Absolute value |x|; of a complex number its modulus.
@elementwise
@java Elementary.abs
int abs(int x);

/// |x|; its derivative at 0 is taken as 0.
@elementwise promoted
@java Elementary.abs
@operation
@d x = is_nan(x) ? x : (x > 0) - (x < 0)
real abs(real x);

/// Absolute value |x|.
@elementwise
@deprecated abs
real fabs(real x) {
  return abs(x);
}

/// log(1 + x) for x in [0, 1]: sums of it over a loop may be taken as the logarithm of a product.
/// Internal.
@java Elementary.log1pUnit
@block
@d x = 1 / (1 + x)
real log1p_unit(real x);

/// |x| without a branch, for loops over values of both signs; its derivative at 0 is taken as 1.
/// Internal.
@java Elementary.abs
@operation
@d x = unit_sign(x)
real magnitude(real x);

/// The larger of x and 0 without a branch; its derivative at 0 is taken as 1. Internal.
@java Elementary.positivePart
@operation
@d x = 0.5 + 0.5 * unit_sign(x)
real positive_part(real x);

/// 1 or -1 as the sign bit of x. Internal.
@java Elementary.unitSign
@operation
@d x = 0
real unit_sign(real x);

/// Largest integer not above x. Its derivative is 0.
@elementwise
@java Elementary.floor
@d x = 0
real floor(real x);

/// Smallest integer not below x. Its derivative is 0.
@elementwise
@java Elementary.ceil
@d x = 0
real ceil(real x);

/// Nearest integer, halves away from 0. Its derivative is 0.
@elementwise
@java Elementary.round
@d x = 0
real round(real x);

/// Integer part, towards 0. Its derivative is 0.
@elementwise
@java Elementary.trunc
@d x = 0
real trunc(real x);

/// x - y trunc(x / y).
@elementwise
@java Elementary.fmod
@d x = 1
@d y = -trunc(x / y)
real fmod(real x, real y);

/// The larger argument; the other one where one is NaN. Of equal ones it is the second, or the one
/// that depends on parameters.
@elementwise
@commutes
real fmax(real x, real y) {
  return x > y || is_nan(y) ? x : y;
}

/// The smaller argument; the other one where one is NaN. Of equal ones it is the second, or the one
/// that depends on parameters.
@elementwise
@commutes
real fmin(real x, real y) {
  return x < y || is_nan(y) ? x : y;
}

/// x - y, or 0 where that is negative.
@elementwise
real fdim(real x, real y) {
  return x <= y ? 0 : x - y;
}

/// x 2ⁿ.
@elementwise promoted
real ldexp(real x, int n) {
  return x * exp2(n);
}

/// x as an int, towards 0.
@data
@elementwise promoted
@java Logistic.toInt
@rejects
int to_int(real x);

/// x as an int.
@elementwise
int to_int(int x) {
  return x;
}

/// 1 where x ≥ 0, else 0. Its derivative is 0.
real step(real x) {
  return x < 0 ? 0 : 1;
}

/// 1 where x > 0, else 0.
int int_step(int x) {
  return x > 0;
}

/// 1 where x > 0, else 0.
int int_step(real x) {
  return x > 0;
}

/// 1 where x is infinite, else 0.
int is_inf(real x) {
  return x == positive_infinity() || x == negative_infinity();
}

/// 1 where x is NaN, else 0.
int is_nan(real x) {
  return x != x;
}

/// Squared Euclidean distance, Σ (xᵢ - yᵢ)².
real squared_distance(real x, real y) {
  return (x - y) * (x - y);
}
