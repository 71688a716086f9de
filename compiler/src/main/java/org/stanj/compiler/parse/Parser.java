package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Program;
import org.stanj.grammar.StanParser;

/**
 * Reads Stan. Each method throws a {@link DiagnosticException} for the first syntax error.
 *
 * <p>The work recurses into nested brackets (at most 1,000), branches of {@code else if} and
 * conditional operators: call it on a thread with a large stack. A stack that is too small ends in
 * a diagnostic as well.
 */
public final class Parser {
  private static final String FUNCTIONS_FILE = ".stanfunctions";

  private final SourceFile file;
  private final Tokens tokens;
  private final ProgramBuilder builder;
  private final StanParser parser;

  private Parser(SourceFile file, ParseOptions options, LegacyForms legacy) {
    this.file = file;
    this.tokens = TokenReader.read(file, options, legacy);
    this.builder = new ProgramBuilder(legacy);
    List<StanToken> settled = TokenRoles.settle(tokens.list(), legacy);
    this.parser = new StanParser(new CommonTokenStream(new ListTokenSource(settled)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrors());
    parser.addParseListener(new EarlyChecks(builder));
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /**
   * Reads a whole program; a file whose name ends in {@code .stanfunctions} is a list of functions
   * without a block.
   *
   * @param warnings receives the warnings in the order of their places, once the program is read
   */
  public static Program parseProgram(
      SourceFile file, ParseOptions options, Consumer<Diagnostic> warnings) {
    boolean functions = file.name().endsWith(FUNCTIONS_FILE);
    return parse(file, options, functions ? Parser::functionsFile : Parser::blocks, warnings);
  }

  /** Reads a list of functions without a block, whatever the file's name. */
  public static Program parseFunctions(
      SourceFile file, ParseOptions options, Consumer<Diagnostic> warnings) {
    return parse(file, options, Parser::functionsFile, warnings);
  }

  private static Program parse(
      SourceFile file,
      ParseOptions options,
      Function<Parser, List<Program.Block>> blocks,
      Consumer<Diagnostic> warnings) {
    List<Diagnostic> found = new ArrayList<>();
    Program program =
        guarded(
            file,
            () -> {
              Parser parser =
                  new Parser(file, options, new LegacyForms(options.strict(), found::add));
              List<Program.Block> read = blocks.apply(parser);
              return new Program(file, parser.tokens.included(), read);
            });
    if (program.blocks().isEmpty()) {
      found.add(Diagnostic.of(ErrorCode.EMPTY_PROGRAM, start(file), file.name()));
    }
    Comparator<Diagnostic> byLine = Comparator.comparingInt(d -> d.span().startLine());
    found.sort(byLine.thenComparingInt(d -> d.span().startColumn()));
    found.forEach(warnings);
    return program;
  }

  /** Reads a file that holds one function with its body, in today's syntax. */
  public static FunctionDefinition parseFunction(SourceFile file) {
    return guarded(
        file,
        () -> {
          Parser parser = strict(file);
          return parser.read(
              StanParser::singleFunction,
              context -> parser.builder.function(context.functionDefinition()));
        });
  }

  /** Reads a file that holds one expression, in today's syntax. */
  public static Expression parseExpression(SourceFile file) {
    return guarded(
        file,
        () -> {
          Parser parser = strict(file);
          return parser.read(
              StanParser::singleExpression,
              context -> parser.builder.expression(context.expression()));
        });
  }

  private static Parser strict(SourceFile file) {
    return new Parser(
        file, new ParseOptions(true, List.of()), new LegacyForms(true, warning -> {}));
  }

  private static <T> T guarded(SourceFile file, Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError overflow) {
      throw DiagnosticException.of(ErrorCode.PROGRAM_TOO_DEEP, start(file));
    }
  }

  private static Span start(SourceFile file) {
    return new Span(file, 1, 0, 1, 0);
  }

  private List<Program.Block> blocks() {
    return read(StanParser::program, builder::program);
  }

  private List<Program.Block> functionsFile() {
    return read(StanParser::functionsFile, builder::functionsFile);
  }

  /** Runs a rule of the grammar, then builds; an error of the reader comes last. */
  private <C extends ParserRuleContext, T> T read(
      Function<StanParser, C> rule, Function<C, T> build) {
    C tree = parse(rule);
    T built = build.apply(tree);
    tokens.error().ifPresent(Parser::fail);
    return built;
  }

  private <C extends ParserRuleContext> C parse(Function<StanParser, C> rule) {
    try {
      return rule.apply(parser);
    } catch (DiagnosticException error) {
      if (parser.getCurrentToken().getType() == StanParser.EOF) {
        tokens.error().ifPresent(Parser::fail);
      }
      throw error;
    }
  }

  private static void fail(Diagnostic diagnostic) {
    throw new DiagnosticException(diagnostic);
  }
}
