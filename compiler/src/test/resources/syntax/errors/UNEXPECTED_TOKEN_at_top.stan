int N;
model {
}
