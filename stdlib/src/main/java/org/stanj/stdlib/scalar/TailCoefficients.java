package org.stanj.stdlib.scalar;

/** Coefficients of {@link NormalFunctions}: what {@code scripts/lanes/coefficients.py} prints. */
public final class TailCoefficients {
  // (1 + 2a)(1 − Φ(a))e^(a²/2) over s = (a − 5)/(a + 5); relative error 1.5e-17.
  public static final double TAIL_0 = 0x1.b135a378924a6p-1;
  public static final double TAIL_1 = -0x1.44c9cd8f5799bp-5;
  public static final double TAIL_2 = -0x1.ba6f247fb88afp-5;
  public static final double TAIL_3 = 0x1.9d3d58860dc8fp-4;
  public static final double TAIL_4 = -0x1.9c4af953d6968p-4;
  public static final double TAIL_5 = 0x1.28e8fee3740efp-4;
  public static final double TAIL_6 = -0x1.42359ad0474aap-5;
  public static final double TAIL_7 = 0x1.f96034ee27622p-7;
  public static final double TAIL_8 = -0x1.d42635f7d42d2p-9;
  public static final double TAIL_9 = -0x1.f1d655f6db0fbp-14;
  public static final double TAIL_10 = 0x1.bdbec10e70c4bp-12;
  public static final double TAIL_11 = -0x1.c5b99952d33bcp-14;
  public static final double TAIL_12 = -0x1.bb87059e4b4efp-16;
  public static final double TAIL_13 = 0x1.454e54f3e6c21p-16;
  public static final double TAIL_14 = 0x1.1e7b08b5b6bfep-21;
  public static final double TAIL_15 = -0x1.7fa3f0db813cbp-19;
  public static final double TAIL_16 = 0x1.8248a430a3601p-23;
  public static final double TAIL_17 = 0x1.cfcd59b870d80p-22;
  public static final double TAIL_18 = -0x1.6ff21d55256fep-25;
  public static final double TAIL_19 = -0x1.238e9841d1ab1p-24;
  public static final double TAIL_20 = 0x1.aa5c0058790c0p-28;
  public static final double TAIL_21 = 0x1.49023e315ac41p-27;
  public static final double TAIL_22 = -0x1.3ce34398cb074p-31;
  public static final double TAIL_23 = -0x1.c4cf2b159e789p-31;
  public static final double TAIL_24 = 0x1.9449caa833d8cp-36;

  // erf(x)/x over x²; relative error 1.9e-19.
  public static final double ERF_0 = 0x1.20dd750429b6dp+0;
  public static final double ERF_1 = -0x1.812746b0379e5p-2;
  public static final double ERF_2 = 0x1.ce2f21a0429c3p-4;
  public static final double ERF_3 = -0x1.b82ce31277d03p-6;
  public static final double ERF_4 = 0x1.565bcd0a187a9p-8;
  public static final double ERF_5 = -0x1.c02db2b60207ap-11;
  public static final double ERF_6 = 0x1.f9a2e966db276p-14;
  public static final double ERF_7 = -0x1.f4caf86d1eb90p-17;
  public static final double ERF_8 = 0x1.b9545822f97adp-20;
  public static final double ERF_9 = -0x1.585ba4e4aeed4p-23;
  public static final double ERF_10 = 0x1.974c03ffa4983p-27;

  private TailCoefficients() {}
}
