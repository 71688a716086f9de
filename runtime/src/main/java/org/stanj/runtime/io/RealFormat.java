package org.stanj.runtime.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers as a C++ stream does with {@code setprecision(digits)}: {@code %g}, correctly
 * rounded, no trailing zeros, {@code nan}, {@code inf}, {@code -inf}. It allocates nothing but
 * where the decimal digits lie within 2⁻⁶² of a tie. Not thread-safe: it keeps a buffer.
 *
 * <p>The digits are the integer part of v·10ᵖ, taken from the 128-bit product of the mantissas;
 * where the error of that product could turn the rounding, exact arithmetic decides.
 */
public final class RealFormat {
  /** Longest text: sign, point, 18 digits, and an exponent such as {@code e-308}. */
  public static final int MAX_LENGTH = 32;

  private static final int MAX_DIGITS = 18;
  private static final int LOWEST_POWER = -330;
  private static final int POWERS = 700;
  private static final double LOG10_2 = 0.30102999566398119521;
  private static final long[] TENS = tens();

  private final int digits;
  private final long[] powerMantissa = new long[POWERS];
  private final int[] powerExponent = new int[POWERS];
  private final byte[] decimal = new byte[20];

  /**
   * @param significantFigures from 0 (which acts as 1) to 18, or −1 for the 6 of a C++ stream
   */
  public RealFormat(int significantFigures) {
    this.digits =
        significantFigures < 0 ? 6 : Math.max(1, Math.min(significantFigures, MAX_DIGITS));
  }

  private static long[] tens() {
    long[] tens = new long[19];
    tens[0] = 1;
    for (int i = 1; i < tens.length; i++) {
      tens[i] = 10 * tens[i - 1];
    }
    return tens;
  }

  /** The number as text. */
  public String text(double value) {
    byte[] buffer = new byte[MAX_LENGTH];
    return new String(buffer, 0, write(value, buffer, 0), StandardCharsets.US_ASCII);
  }

  /**
   * Writes the number.
   *
   * @param buffer filled from {@code at} on; at least {@link #MAX_LENGTH} bytes of room
   * @return the position behind the text
   */
  public int write(double value, byte[] buffer, int at) {
    if (Double.isNaN(value)) {
      return ascii("nan", buffer, at);
    }
    int next = at;
    if (Double.doubleToRawLongBits(value) < 0) {
      buffer[next++] = '-';
    }
    double size = Math.abs(value);
    if (Double.isInfinite(size)) {
      return ascii("inf", buffer, next);
    }
    long whole = (long) size;
    if (whole == size && whole < TENS[Math.min(digits, 9)]) {
      return integer(whole, buffer, next);
    }
    return general(size, buffer, next);
  }

  private static int ascii(String text, byte[] buffer, int at) {
    for (int i = 0; i < text.length(); i++) {
      buffer[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }

  private static int integer(long value, byte[] buffer, int at) {
    int length = 1;
    while (length < TENS.length && value >= TENS[length]) {
      length++;
    }
    long rest = value;
    for (int i = at + length - 1; i >= at; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + length;
  }

  /** Positive numbers: finds v = w·10^(exponent − digits + 1) with w of exactly {@code digits}. */
  private int general(double size, byte[] buffer, int at) {
    long bits = Double.doubleToRawLongBits(size);
    int biased = (int) (bits >>> 52);
    long fraction = bits & 0xF_FFFF_FFFF_FFFFL;
    long mantissa = biased == 0 ? fraction : fraction | 1L << 52;
    int shift = Long.numberOfLeadingZeros(mantissa);
    int binary = (biased == 0 ? -1074 : biased - 1075) - shift;
    int exponent = (int) Math.floor((binary + 63) * LOG10_2);
    long scaled = scaled(size, mantissa << shift, binary, digits - 1 - exponent);
    if (scaled >= TENS[digits]) {
      exponent++;
      scaled = scaled(size, mantissa << shift, binary, digits - 1 - exponent);
    }
    if (scaled >= TENS[digits]) {
      scaled /= 10;
      exponent++;
    }
    return layout(scaled, exponent, buffer, at);
  }

  /** round(mantissa·2^binary·10^power), where the result has at most 61 bits. */
  private long scaled(double size, long mantissa, int binary, int power) {
    int slot = power - LOWEST_POWER;
    if (powerMantissa[slot] == 0) {
      computePower(power, slot);
    }
    long tenPower = powerMantissa[slot];
    long high =
        Math.multiplyHigh(mantissa, tenPower)
            + (mantissa >> 63 & tenPower)
            + (tenPower >> 63 & mantissa);
    int drop = -(64 + binary + powerExponent[slot]);
    long rest = high & (1L << drop) - 1;
    long half = 1L << drop - 1;
    if (Math.abs(rest - half) <= 4) {
      return exactly(size, power);
    }
    return (high >>> drop) + (rest > half ? 1 : 0);
  }

  private static long exactly(double size, int power) {
    return new BigDecimal(size)
        .scaleByPowerOfTen(power)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /**
   * 10^power = mantissa·2^exponent with the highest bit of the mantissa set, within half a unit.
   */
  private void computePower(int power, int slot) {
    BigInteger magnitude = BigInteger.TEN.pow(Math.abs(power));
    int length = magnitude.bitLength();
    BigInteger value;
    int exponent;
    if (power >= 0) {
      value = length <= 64 ? magnitude.shiftLeft(64 - length) : magnitude.shiftRight(length - 64);
      exponent = length - 64;
    } else {
      int up = 63 + length;
      value = BigInteger.ONE.shiftLeft(up).divide(magnitude);
      int extra = value.bitLength() - 64;
      value = value.shiftRight(Math.max(extra, 0)).shiftLeft(Math.max(-extra, 0));
      exponent = extra - up;
    }
    powerMantissa[slot] = value.longValue();
    powerExponent[slot] = exponent;
  }

  private int layout(long scaled, int exponent, byte[] buffer, int at) {
    int count = integer(scaled, decimal, 0);
    while (count > 1 && decimal[count - 1] == '0') {
      count--;
    }
    if (exponent < -4 || exponent >= digits) {
      return exponentForm(count, exponent, buffer, at);
    }
    int next = at;
    if (exponent < 0) {
      buffer[next++] = '0';
      buffer[next++] = '.';
      for (int i = -1; i > exponent; i--) {
        buffer[next++] = '0';
      }
    }
    for (int i = 0; i < Math.max(count, exponent + 1); i++) {
      if (i == exponent + 1 && exponent >= 0) {
        buffer[next++] = '.';
      }
      buffer[next++] = i < count ? decimal[i] : (byte) '0';
    }
    return next;
  }

  private int exponentForm(int count, int exponent, byte[] buffer, int at) {
    int next = at;
    buffer[next++] = decimal[0];
    if (count > 1) {
      buffer[next++] = '.';
      System.arraycopy(decimal, 1, buffer, next, count - 1);
      next += count - 1;
    }
    buffer[next++] = 'e';
    buffer[next++] = (byte) (exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10) {
      buffer[next++] = '0';
    }
    return integer(size, buffer, next);
  }
}
