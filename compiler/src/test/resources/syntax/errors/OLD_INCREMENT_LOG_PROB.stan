model {
  increment_log_prob(-1);
}
