// Bessel functions, Owen's T and Lambert's W, mapped over containers.

/// log I_v(z).
@elementwise
@java BesselFunctions.logI
@rejects
@d v = log_bessel_i_order_slope(v, z)
@d z = log_bessel_i_slope(v, z)
real log_modified_bessel_first_kind(real v, real z);

/// ∂ log I_v(z) / ∂v. Internal.
@java BesselFunctions.logIOrderSlope
real log_bessel_i_order_slope(real v, real z);

/// ∂ log I_v(z) / ∂z. Internal.
@java BesselFunctions.logISlope
@rejects
real log_bessel_i_slope(real v, real z);

/// I_v(z).
@elementwise promoted
@java BesselFunctions.modifiedFirst
@rejects
@d z = 0.5 * (modified_bessel_first_kind(v - 1, z) + modified_bessel_first_kind(v + 1, z))
real modified_bessel_first_kind(int v, real z);

/// K_v(z).
@elementwise promoted
@java BesselFunctions.modifiedSecond
@rejects
@d z = -0.5 * (modified_bessel_second_kind(v - 1, z) + modified_bessel_second_kind(v + 1, z))
real modified_bessel_second_kind(int v, real z);

/// J_v(z).
@elementwise promoted
@java BesselFunctions.first
@rejects
@d z = 0.5 * (bessel_first_kind(v - 1, z) - bessel_first_kind(v + 1, z))
real bessel_first_kind(int v, real z);

/// Y_v(z).
@elementwise promoted
@java BesselSecond.second
@rejects
@d z = 0.5 * (bessel_second_kind(v - 1, z) - bessel_second_kind(v + 1, z))
real bessel_second_kind(int v, real z);

/// (1 / 2π) ∫₀ᵃ exp(-h² (1 + x²) / 2) / (1 + x²) dx.
@elementwise promoted
@java OwensT.value
@d h = owens_t_height_slope(h, a)
@d a = owens_t_upper_slope(h, a)
real owens_t(real h, real a);

/// ∂ owens_t / ∂h. Internal.
@java OwensT.heightSlope
real owens_t_height_slope(real h, real a);

/// ∂ owens_t / ∂a. Internal.
@java OwensT.upperSlope
real owens_t_upper_slope(real h, real a);

/// The w ≥ -1 with w eʷ = z.
@elementwise
@java LambertW.principal
@rejects
@d z = lambert_w_slope(result)
real lambert_w0(real z);

/// The w ≤ -1 with w eʷ = z.
@elementwise
@java LambertW.lower
@rejects
@d z = lambert_w_slope(result)
real lambert_wm1(real z);

/// dw / dz from w. Internal.
@java LambertW.slope
@d w = -result * (2 + w) / (1 + w)
real lambert_w_slope(real w);
