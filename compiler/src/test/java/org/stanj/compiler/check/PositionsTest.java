package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.diagnostic.ErrorCode;

/** Errors are reported where stanc reports them. */
class PositionsTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/org/stanj/compiler/check/bad");

  @ParameterizedTest
  @CsvSource({
    "assign_to_data_in_model, 9:2-9:3, READ_ONLY",
    "break_outside_loop, 6:2-6:8, OUTSIDE_LOOP",
    "cpp_word_as_name, 2:7-2:13, RESERVED_WORD",
    "integer_parameter, 2:2-2:17, INT_PARAMETER",
    "lp_function_in_map_rect, 17:16-17:55, IMPURE_CALLBACK",
    "missing_return, 2:2-6:3, MISSING_RETURN",
    "missing_semicolon, 7:0-7:1, MISSING_SEMICOLON",
    "parameter_passed_as_data, 11:13-11:25, DATA_ARGUMENT",
    "read_and_write_same_array_in_index, 3:2-3:9, ASSIGNED_IN_INDEX",
    "real_used_as_int, 8:4-8:5, INDEX_TYPE",
    "redeclared_variable, 5:7-5:8, NAME_IN_USE",
    "rng_in_model_block, 5:15-5:31, RNG_PLACE",
    "type_mismatch_in_assignment, 9:2-9:33, ASSIGNED_TYPE",
    "undeclared_identifier, 5:17-5:22, UNDECLARED_VARIABLE",
    "wrong_arguments_to_density, 10:2-10:25, ARGUMENTS_DO_NOT_FIT",
  })
  void pointsWhereStancPoints(String program, String span, ErrorCode code) throws IOException {
    var found = Checking.refused(Files.readString(DIRECTORY.resolve(program + ".stan")));
    assertEquals(code, found.code());
    assertEquals("test.stan:" + span, found.span().toString());
  }
}
