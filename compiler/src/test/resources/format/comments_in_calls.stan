functions { void bump(int x) { } }
transformed data { tuple(real,real) extra; real s;
 bump(1) // a
 ;
 bump(1 // b
 );
 bump(1) /*c*/ ;
 bump(1 /*d*/ ) /*e*/ ; 
 print(1 /*f*/ ) /*g*/;
 array[2] tuple(real,real) ls; 
 tuple(array[2] real, vector[2]) half = ({ls[1].1, 1}, [ls[1].1 / // c9497
 2,  // c9498
 extra.2 / 2]');
}
