// first

// second
/* blk */ /* blk2 */
functions { // c3

  // c4
  real foo(real x, // c5
     /* c6 */ real y /* c7 */ , real z // c8
     ) { // c9


   // c10
    return x // c11
      + y; // c12
    // c13
  }
  // c14

  // c15
}
// c16


data { int N; // c17
  // c18
  
  int M, // c19
    K; /* c20
    more
      c20 */
  /* c21 */ array[3, /* c22 */ 4 /* c23 */] real x;

  int<lower=0 /* c24 */, upper=1 /* c25 */> z; 
  
}
model { // c26
  // c27
}
// c28

/* c29 */
