transformed data {
  int x;
    /* a
  b
      c

 d */ x = 1;
        /* a
  b
          c
          */ x = 1;
  /*
   * like this
   * and this
   */
   x = 1;
     /*
     a
     b
     */
   x = 1 /* a
      c

      */ + 2;
}
