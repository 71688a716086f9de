package org.stanj.cli.draws;

/**
 * What one chain says of itself.
 *
 * @param source its file; empty for a chain without one
 * @param id its number; 0 if unknown
 * @param draws after warmup
 * @param adaptation what warmup found
 * @param warmup seconds; NaN if unknown
 * @param sampling seconds; NaN if unknown
 */
public record ChainFacts(
    String source, int id, int draws, AdaptationFacts adaptation, double warmup, double sampling) {}
