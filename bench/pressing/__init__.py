"""Web processes under as much load as they take, by wrk, which costs little itself."""
