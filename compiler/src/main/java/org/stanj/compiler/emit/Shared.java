package org.stanj.compiler.emit;

/** What the emitters of all methods share. */
record Shared(Layout layout, Facts facts, LaneClass lanes, ApartCalls apart) {}
