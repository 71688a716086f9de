package org.stanj.stdlib.solver;

/** A number with its derivatives by a few variables. */
record Dual(double value, double[] slopes) {
  static Dual constant(double value, int n) {
    return new Dual(value, new double[n]);
  }

  static Dual variable(double value, int n, int i) {
    Dual x = constant(value, n);
    x.slopes[i] = 1;
    return x;
  }

  private Dual chain(double result, double slope) {
    double[] d = new double[slopes.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = slopes[i] == 0 ? 0 : slope * slopes[i];
    }
    return new Dual(result, d);
  }

  Dual plus(Dual other) {
    double[] d = slopes.clone();
    for (int i = 0; i < d.length; i++) {
      d[i] += other.slopes[i];
    }
    return new Dual(value + other.value, d);
  }

  Dual plus(double other) {
    return chain(value + other, 1);
  }

  Dual minus(Dual other) {
    return plus(other.times(-1));
  }

  Dual times(double factor) {
    return chain(value * factor, factor);
  }

  Dual times(Dual other) {
    return chain(value * other.value, other.value).plus(other.chain(0, value));
  }

  Dual over(Dual other) {
    double inverse = 1 / other.value;
    return times(other.chain(inverse, -inverse * inverse));
  }

  Dual exp() {
    return chain(Math.exp(value), Math.exp(value));
  }

  Dual log() {
    return chain(Math.log(value), 1 / value);
  }

  Dual sin() {
    return chain(Math.sin(value), Math.cos(value));
  }

  Dual atan() {
    return chain(Math.atan(value), 1 / (1 + value * value));
  }

  Dual square() {
    return times(this);
  }

  Dual power(double exponent) {
    return chain(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
  }

  /** x to this power. */
  Dual powerOf(double x) {
    double result = Math.pow(x, value);
    return chain(result, Math.log(x) * result);
  }
}
