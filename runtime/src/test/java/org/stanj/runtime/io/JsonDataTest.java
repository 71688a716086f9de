package org.stanj.runtime.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataContext.Request;
import org.stanj.runtime.model.DataException;

final class JsonDataTest {
  private static final String ABOUT = "; processing stage=data initialization; variable name=x";

  private static DataContext read(String text) {
    try {
      return JsonData.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Request request(String name) {
    return new Request("data initialization", name, "(in 'm.stan')");
  }

  private static double[] reals(String text, boolean matrix, int... dims) {
    double[] into = new double[(int) Values.product(dims)];
    read(text).readReals(request("x"), into, 0, dims, matrix);
    return into;
  }

  private static int[] ints(String text, int... dims) {
    int[] into = new int[(int) Values.product(dims)];
    read(text).readInts(request("x"), into, 0, dims);
    return into;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | Expecting JSON object, found array.",
        "{\"x\":1,\"x\":2} | Attempt to redefine variable: x.",
        "{\"x\":null} | Variable: x, error: null values not allowed.",
        "{\"x\":true} | Variable: x, error: boolean values not allowed.",
        "{\"x\":\"one\"} | Variable: x, error: string values not allowed.",
        "{\"x\":[1,\"a\"]} | Variable: x, error: string values not allowed.",
        "{\"x\":\"nan\"} | Variable: x, error: string values not allowed.",
        "{\"x\":\"+Inf\"} | Variable: x, error: string values not allowed.",
        "{\"x\":\"-NaN\"} | Variable: x, error: string values not allowed.",
        "{\"x\":[[1,2],[3]]} | Variable: x, error: non-rectangular array.",
        "{\"x\":[1,[2]]} | Variable: x, error: ill-formed array.",
        "{\"x\":[[1],2]} | Variable: x, error: ill-formed array.",
        "{\"x\":[{\"1\":[1]},{\"1\":[1,2]}]}" + " | Variable: x.1, error: non-rectangular array.",
      })
  void refusesWhatIsNoData(String text, String message) {
    assertEquals(message, assertThrows(FileProblem.class, () -> read(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"x\":1,} | 7 | Missing a name for object member.",
        "{\"x\":1 | 6 | Missing a comma or '}' after an object member.",
        "{\"x\" 1} | 5 | Missing a colon after a name of object member.",
        "{\"x\":1 \"y\":2} | 7 | Missing a comma or '}' after an object member.",
        "{\"x\":[1 2]} | 8"
            + " | Missing a comma or ']' after an array element or found a zero padded number.",
        "{\"x\":[1} | 7"
            + " | Missing a comma or ']' after an array element or found a zero padded number.",
        "{\"x\":1} 2 | 8 | The document root must not be followed by other values.",
        "{\"x\":nul} | 9 | Invalid value.",
        "{ | 1 | Missing a name for object member.",
        "{\"x\": | 5 | Invalid value.",
        "{\"x\":[1, | 8 | Invalid value.",
        "{\"x\":1.} | 7 | Missing fraction part in number.",
        "{\"x\":1e} | 7 | Missing exponent in number.",
        "{\"x\":01} | 6 | Missing a comma or '}' after an object member.",
        "{\"x\":\"a\\q\"} | 7 | Invalid escape character in string.",
        "{\"x\":\"a} | 8 | Missing a closing quotation mark in string.",
        "{\"x\":[1,-1e400]} | 8 | Number too big to be stored in double.",
        "3 | 0 | expecting start of object ({) or array ([)",
      })
  void tellsWhereTheSyntaxIsWrong(String text, int offset, String reason) {
    String message = assertThrows(FileProblem.class, () -> read(text)).getMessage();
    String expected =
        "Error in JSON parsing \nat offset " + offset + ": \n" + reason + "\n(line 1, ";
    assertEquals(expected, message.substring(0, Math.min(expected.length(), message.length())));
  }

  @Test
  void tellsThatAFileIsEmpty() {
    String message = assertThrows(FileProblem.class, () -> read("\n")).getMessage();
    assertEquals(
        "Error in JSON parsing \nat offset 1: \nThe document is empty.\n(line 2, column 1)",
        message);
  }

  @Test
  void readsSpecialValues() {
    double[] expected = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    String quoted = "{\"x\":[\"NaN\",\"Inf\",\"Infinity\",\"-Inf\",\"-Infinity\"]}";
    String bare = "{\"x\":[NaN,Infinity,Infinity,-Infinity,-Infinity]}";
    assertArrayEquals(expected, reals(quoted, false, 5));
    assertArrayEquals(expected, reals(bare, false, 5));
  }

  @Test
  void storesMatricesByColumns() {
    String text = "{\"x\":[[[1,2,3],[4,5,6]],[[7,8,9],[10,11,12]]]}";
    assertArrayEquals(
        new double[] {1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12}, reals(text, true, 2, 2, 3));
    assertArrayEquals(
        new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, reals(text, false, 2, 2, 3));
  }

  @Test
  void takesIntegersOnlyWhereTheyAreWritten() {
    assertArrayEquals(
        new int[] {-2147483648, 2147483647, 0}, ints("{\"x\":[-2147483648,2147483647,-0]}", 3));
    assertArrayEquals(new double[] {3}, reals("{\"x\":3}", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "1e0", "99999999999", "2147483648", "\"NaN\"", "1.5"})
  void refusesRealsForInts(String number) {
    String message =
        assertThrows(DataException.class, () -> ints("{\"x\":" + number + "}")).getMessage();
    assertEquals(
        "int variable contained non-int values" + ABOUT + "; base type=int (in 'm.stan')", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{} | int", "{\"x\":{\"1\":3}} | int", "{\"y\":1} | int"})
  void tellsThatAScalarIsAbsent(String text, String base) {
    String message = assertThrows(DataException.class, () -> ints(text)).getMessage();
    assertEquals(
        "variable does not exist" + ABOUT + "; base type=" + base + " (in 'm.stan')", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | number dimensions declared | | ()",
        "{\"x\":2} | number dimensions declared | | ()",
        "{\"x\":[[1,2],[3,4]]} | number dimensions declared | | (2,2)",
        "{\"x\":[1,2]} | dimension declared | ; position=0 | (2)",
        "{\"x\":[]} | dimension declared | ; position=0 | (0)",
      })
  void tellsThatTheShapeDiffers(String text, String what, String position, String found) {
    String message = assertThrows(DataException.class, () -> reals(text, false, 3)).getMessage();
    assertEquals(
        "mismatch in "
            + what
            + " and found in context"
            + ABOUT
            + (position == null ? "" : position)
            + "; dims declared=(3); dims found="
            + found
            + " (in 'm.stan')",
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"x\":[]}", "{\"x\":[[],[]]}", "{\"x\":{}}"})
  void takesAnyFormOfNothing(String text) {
    assertArrayEquals(new double[0], reals(text, false, 0));
    assertArrayEquals(new double[0], reals(text, true, 2, 0));
    assertArrayEquals(new int[0], ints(text, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_x", "1x", "x.1", "a b", "", "é"})
  void passesOverWhatNoVariableCanBeCalled(String name) {
    for (String value : List.of("\"text\"", "null", "[true,[\"x\",{}]]", "{\"x\":[1,[2]]}")) {
      String junk = "\"" + name + "\":" + value;
      DataContext data = read("{" + junk + ",\"x\":[1,2]," + junk + "}");
      assertFalse(data.contains(name));
      int[] x = new int[2];
      data.readInts(request("x"), x, 0, new int[] {2});
      assertArrayEquals(new int[] {1, 2}, x);
    }
  }

  @Test
  void namesMembersOfTuples() {
    DataContext data = read("{\"t\":[{\"1\":1,\"2\":[2,3]},{\"1\":4,\"2\":[5,6]}]}");
    double[] second = new double[4];
    data.readReals(request("t.2"), second, 0, new int[] {2, 2}, false);
    assertArrayEquals(new double[] {2, 3, 5, 6}, second);
    int[] first = new int[2];
    data.readInts(request("t.1"), first, 0, new int[] {2});
    assertArrayEquals(new int[] {1, 4}, first);
    assertFalse(data.contains("t"));
  }
}
