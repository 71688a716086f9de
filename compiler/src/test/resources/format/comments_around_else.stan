transformed data {
 int x; int N;
if (N) { } /*c*/
else { }
if (N) { }
/*c*/ else { }
if (N) { } // c

else { }
if (N) { } 

// c
else { }
if (N) { } 

// c
/*d*/ /*e*/ else { }
if (N) x = 1; /*c*/
else { }
if (N) x = 1;
/*c*/ else x = 1;
if (N) x = 1; // c

else x = 1;
if (N) x = 1; /*c*/ else /*d*/ x = 1;
if (N) { x = 1; } else /*d*/ { x = 1; }
if (N) { x = 1; } else /*d*/ if (1) { x = 1; }
if (N) { x = 1; } /*c*/ else /*d*/ if (1) { x = 1; }
if (N) x = 1; else // d
 x = 1;
if (N) x = 1; else // d
 if (1) x = 1;
if (N) x = 1; else // d

// e
 if (1) x = 1;
if (N) x = 1; else /* d */ /* e */ 
  x= 1;
}
