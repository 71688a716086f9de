// Functions of Stan that the prelude does not have yet: headers only. Programs that call them are
// checked, but not compiled.

// Options of the embedded Laplace approximation.

tuple(vector, real, int, int, int, int) generate_laplace_options(int n);

tuple(vector, real, int, int, int, int) generate_laplace_options(vector start);

