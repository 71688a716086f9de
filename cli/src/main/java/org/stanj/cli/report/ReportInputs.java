package org.stanj.cli.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a report may show beside the draws.
 *
 * @param program its text
 * @param data a JSON file
 * @param times of the program's lines
 * @param choice of quantities
 * @param generator what makes the report, such as {@code stanj 0.1.0}
 */
public record ReportInputs(
    Optional<String> program,
    Optional<Path> data,
    LineTimes times,
    NameChoice choice,
    String generator) {}
