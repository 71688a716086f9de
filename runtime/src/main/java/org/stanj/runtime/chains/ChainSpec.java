package org.stanj.runtime.chains;

import java.util.Optional;

/**
 * One chain of a run: who it is, where it starts and where its results go. Sink and log are used by
 * one thread at a time; different chains use theirs at the same time.
 *
 * @param id keys the random streams together with the seed
 * @param inits where it starts
 * @param inverseMetric diagonal of the initial inverse metric; ones if empty
 * @param sink receives draws
 * @param log receives console lines and progress
 */
public record ChainSpec(
    int id, Inits inits, Optional<double[]> inverseMetric, DrawSink sink, ChainLog log) {}
