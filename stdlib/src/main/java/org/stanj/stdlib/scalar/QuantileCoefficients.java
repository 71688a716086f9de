package org.stanj.stdlib.scalar;

/** Coefficients of {@link NormalQuantile}: what {@code scripts/lanes/coefficients.py} prints. */
final class QuantileCoefficients {
  // Φ⁻¹(½ + q)/q over 0.425² − q²; relative error 7.0e-17.
  static final double CENTRE_0 = 0x1.b18d91e9eef75p+1;
  static final double CENTRE_1 = 0x1.2983594fd7e7fp+7;
  static final double CENTRE_2 = 0x1.3e873207f0ef8p+11;
  static final double CENTRE_3 = 0x1.51edecb555ec5p+14;
  static final double CENTRE_4 = 0x1.75ccbc4a8f65fp+16;
  static final double CENTRE_5 = 0x1.a11714cc49c9bp+17;
  static final double CENTRE_6 = 0x1.a273b0aa578a2p+17;
  static final double CENTRE_7 = 0x1.214cd08b4e4e1p+16;
  static final double CENTRE_8 = 0x1.e8603e9431aedp+11;
  static final double CENTRE_BELOW_1 = 0x1.776318ab2437dp+5;
  static final double CENTRE_BELOW_2 = 0x1.b3a456a404a18p+9;
  static final double CENTRE_BELOW_3 = 0x1.ff0e0daee92acp+12;
  static final double CENTRE_BELOW_4 = 0x1.41a3f69d2d15ap+15;
  static final double CENTRE_BELOW_5 = 0x1.aabcb49f39b9cp+16;
  static final double CENTRE_BELOW_6 = 0x1.122c69e2df947p+17;
  static final double CENTRE_BELOW_7 = 0x1.1a96b28ee4223p+16;
  static final double CENTRE_BELOW_8 = 0x1.25b3b754cc15ep+13;

  // −Φ⁻¹(e^(−r²)) over r − 1.6; relative error 1.8e-16.
  static final double OUTER_0 = 0x1.6c665fde9526bp+0;
  static final double OUTER_1 = 0x1.27ebd88b923cbp+2;
  static final double OUTER_2 = 0x1.718ce21db0e36p+2;
  static final double OUTER_3 = 0x1.d9be3159be557p+1;
  static final double OUTER_4 = 0x1.57a1139b9345ap+0;
  static final double OUTER_5 = 0x1.2029719c813d5p-2;
  static final double OUTER_6 = 0x1.0c290425c5de8p-5;
  static final double OUTER_7 = 0x1.e4bd557506610p-10;
  static final double OUTER_8 = 0x1.2b5f16e640bd2p-15;
  static final double OUTER_BELOW_1 = 0x1.0637c9632ad3dp+1;
  static final double OUTER_BELOW_2 = 0x1.af6bf6e58c1b2p+0;
  static final double OUTER_BELOW_3 = 0x1.6ead3f95ff560p-1;
  static final double OUTER_BELOW_4 = 0x1.57c28e02e2f2ap-3;
  static final double OUTER_BELOW_5 = 0x1.5b40079ffebb8p-6;
  static final double OUTER_BELOW_6 = 0x1.4c37a83b51cc6p-10;
  static final double OUTER_BELOW_7 = 0x1.a75cda09183bep-16;

  // the same over r − 5; relative error 1.3e-9.
  static final double FAR_0 = 0x1.aa1b1c1d7513bp+2;
  static final double FAR_1 = 0x1.ffe2c6a2d74f3p+1;
  static final double FAR_2 = 0x1.b891ebf28c033p-1;
  static final double FAR_3 = 0x1.498190be4be41p-4;
  static final double FAR_4 = 0x1.947957a7ceac1p-9;
  static final double FAR_5 = 0x1.25e365a3eae74p-15;
  static final double FAR_BELOW_1 = 0x1.84f5305042121p-2;
  static final double FAR_BELOW_2 = 0x1.7e59d12dddea9p-5;
  static final double FAR_BELOW_3 = 0x1.0dc7f16b3a850p-9;
  static final double FAR_BELOW_4 = 0x1.9f9e351b295bep-16;

  private QuantileCoefficients() {}
}
