data {
  int N;
}
/* the model:
model {
}
