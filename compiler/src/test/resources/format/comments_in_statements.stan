data { int N; }
transformed data {

  real x;

  real y;


  real z;
  if (N) // a1
  { // a2
     x = 1; // a3

     y = 2;

  } // a4
  else // a5
  {
     // a6

  }
  // a7
  if (N) x = 1; // a8
  else if (N) // a9
   y = 1; // a10
  // a11

  for (i in 1:N) // a12
     // a13
     x = 1; // a14
  for (i in 1:N) { /* a15 */ }
  for (i in 1:N) { // a16
  }
  while /* a17 */ (N) /* a18 */ { /* a19 */ x = /* a20 */ 1 /* a21 */ ; /* a22 */ } /* a23 */

  { // a24

   x = 2;
  }
  x = max({1, // a25
           2, /* a26 */ 3 /* a27 */
           }) // a28
           ; // a29
  print("a", /* a30 */ x /* a31 */ ); reject( // a32 
     "b"); x = 1; y = 1;
  /* a33 */ x = 1;
  x = (/* a34 */ 1 /* a35 */ + /* a36 */ 2 // a37
     ) * // a38
     3
     // a39
     ;
  // a40
  profile("a") { // a41
   x = 1; }
}
