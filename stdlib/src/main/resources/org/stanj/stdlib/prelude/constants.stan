// Constants.

/// The number π.
@java Constants.pi
real pi();

/// The number e, base of natural logarithms.
@java Constants.e
real e();

/// √2.
@java Constants.sqrt2
real sqrt2();

/// log 2 without an argument; with one, the logarithm to base 2.
@java Constants.log2
real log2();

/// log 10 without an argument; with one, the logarithm to base 10.
@java Constants.log10
real log10();

/// +∞.
@java Constants.positiveInfinity
real positive_infinity();

/// -∞.
@java Constants.negativeInfinity
real negative_infinity();

/// NaN, the value that is not a number.
@java Constants.notANumber
real not_a_number();

/// 2⁻⁵²: the distance from 1 to the next larger number.
@java Constants.machinePrecision
real machine_precision();
