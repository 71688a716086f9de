// while, break, continue, for-each, recursion, ternaries, integer arithmetic.
functions { /* c166
  x
    y */ 
  int gcd(int a, int b);
  int fib(int n) {
    if (n < 2) {
      return n;
    }
    return fib(n - 1) + fib( /*c167*/ n - 2);
  }
  int  // c168
gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
  real series(real /*c169*/  x, int terms /*c170*/ ) {
    real total = 0;
    real term = 1;
    int k = 0;
    while (1) {
      total  /*c171*/ += term;
      k /*c172*/  += 1;
      term *= x / k;
      if (k >= terms) {
        break;
      }
    }
    return total;
  }
  real odd_sum // c173
(array[] real v) {
    real s

// c174
 = 0;
    for ( /*c175*/ i in 1:size(v)

) {
      if (i

// c177
 %  /*c178*/ 2 == // c179
 0) continue;
      s /*c180*/  += v[i] /*c181*/ ;
    }
    return s;
  }
  real branchy(real x) {
    
if (x > 1) {
      return square(x);
    } else if (x

 > 0) {
      return 2 * x - /*c184*/  1;
    } else {
      return -abs(x);
    }
  }
  void bump
(array[]  /*c186*/ int unused) {
    print("bump called with ", size(unused),

 

// c188
" elements");
  }
}
data {
  int<lower=0 /*c189*/ > N;
  array[N] real v;
}
transformed data {
  array[0] int nothing;
  real v_first = -3.7;
  bump(nothing);
}
parameters {
  real x;
  vector[3 /*c190*/ ] y;
}
model {
  x ~ normal(0, 1);
  y ~ normal(0 /* c191
  x
    y */ , 1);
  real acc = 0;
  for (e in y) {
    acc += e > 0 ? e : 0.5 * e;
  }
  for (cell in [[x, 1], [2, x]]) {
    acc /*c192*/  += 0.1 * cell;
  }
  target += -0.1 * square(acc)

 + 0.1 /*c194*/  *  /*c195*/ branchy(x);
  target += /*c196*/  -0.05 * square(series(x, 6) - odd_sum(v));
  

// c197
int n = 3;

  while (n > 0) {
    target // c199
 += -0.01 * y[n] ^ n;
    n // c200
 -= 1;
    if (y[1] > 1e6 /*c201*/ ) break;
  }
  for ( // c202
i in 3:1) {
    target // c203
 += 1000;
  }
}
generated quantities {
  int fib10 = fib(10 /*c204*/ );
  int g = gcd( // c205
84, 36);
  int q1 = 7 %/%  /*c206*/ 2;
  int q2 = -7 %/% 2;
  int q3  /*c207*/ = /*c208*/  7 %/% -2;
  int m1 =

// c209
 -7 % 3
;
  int m2  /*c211*/ = 7 % -3;
  real d1 = 7 / 2.0;
  int d2 = 7 / 2;
  real p1 =  /*c212*/ 2 ^ -1;
  real /*c213*/  p2 = -2 // c214
 ^ 2;
  real p3 = 2 ^ 3 ^ 2;
  int cmp =  // c215
1 < 2 <  /*c216*/ 3;
  int logic = (1 || 0) && !0;
  int short_circuit = N >  // c217
100 && v[
N + 1] > 0; /*c219*/ 
  int big = 2147483647;

  int wrapped /*c220*/  = big + 1;
   // c221
int from_real = to_int( /*c222*/ /*d222*/ v_first);
  real int_ratio =  // c223
1 / 3;
  int prec = 2 + 3 * 4  /*c224*/ - 10 %/% 3

// c225
;
  int sgn = +3 - - /*c226*/ 3;
  int tern = x > 0 ? 1 : x < -1 ? -1 : 0;
  array[3] int arr = {3, 1, 2};
  int at = /*c227*/  arr[2];
  arr[at] = /*c228*/  10; /*c229*/ 
  int total = sum(arr // c230
);
  int  /*c231*/ steps = 0;
  {
    int k = 27;
    while (k != 1) {
      k

// c232
 = k % 2 == 0 /*c233*/  ? k %/% 2  /*c234*/ : // c235
 3 * k + 1;
      steps += 1;
    }
  }
  int nested_break = 0;
  for ( // c236
i in 1:4) {
    for (j in 1:4) {
      if (j > i) break;
      if ((i + j) % 2 == 1) continue;
      nested_break += i * 

// c237
j;
    }
  }
  int letters = 0;
  for

// c238
 (a in 
{{1, 2}, {3, 4}}) {
    for (b in a)  /*c240*/ {
      letters += b;
    } // c241

  }
}
