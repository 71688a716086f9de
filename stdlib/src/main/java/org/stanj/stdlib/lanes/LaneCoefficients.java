package org.stanj.stdlib.lanes;

/** Coefficients of functions in lanes: what {@code scripts/lanes/coefficients.py} prints. */
final class LaneCoefficients {
  // (eʳ − 1 − r)/r² over |r| ≤ log(2)/2; relative error 3.0e-18.
  static final double EXP_0 = 0x1.0000000000000p-1;
  static final double EXP_1 = 0x1.5555555555557p-3;
  static final double EXP_2 = 0x1.5555555555556p-5;
  static final double EXP_3 = 0x1.11111111100dfp-7;
  static final double EXP_4 = 0x1.6c16c16c162d6p-10;
  static final double EXP_5 = 0x1.a01a01abe63b3p-13;
  static final double EXP_6 = 0x1.a01a01a6d7883p-16;
  static final double EXP_7 = 0x1.71de02372bdd3p-19;
  static final double EXP_8 = 0x1.27e4db679bec4p-22;
  static final double EXP_9 = 0x1.af4ddddcf06d6p-26;
  static final double EXP_10 = 0x1.1f72fca58cc92p-29;

  // (sin x/x − 1)/x² over x²; relative error 1.3e-16.
  static final double SIN_0 = -0x1.5555555555555p-3;
  static final double SIN_1 = 0x1.1111111110ba1p-7;
  static final double SIN_2 = -0x1.a01a019e7f846p-13;
  static final double SIN_3 = 0x1.71de379129f2ep-19;
  static final double SIN_4 = -0x1.ae60056a84b17p-26;
  static final double SIN_5 = 0x1.5e0916b55db48p-33;

  // (cos x − 1 + x²/2)/x⁴ over x²; relative error 3.2e-17.
  static final double COS_0 = 0x1.5555555555555p-5;
  static final double COS_1 = -0x1.6c16c16c1695ep-10;
  static final double COS_2 = 0x1.a01a019f4c9c5p-16;
  static final double COS_3 = -0x1.27e4fa1529574p-22;
  static final double COS_4 = 0x1.1eeb661c764f3p-29;
  static final double COS_5 = -0x1.907b9fa75dee8p-37;

  // (log((1 + s)/(1 − s))/s − 2)/s² over s²; relative error 3.1e-18.
  static final double CUBIC_0 = 0x1.5555555555555p-1;
  static final double CUBIC_1 = 0x1.9999999999a38p-2;
  static final double CUBIC_2 = 0x1.2492492476cb4p-2;
  static final double CUBIC_3 = 0x1.c71c72015bad7p-3;
  static final double CUBIC_4 = 0x1.745cf90379890p-3;
  static final double CUBIC_5 = 0x1.3b1c359544709p-3;
  static final double CUBIC_6 = 0x1.0fbe8fb2e371fp-3;
  static final double CUBIC_7 = 0x1.0c03dc833a5a1p-3;

  // the same by a shorter one; relative error 4.6e-16.
  static final double LOG_0 = 0x1.5555555555558p-1;
  static final double LOG_1 = 0x1.99999999952dep-2;
  static final double LOG_2 = 0x1.2492492df1b31p-2;
  static final double LOG_3 = 0x1.c71c62e4f889ap-3;
  static final double LOG_4 = 0x1.7462b4d1bf4b4p-3;
  static final double LOG_5 = 0x1.39fe5b636d6b3p-3;
  static final double LOG_6 = 0x1.2b5888923b9b5p-3;

  private LaneCoefficients() {}
}
