package org.stanj.stdlib.scalar;

/** Coefficients of {@link GammaFunctions}: what {@code scripts/lanes/coefficients.py} prints. */
public final class GammaCoefficients {
  // (1/Γ(1 + y) − 1)/(y(y − 1)) over s = y − ¾; relative error 1.0e-17.
  public static final double NEAR_0 = -0x1.e0f4257c17032p-2;
  public static final double NEAR_1 = 0x1.7804b081e9d30p-3;
  public static final double NEAR_2 = 0x1.8912cd4f12cb7p-6;
  public static final double NEAR_3 = -0x1.189b39e43d67cp-5;
  public static final double NEAR_4 = 0x1.08f5c09dcc436p-7;
  public static final double NEAR_5 = 0x1.75fd6fbb1840bp-11;
  public static final double NEAR_6 = -0x1.ab388cd807a57p-11;
  public static final double NEAR_7 = 0x1.6bc0b0c8694c9p-13;
  public static final double NEAR_8 = 0x1.65512887fadb9p-21;
  public static final double NEAR_9 = -0x1.2061caf1cbd2fp-17;
  public static final double NEAR_10 = 0x1.0d8916025a9f0p-19;
  public static final double NEAR_11 = -0x1.15674d6cb9e81p-23;
  public static final double NEAR_12 = -0x1.5cf6ef10699ddp-25;
  public static final double NEAR_13 = 0x1.b2930b8df8964p-27;
  public static final double NEAR_14 = -0x1.8edd0a20da5b1p-30;
  public static final double NEAR_15 = -0x1.51e4c77c75b8ep-35;
  public static final double NEAR_16 = 0x1.74a5a0320741bp-35;
  public static final double NEAR_17 = -0x1.f0e37d0b0395ap-38;
  public static final double NEAR_18 = 0x1.463bdf5c4ed62p-42;
  public static final double NEAR_19 = 0x1.422b19d554b78p-44;

  // x times the remainder of Stirling's formula over 1/x², x ≥ 3; relative error 3.2e-16.
  public static final double STIRLING_0 = 0x1.5555555555553p-4;
  public static final double STIRLING_1 = -0x1.6c16c16bf6282p-9;
  public static final double STIRLING_2 = 0x1.a01a00e5622e3p-11;
  public static final double STIRLING_3 = -0x1.3813174192ecdp-11;
  public static final double STIRLING_4 = 0x1.b9326a92f5e65p-11;
  public static final double STIRLING_5 = -0x1.f3dd1d895f8ddp-10;
  public static final double STIRLING_6 = 0x1.8f44ea0ec1548p-8;
  public static final double STIRLING_7 = -0x1.7937174913bd7p-6;
  public static final double STIRLING_8 = 0x1.4d2171357754ap-4;
  public static final double STIRLING_9 = -0x1.a820884cf6c52p-3;
  public static final double STIRLING_10 = 0x1.0c1788f27869cp-2;

  // x²(log x − 1/(2x) − ψ(x)) over 1/x², x ≥ 3; relative error 5.5e-15.
  public static final double PSI_FAR_0 = 0x1.5555555555534p-4;
  public static final double PSI_FAR_1 = -0x1.1111111084411p-7;
  public static final double PSI_FAR_2 = 0x1.04103f703324fp-8;
  public static final double PSI_FAR_3 = -0x1.11102b3b547a3p-8;
  public static final double PSI_FAR_4 = 0x1.f0378ddf53b54p-8;
  public static final double PSI_FAR_5 = -0x1.5681e502a55fap-6;
  public static final double PSI_FAR_6 = 0x1.3e37d6431392bp-4;
  public static final double PSI_FAR_7 = -0x1.4d0eeb4a8ccc4p-2;
  public static final double PSI_FAR_8 = 0x1.38acc645895cep+0;
  public static final double PSI_FAR_9 = -0x1.9c2b9f79c5d91p+1;
  public static final double PSI_FAR_10 = 0x1.09dcb42a9d05bp+2;

  // x³(ψ′(x) − 1/x − 1/(2x²)) over 1/x², x ≥ 3; relative error 1.5e-15.
  public static final double TRI_FAR_0 = 0x1.555555555554cp-3;
  public static final double TRI_FAR_1 = -0x1.11111110f5e6bp-5;
  public static final double TRI_FAR_2 = 0x1.861861192792bp-6;
  public static final double TRI_FAR_3 = -0x1.1110e5795b21fp-5;
  public static final double TRI_FAR_4 = 0x1.364457081549dp-4;
  public static final double TRI_FAR_5 = -0x1.029766226fd72p-2;
  public static final double TRI_FAR_6 = 0x1.2419e17e471f2p+0;
  public static final double TRI_FAR_7 = -0x1.92d8788d0d900p+2;
  public static final double TRI_FAR_8 = 0x1.23a939dfa9697p+5;
  public static final double TRI_FAR_9 = -0x1.778e896e666fbp+7;
  public static final double TRI_FAR_10 = 0x1.709299167555ep+9;
  public static final double TRI_FAR_11 = -0x1.d1b4a9cedc719p+10;
  public static final double TRI_FAR_12 = 0x1.14f3422aa8134p+11;

  public static final double ROOT_HIGH = 0x1.762d86356be3fp+0;
  public static final double ROOT_LOW = 0x1.b86a722197829p-54;

  // ψ(x)/(x − root) over s = x − 1; relative error 8.7e-18.
  public static final double PSI_0 = 0x1.4018e9a62525ep+0;
  public static final double PSI_1 = 0x1.ee0fe04dc21cdp+0;
  public static final double PSI_2 = 0x1.0f6ed29e7bb18p+0;
  public static final double PSI_3 = 0x1.09a9bba5f793fp-2;
  public static final double PSI_4 = 0x1.d273a4363b128p-6;
  public static final double PSI_5 = 0x1.3de1eed2414d7p-10;
  public static final double PSI_6 = 0x1.a988ab2d71ef4p-17;
  public static final double PSI_BELOW_1 = 0x1.1d0f081b81087p+1;
  public static final double PSI_BELOW_2 = 0x1.c4b93e84a65c6p+0;
  public static final double PSI_BELOW_3 = 0x1.4b8d34d335464p-1;
  public static final double PSI_BELOW_4 = 0x1.d8430f9bc5381p-4;
  public static final double PSI_BELOW_5 = 0x1.3606955d0d9afp-7;
  public static final double PSI_BELOW_6 = 0x1.36acab5494e43p-12;
  public static final double PSI_BELOW_7 = 0x1.1356cf7dc2b47p-19;

  private GammaCoefficients() {}
}
