package org.stanj.runtime.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.GivenPoint;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * Answers requests about one model, one after the other. Whatever is wrong with a request, or with
 * the point that it asks about, is an answer with the member {@code error}.
 */
public final class Session {
  private static final int ID = 1;

  private final Model model;
  private final String name;
  private final long seed;
  private final Scratch scratch;
  private final List<String> printed = new ArrayList<>();
  private int point;

  /**
   * @param name of the program
   * @param seed of random numbers in generated quantities
   */
  public Session(Model model, String name, long seed) {
    this.model = model;
    this.name = name;
    this.seed = seed;
    scratch = model.newScratch();
    scratch.sink = printed::add;
  }

  /**
   * Writes what the model is, then answers line by line until the input ends. Empty lines are
   * passed over.
   *
   * @param in UTF-8
   * @param out UTF-8; flushed after each answer
   * @throws IOException if a stream fails
   */
  public void serve(InputStream in, OutputStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    write(Answer.of(Optional.empty(), List.of(), this::info), out);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        write(answer(line), out);
      }
    }
  }

  private static void write(String line, OutputStream out) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The line that tells that a model could not be bound. */
  public static String refusal(String message) {
    return Answer.of(Optional.empty(), List.of(), a -> error(a, "input", message, -1));
  }

  /** The answer to a line, without its end. */
  public String answer(String line) {
    Request request = Request.unread();
    printed.clear();
    point = -1;
    try {
      request.read(line);
      return Answer.of(request.id(), printed, answered(request));
    } catch (RequestException e) {
      return refused(request, e.kind(), e);
    } catch (DataException | FileProblem e) {
      return refused(request, "input", e);
    } catch (RejectException e) {
      boolean recoverable = e.kind() == RejectException.Kind.DOMAIN;
      return refused(request, recoverable ? "rejected" : "fatal", e);
    } catch (StackOverflowError e) {
      return refused(request, "fatal", new IllegalStateException("stack overflow"));
    } catch (RuntimeException e) {
      return refused(request, "internal", new IllegalStateException(e.toString(), e));
    }
  }

  private String refused(Request request, String kind, RuntimeException e) {
    String message = String.valueOf(e.getMessage()).strip();
    int at = request.several() ? point : -1;
    return Answer.of(request.id(), printed, answer -> error(answer, kind, message, at));
  }

  private static void error(Answer answer, String kind, String message, int at) throws IOException {
    answer.name("error");
    answer.open();
    answer.text("kind", kind);
    answer.text("message", message);
    if (at >= 0) {
      answer.whole("point", at);
    }
    answer.close();
  }

  /** Computes the answer; what is thrown is thrown here. */
  private Answer.Members answered(Request request) {
    return switch (request.method()) {
      case "info" -> this::info;
      case "log_density" -> density(request, false);
      case "gradient" -> density(request, true);
      case "constrain" -> constrained(request);
      case "unconstrain" -> unconstrained(request);
      case "" -> throw RequestException.request("method is missing");
      default -> throw RequestException.request("there is no method " + request.method());
    };
  }

  private void info(Answer answer) throws IOException {
    answer.whole("protocol", 1);
    answer.text("model", name);
    answer.whole("dimension", model.unconstrainedSize());
    answer.texts("unconstrained_names", Columns.unconstrained(model.variables(), ""));
    answer.name("variables");
    answer.openList();
    for (Variable variable : model.variables()) {
      answer.open();
      answer.text("name", variable.name());
      answer.text("block", word(variable.block()));
      answer.text("type", word(variable.form()));
      answer.wholes("dims", variable.dims());
      answer.close();
    }
    answer.closeList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Answer.Members density(Request request, boolean withGradient) {
    int flags = (request.jacobian() ? Model.JACOBIAN : 0) | (request.propto() ? Model.PROPTO : 0);
    List<double[]> points = checked(request);
    double[] values = new double[points.size()];
    List<double[]> gradients = new ArrayList<>();
    for (point = 0; point < values.length; point++) {
      double[] q = points.get(point);
      if (withGradient) {
        gradients.add(new double[q.length]);
        values[point] = model.gradient(q, gradients.get(point), flags, scratch);
      } else {
        values[point] = model.logDensity(q, flags, scratch);
      }
    }
    return answer -> {
      answer.name("log_density");
      if (request.several()) {
        answer.reals(values);
      } else {
        answer.real(values[0]);
      }
      if (withGradient) {
        answer.name("gradient");
        each(answer, request, gradients, answer::reals);
      }
    };
  }

  private interface Writing<T> {
    void write(T value) throws IOException;
  }

  /** A list of what there is for each point, or for a single point that alone. */
  private static <T> void each(Answer answer, Request request, List<T> all, Writing<T> writing)
      throws IOException {
    if (request.several()) {
      answer.openList();
    }
    for (T one : all) {
      writing.write(one);
    }
    if (request.several()) {
      answer.closeList();
    }
  }

  private Answer.Members constrained(Request request) {
    List<Variable> wanted =
        model.variables().stream().filter(v -> isWanted(v.block(), request)).toList();
    int size = wanted.stream().mapToInt(Variable::size).sum();
    List<double[]> points = checked(request);
    List<double[]> rows = new ArrayList<>();
    for (point = 0; point < points.size(); point++) {
      double[] row = new double[size];
      StreamKey key = StreamKey.generated(seed, ID, request.iteration() + point);
      model.constrain(
          points.get(point),
          row,
          request.transformed(),
          request.generated(),
          Streams.open(key),
          scratch);
      rows.add(row);
    }
    return answer -> {
      answer.name("values");
      each(answer, request, rows, row -> JsonRow.write(wanted, row, answer));
    };
  }

  private static boolean isWanted(Variable.Block block, Request request) {
    return switch (block) {
      case PARAMETERS -> true;
      case TRANSFORMED_PARAMETERS -> request.transformed();
      case GENERATED_QUANTITIES -> request.generated();
    };
  }

  private Answer.Members unconstrained(Request request) {
    double[] q = point(request);
    return answer -> {
      answer.name("q");
      answer.reals(q);
    };
  }

  private double[] point(Request request) {
    try {
      return GivenPoint.unconstrain(request.values(), model, scratch);
    } catch (RejectException e) {
      throw RequestException.input(String.valueOf(e.getMessage()));
    }
  }

  private List<double[]> checked(Request request) {
    List<double[]> points = request.points();
    for (point = 0; point < points.size(); point++) {
      int found = points.get(point).length;
      if (found != model.unconstrainedSize()) {
        throw RequestException.input(
            "q has " + found + " elements, but " + model.unconstrainedSize() + " are expected");
      }
    }
    return points;
  }
}
