// Indexing of every kind, on both sides of an assignment.
data {
  array[3] matrix[ /*c1*/ /*d1*/ 4, 2] A;
  array[2, 3] vector[4] V;
  array[5] int<lower= /* c2
  x
    y */ 1, upper=4> idx;
 // c3
} /*c4*/ 
parameters {
  matrix // c5
[4, 3] B;
  array[2] /*c6*/  vector[3] w;
}
transformed parameters /*c7*/ /*d7*/  {
  matrix[4, 3] C = B;
   /*c8*/ C[2:3, 1] = B[1:2, 3];
  C[4] = [1.5, B[4, 2] *

 2,  /*c10*/ -B[4, 3]];
  C[{1, 4

// c11
}, 2:3 /*c12*/ ] 

// c13
= B[{2, 3}, 1:2];
  C[:, 1] += 0.25;
  row_vector[3] r = B[2];
  vector[4] col1 /*c14*/  = B[:, 1];
  vector[5]  // c15
picked = B /*c16*/ [idx, 2];
  matrix[5, 2] block5 =  // c17
B[idx, 

{3,  /*c19*/ 1}];
  matrix[2,  // c20
3] tail_rows = B // c21
[3:, :];
  matrix[2, 3] head_rows = B[: /*c22*/ /*d22*/ 2];
}
model {
  to_vector(B) ~ std_normal();
  for ( /*c23*/ i in 1:2) {
    w[i] ~ normal(i, 1) /*c24*/ ;
  }
  target // c25
 += -0.1 *

// c26
 sum(square(C));
  target += -0.1 // c27
  /*c28*/ * dot_self(picked) - 0.05 * sum( /*c29*/ block5 .* block5);
  target += dot_product(w[1]

// c30
[2:3], w[2][{1, 3}]) * 0.1;
   // c31
target += // c32
 -0.2 * square(w[1, 2] - V[2, 1 /*c33*/ /*d33*/ , 3]) /*c34*/ ;
}
generated quantities /*c35*/  {
  array[2] 

matrix[4,
  /*c38*/ 2] A13 = A[{1, 3}];
  array[3] vector[4] a_cols = A[:, :, 2];
   /*c39*/ array[ /*c40*/ 3] real one_cell = // c41
 A[:, 2, 1];
  array[ /*c42*/ 3 // c43
] row_vector[2] a_row4  // c44
= A[:, 4];
  array[2, 2] vector[ // c45
2] v_sub = 

// c46
V /*c47*/ [:
, 2:3, 1:2];
  array[2] real v_col = V[:, 1, 4];
  vector[4] v_back = 

// c49
V[2, 3][{4, /* c50
  x
    y */  3, 2, 1}];
   /*c51*/ /*d51*/ array[5] int idx_twice = idx[ /* c52
  x
    y */ idx];
  matrix[ /*c53*/ 4 /*c54*/ , 2] // c55
 A_mod = A[2];
  A_mod[ // c56
1:2] = A[1, 3: /*c57*/ 4];
  A_mod[{4, 3}, 2] = [100, 200]';
  array[2 /*c58*/ , 3] int counts;
  counts[1] = {1, 2, 3};
  counts[2, :2] = {4, 5};
  counts[2, // c59
 3] = size(

// c60
V[1]

) * dims(A)[3] + num_elements(A)

 + rows(B) * cols /*c63*/ /*d63*/ (B);
  array[3] int dims_A = /*c64*/ /*d64*/  dims // c65
(A);
  matrix[2, 2] sub = sub_col // c66
( // c67
A[1 /*c68*/ ], 1, 2, 2) * sub_row(A[1], 1, 1,  /*c69*/ 2);
  matrix[2 /*c70*/ /*d70*/ , 2] blk = block(A[3],  /* c71
  x
    y */ 2, /*c72*/  1, 2, 2);
  vector[2] h = head(V[1, 1], 2);
  

vector[3] t3 = tail(V[1, 1], 3);
  vector[2] seg = segment(V[1,  /*c74*/ 1], 2, 2 /*c75*/ );
  array[ /* c76
  x
    y */ 4] real flat = to_array_1d(A[1][1:2]);
  array[2, 2] real grid = to_array_2d(A[1][1:2]);
  matrix[2, 4] by_col = to_matrix(to_vector(A[1]), 2, 4);
  matrix[2, 4 /*c77*/ ] by_row = to_matrix(to_vector(A[1]), 2, 4, 0 /* c78
  x
    y */ );
  vector[8] stacked = to_vector(A[1]);
}
