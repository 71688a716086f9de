// Functions of Stan that the prelude does not have yet: headers only. Programs that call them are
// checked, but not compiled.

// Complex numbers: parts and powers.

@elementwise
real abs(complex z);

@elementwise
real get_real(complex z);

@elementwise
real get_imag(complex z);

@elementwise
complex conj(complex z);

real arg(complex z);

real norm(complex z);

complex proj(complex z);

complex polar(real r, real theta);

complex to_complex();

complex to_complex(real x);

@elementwise promoted
complex to_complex(real x, real y);

@elementwise
complex pow(complex x, complex y);

complex acos(complex z);

complex acosh(complex z);

complex asin(complex z);

complex asinh(complex z);

complex atan(complex z);

complex atanh(complex z);

complex cos(complex z);

complex cosh(complex z);

complex exp(complex z);

complex log(complex z);

complex log10(complex z);

complex sin(complex z);

complex sinh(complex z);

complex sqrt(complex z);

complex tan(complex z);

complex tanh(complex z);

// Complex containers: shape.

int rows(complex_vector x);

int rows(complex_row_vector x);

int rows(complex_matrix x);

int cols(complex_vector x);

int cols(complex_row_vector x);

int cols(complex_matrix x);

complex_vector rep_vector(complex x, int n);

complex_row_vector rep_row_vector(complex x, int n);

complex_matrix rep_matrix(complex x, int m, int n);

complex_matrix rep_matrix(complex_vector x, int n);

complex_matrix rep_matrix(complex_row_vector x, int m);

complex_vector to_vector(complex_vector x);

complex_vector to_vector(complex_row_vector x);

complex_vector to_vector(complex_matrix x);

complex_vector to_vector(array[] complex x);

complex_row_vector to_row_vector(complex_vector x);

complex_row_vector to_row_vector(complex_row_vector x);

complex_row_vector to_row_vector(complex_matrix x);

complex_row_vector to_row_vector(array[] complex x);

complex_matrix to_matrix(complex_vector x);

complex_matrix to_matrix(complex_row_vector x);

complex_matrix to_matrix(complex_matrix x);

complex_matrix to_matrix(array[] complex_row_vector x);

complex_matrix to_matrix(array[,] complex x);

complex_matrix to_matrix(complex_vector x, int m, int n);

complex_matrix to_matrix(complex_vector x, int m, int n, int col_major);

complex_matrix to_matrix(complex_row_vector x, int m, int n);

complex_matrix to_matrix(complex_row_vector x, int m, int n, int col_major);

complex_matrix to_matrix(complex_matrix x, int m, int n);

complex_matrix to_matrix(complex_matrix x, int m, int n, int col_major);

complex_matrix to_matrix(array[] complex x, int m, int n);

complex_matrix to_matrix(array[] complex x, int m, int n, int col_major);

array[] complex to_array_1d(complex_vector x);

array[] complex to_array_1d(complex_row_vector x);

array[] complex to_array_1d(complex_matrix x);

array[,] complex to_array_2d(complex_matrix x);

complex_vector append_row(complex x, complex_vector y);

complex_vector append_row(complex_vector x, complex y);

complex_vector append_row(complex_vector x, complex_vector y);

complex_matrix append_row(complex_row_vector x, complex_row_vector y);

complex_matrix append_row(complex_row_vector x, complex_matrix y);

complex_matrix append_row(complex_matrix x, complex_row_vector y);

complex_matrix append_row(complex_matrix x, complex_matrix y);

complex_row_vector append_col(complex x, complex_row_vector y);

complex_row_vector append_col(complex_row_vector x, complex y);

complex_row_vector append_col(complex_row_vector x, complex_row_vector y);

complex_matrix append_col(complex_vector x, complex_vector y);

complex_matrix append_col(complex_vector x, complex_matrix y);

complex_matrix append_col(complex_matrix x, complex_vector y);

complex_matrix append_col(complex_matrix x, complex_matrix y);

complex_vector head(complex_vector x, int n);

complex_row_vector head(complex_row_vector x, int n);

complex_vector tail(complex_vector x, int n);

complex_row_vector tail(complex_row_vector x, int n);

complex_vector segment(complex_vector x, int i, int n);

complex_row_vector segment(complex_row_vector x, int i, int n);

complex_vector reverse(complex_vector x);

complex_row_vector reverse(complex_row_vector x);

complex_vector sub_col(complex_matrix x, int i, int j, int n);

complex_row_vector sub_row(complex_matrix x, int i, int j, int n);

complex_matrix block(complex_matrix x, int i, int j, int m, int n);

complex_vector col(complex_matrix x, int j);

complex_row_vector row(complex_matrix x, int i);

complex_matrix transpose(complex_matrix x);

complex_row_vector transpose(complex_vector x);

complex_vector transpose(complex_row_vector x);

complex_vector diagonal(complex_matrix x);

complex_matrix diag_matrix(complex_vector x);

// Complex containers: sums and products.

complex sum(complex_vector x);

complex sum(complex_row_vector x);

complex sum(complex_matrix x);

complex sum(array[] complex x);

complex prod(complex_vector x);

complex prod(complex_row_vector x);

complex prod(complex_matrix x);

complex prod(array[] complex x);

complex trace(complex_matrix x);

complex_vector cumulative_sum(complex_vector x);

complex_row_vector cumulative_sum(complex_row_vector x);

array[] complex cumulative_sum(array[] complex x);

complex dot_product(complex_vector x, complex_vector y);

complex dot_product(complex_vector x, complex_row_vector y);

complex dot_product(complex_row_vector x, complex_vector y);

complex dot_product(complex_row_vector x, complex_row_vector y);

complex dot_product(array[] complex x, array[] complex y);

complex dot_self(complex_vector x);

complex dot_self(complex_row_vector x);

complex_vector rows_dot_product(complex_vector x, complex_vector y);

complex_vector rows_dot_product(complex_row_vector x, complex_row_vector y);

complex_vector rows_dot_product(complex_matrix x, complex_matrix y);

complex_vector rows_dot_self(complex_vector x);

complex_vector rows_dot_self(complex_row_vector x);

complex_vector rows_dot_self(complex_matrix x);

complex_row_vector columns_dot_product(complex_vector x, complex_vector y);

complex_row_vector columns_dot_product(complex_row_vector x, complex_row_vector y);

complex_row_vector columns_dot_product(complex_matrix x, complex_matrix y);

complex_row_vector columns_dot_self(complex_vector x);

complex_row_vector columns_dot_self(complex_row_vector x);

complex_row_vector columns_dot_self(complex_matrix x);

complex_matrix add_diag(complex_matrix x, complex d);

complex_matrix add_diag(complex_matrix x, complex_vector d);

complex_matrix add_diag(complex_matrix x, complex_row_vector d);

complex_matrix diag_pre_multiply(complex_vector v, complex_matrix x);

complex_matrix diag_pre_multiply(complex_row_vector v, complex_matrix x);

complex_matrix diag_post_multiply(complex_matrix x, complex_vector v);

complex_matrix diag_post_multiply(complex_matrix x, complex_row_vector v);

complex_row_vector mdivide_right(complex_row_vector b, complex_matrix A);

complex_matrix mdivide_right(complex_matrix B, complex_matrix A);

complex_matrix symmetrize_from_lower_tri(complex_matrix x);

// Fourier transforms and decompositions.

complex_vector fft(complex_vector x);

complex_vector inv_fft(complex_vector x);

complex_matrix fft2(complex_matrix x);

complex_matrix inv_fft2(complex_matrix x);

tuple(complex_matrix, complex_matrix) complex_schur_decompose(matrix x);

tuple(complex_matrix, complex_matrix) complex_schur_decompose(complex_matrix x);

complex_matrix complex_schur_decompose_t(matrix x);

complex_matrix complex_schur_decompose_t(complex_matrix x);

complex_matrix complex_schur_decompose_u(matrix x);

complex_matrix complex_schur_decompose_u(complex_matrix x);

tuple(complex_matrix, complex_vector) eigendecompose(matrix x);

tuple(complex_matrix, complex_vector) eigendecompose(complex_matrix x);

complex_vector eigenvalues(matrix x);

complex_vector eigenvalues(complex_matrix x);

complex_matrix eigenvectors(matrix x);

complex_matrix eigenvectors(complex_matrix x);

tuple(matrix, vector) eigendecompose_sym(matrix x);

tuple(complex_matrix, complex_vector) eigendecompose_sym(complex_matrix x);

complex_vector eigenvalues_sym(complex_matrix x);

complex_matrix eigenvectors_sym(complex_matrix x);

tuple(matrix, vector, matrix) svd(matrix x);

tuple(complex_matrix, vector, complex_matrix) svd(complex_matrix x);

matrix svd_U(matrix x);

complex_matrix svd_U(complex_matrix x);

matrix svd_V(matrix x);

complex_matrix svd_V(complex_matrix x);

vector singular_values(complex_matrix x);

tuple(matrix, matrix) qr(matrix x);

tuple(matrix, matrix) qr_thin(matrix x);

matrix qr_Q(matrix x);

matrix qr_R(matrix x);

matrix generalized_inverse(matrix x);

tuple(vector, array[] int, array[] int) csr_extract(matrix x);

// Special functions.

@elementwise promoted
real bessel_second_kind(int v, real z);

real hypergeometric_1F0(real a, real z);

real hypergeometric_2F1(real a1, real a2, real b1, real z);

real hypergeometric_3F2(list a, list b, real z);

real hypergeometric_pFq(list a, list b, real z);

real inv_inc_beta(real a, real b, real p);

reals student_t_qf(reals p, reals nu, reals mu, reals sigma);

// Distributions.

real lkj_cov_lpdf(matrix y | vector mu, vector sigma, real eta);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, data real precision);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, data real precision);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, data real precision);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, data real precision);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, data real precision);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, real sw, real st);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, data real precision);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision);

// Options of the embedded Laplace approximation.

tuple(vector, real, int, int, int, int) generate_laplace_options(int n);

tuple(vector, real, int, int, int, int) generate_laplace_options(vector start);
