functions { }
data { int<lower=(1)> N; array[(N)] real<upper=(N + 1)> y; vector[(N+1)] z; }
model { int i; real x; 
 if (N) i = 1; else i = 2; if (N) i = 1; else if (N) i = 2; else i = 3; while (N) i = 1; for (j in 1:N) i = 1; for (j in 1:N) for (k in 1:N) i = 1; if (N) if (N) i = 1; else i = 2; if (N) ; while (N) ; while (N) while (N) i = 2;
 if (N) { i = 1; } else i = 2; if (N) i = 1; else { i = 2; }
 { i = 1; } ;
 x = N / 2 * 3; x = N / (2 * 3); x = (N / 2) * 3; x = N * (2 / 3);  x = (N %/% 2) * 3; x = N %/% (2 * 3); x = N * 2 %/% 3; x = (N * 2) %/% 3; x = N * (2 %/% 3); x = N * (2 % 3); x = (N * 2) % 3;
 x = z' * z; x = (z)' * z; x = (z' * z); x = sum((z * z')[1]); x = (z * z')[1,1]; x = (z + z)[1]; x = ({1,2})[1]; x = (1, 2).1; x = ((1, 2)).1; x = -z[1]; x = (-z)[1];

}
