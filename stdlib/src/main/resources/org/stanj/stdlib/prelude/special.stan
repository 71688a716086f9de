// Special functions, mapped over containers.

/// log|Γ(x)|.
@elementwise
@java GammaFunctions.lgamma
@d x = digamma(x)
real lgamma(real x);

/// ψ(x) = d log Γ(x) / dx.
@elementwise
@java GammaFunctions.digamma
@d x = trigamma(x)
real digamma(real x);

/// ψ′(x).
@elementwise
@java GammaFunctions.trigamma
@d x = tetragamma(x)
real trigamma(real x);

/// ψ″(x). Internal: not a function of Stan.
@java GammaFunctions.tetragamma
real tetragamma(real x);
