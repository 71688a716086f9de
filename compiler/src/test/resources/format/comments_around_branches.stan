transformed data { int x; int N;
 for (i in 1:N) // a
   x = 1;
 if (N == 1) // b
   x = 1;
 while (1) { if (N == 1) // b
   break;
  for (i in 1:N) // c
  continue; 
  for (i in 1:N) { if (N == 1) // d
   continue; 
  }
  if (N) // e
  if (N) // f
    x = 1; // g
  else // h
   break;
   }
}
