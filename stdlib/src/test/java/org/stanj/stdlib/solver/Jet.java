package org.stanj.stdlib.solver;

/**
 * A number with three infinitesimals whose squares are zero: arithmetic on it yields derivatives
 * along three directions, up to the mixed third one, without truncation.
 */
final class Jet {
  private static final int TERMS = 8;

  /** Coefficient of the product of the infinitesimals in the index's bits. */
  private final double[] c;

  private Jet(double[] c) {
    this.c = c;
  }

  static Jet of(double value) {
    return of(value, 0, 0, 0);
  }

  static Jet of(double value, double first, double second, double third) {
    double[] c = new double[TERMS];
    c[0] = value;
    c[1] = first;
    c[2] = second;
    c[4] = third;
    return new Jet(c);
  }

  double get(int bits) {
    return c[bits];
  }

  Jet plus(Jet other) {
    double[] sum = new double[TERMS];
    for (int i = 0; i < TERMS; i++) {
      sum[i] = c[i] + other.c[i];
    }
    return new Jet(sum);
  }

  Jet plus(double x) {
    return plus(of(x));
  }

  Jet times(double x) {
    return times(of(x));
  }

  Jet minus(Jet other) {
    return plus(other.times(-1));
  }

  Jet times(Jet other) {
    double[] product = new double[TERMS];
    for (int bits = 0; bits < TERMS; bits++) {
      for (int part = 0; part < TERMS; part++) {
        if ((part & ~bits) == 0) {
          product[bits] += c[part] * other.c[bits ^ part];
        }
      }
    }
    return new Jet(product);
  }

  Jet over(Jet other) {
    double x = other.c[0];
    double inverse = 1 / x;
    return times(
        other.chain(
            inverse,
            -inverse * inverse,
            2 * inverse * inverse * inverse,
            -6 * inverse * inverse * inverse * inverse));
  }

  Jet exp() {
    double e = Math.exp(c[0]);
    return chain(e, e, e, e);
  }

  Jet log() {
    double x = c[0];
    return chain(Math.log(x), 1 / x, -1 / (x * x), 2 / (x * x * x));
  }

  /** log(1 + eˣ). */
  Jet log1pExp() {
    double p = 1 / (1 + Math.exp(-c[0]));
    double q = p * (1 - p);
    double value = Math.max(c[0], 0) + Math.log1p(Math.exp(-Math.abs(c[0])));
    return chain(value, p, q, q * (1 - 2 * p));
  }

  /** A function by its value and first three derivatives. */
  private Jet chain(double f0, double f1, double f2, double f3) {
    double[] rest = c.clone();
    rest[0] = 0;
    Jet d = new Jet(rest);
    Jet square = d.times(d);
    return of(f0).plus(d.times(f1)).plus(square.times(f2 / 2)).plus(square.times(d).times(f3 / 6));
  }
}
