functions {
 real ffffffffffffff(real a, real b, real c) { return 1; }
 void gggggggggggggg(real a, real b, real c) {  }
 real hhhhhhhhhhhhhh_lpdf(real a, real b, real c) { return 1; }
 real fffffffffffffff(real a, real b, real c) { return 1; }
 void ggggggggggggggg(real a, real b, real c) {  }
 real hhhhhhhhhhhhhhh_lpdf(real a, real b, real c) { return 1; }
 real ffffffffffffffff(real a, real b, real c) { return 1; }
 void gggggggggggggggg(real a, real b, real c) {  }
 real hhhhhhhhhhhhhhhh_lpdf(real a, real b, real c) { return 1; }
 real fffffffffffffffff(real a, real b, real c) { return 1; }
 void ggggggggggggggggg(real a, real b, real c) {  }
 real hhhhhhhhhhhhhhhhh_lpdf(real a, real b, real c) { return 1; }
 real ffffffffffffffffff(real a, real b, real c) { return 1; }
 void gggggggggggggggggg(real a, real b, real c) {  }
 real hhhhhhhhhhhhhhhhhh_lpdf(real a, real b, real c) { return 1; }
 real ffffffffffffffffffff(real a, real b, real c) { return 1; }
 void gggggggggggggggggggg(real a, real b, real c) {  }
 real hhhhhhhhhhhhhhhhhhhh_lpdf(real a, real b, real c) { return 1; }
}
model { real aaaaaaaaaaaaaaaaaaaaaaaaaa = 1; real a14 = ffffffffffffff(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); gggggggggggggg(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
target += hhhhhhhhhhhhhh_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); aaaaaaaaaaaaaaaaaaaaaaaaaa ~ hhhhhhhhhhhhhh(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
 real a15 = fffffffffffffff(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); ggggggggggggggg(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
target += hhhhhhhhhhhhhhh_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); aaaaaaaaaaaaaaaaaaaaaaaaaa ~ hhhhhhhhhhhhhhh(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
 real a16 = ffffffffffffffff(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); gggggggggggggggg(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
target += hhhhhhhhhhhhhhhh_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); aaaaaaaaaaaaaaaaaaaaaaaaaa ~ hhhhhhhhhhhhhhhh(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
 real a17 = fffffffffffffffff(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); ggggggggggggggggg(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
target += hhhhhhhhhhhhhhhhh_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); aaaaaaaaaaaaaaaaaaaaaaaaaa ~ hhhhhhhhhhhhhhhhh(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
 real a18 = ffffffffffffffffff(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); gggggggggggggggggg(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
target += hhhhhhhhhhhhhhhhhh_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); aaaaaaaaaaaaaaaaaaaaaaaaaa ~ hhhhhhhhhhhhhhhhhh(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
 real a20 = ffffffffffffffffffff(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); gggggggggggggggggggg(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
target += hhhhhhhhhhhhhhhhhhhh_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa); aaaaaaaaaaaaaaaaaaaaaaaaaa ~ hhhhhhhhhhhhhhhhhhhh(aaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaa);
}
