package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BlockKind;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.FunctionDefinition.Parameter;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.syntax.UnsizedType;
import org.stanj.grammar.StanParser;
import org.stanj.grammar.StanParser.ExpressionContext;
import org.stanj.grammar.StanParser.ExpressionStatementContext;
import org.stanj.grammar.StanParser.FunctionDefinitionContext;
import org.stanj.grammar.StanParser.FunctionsBlockContext;
import org.stanj.grammar.StanParser.FunctionsFileContext;
import org.stanj.grammar.StanParser.InputDeclarationContext;
import org.stanj.grammar.StanParser.LocalDeclarationContext;
import org.stanj.grammar.StanParser.ModelBlockContext;
import org.stanj.grammar.StanParser.NameContext;
import org.stanj.grammar.StanParser.ParameterContext;
import org.stanj.grammar.StanParser.ProgramContext;
import org.stanj.grammar.StanParser.TopDeclarationContext;
import org.stanj.grammar.StanParser.UnsizedTypeContext;

/** Builds the blocks of a program and its functions from the parse tree. */
final class ProgramBuilder {
  private final NameBuilder names;
  private final ExpressionBuilder expressions;
  private final TypeBuilder types;
  private final DeclarationBuilder declarations;
  private final StatementBuilder statements;
  private final boolean strict;

  ProgramBuilder(LegacyForms legacy) {
    this.strict = legacy.strict();
    this.names = new NameBuilder(legacy);
    this.expressions = new ExpressionBuilder(names, legacy);
    this.types = new TypeBuilder(expressions, legacy);
    this.declarations = new DeclarationBuilder(names, expressions, types, legacy);
    this.statements = new StatementBuilder(names, expressions, declarations, legacy);
  }

  List<Program.Block> program(ProgramContext context) {
    List<Program.Block> blocks = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext block) {
        blocks.add(block(block));
      }
    }
    return blocks;
  }

  /** A file that holds functions only, as one functions block. */
  List<Program.Block> functionsFile(FunctionsFileContext context) {
    List<FunctionDefinition> all = functions(context.functionDefinition());
    return List.of(new Program.Functions(all, Spans.of(context)));
  }

  /**
   * Refuses what the grammar cannot tell from something legal. A rule that an error cuts short is
   * left as well: only what is complete is looked at.
   */
  void checkEarly(ParserRuleContext context) {
    if (context instanceof ExpressionStatementContext statement && statement.SEMICOLON() != null) {
      statements.requireForm(statement);
    }
    if (strict) {
      checkOldForms(context);
    }
  }

  private void checkOldForms(ParserRuleContext context) {
    if (context instanceof NameContext name && name.getChildCount() > 0) {
      names.build(name);
    } else if (context instanceof UnsizedTypeContext type && endsInBrackets(type)) {
      types.unsized(type);
    } else if (context instanceof InputDeclarationContext input && input.SEMICOLON() != null) {
      declarations.input(input);
    } else if (context instanceof TopDeclarationContext top && top.SEMICOLON() != null) {
      declarations.top(top);
    } else if (context instanceof LocalDeclarationContext local && local.SEMICOLON() != null) {
      declarations.local(local);
    }
  }

  private static boolean endsInBrackets(UnsizedTypeContext type) {
    return type.ARRAY() == null && type.RBRACKET() != null;
  }

  Expression expression(ExpressionContext context) {
    return expressions.build(context);
  }

  private Program.Block block(ParserRuleContext context) {
    Span span = Spans.of(context);
    if (context instanceof FunctionsBlockContext functions) {
      return new Program.Functions(functions(functions.functionDefinition()), span);
    }
    ParserRuleContext body = context instanceof ModelBlockContext model ? model.block() : context;
    return new Program.Statements(kind(context), statements.items(body), span);
  }

  private static BlockKind kind(ParserRuleContext context) {
    return switch (context.getRuleIndex()) {
      case StanParser.RULE_dataBlock -> BlockKind.DATA;
      case StanParser.RULE_transformedDataBlock -> BlockKind.TRANSFORMED_DATA;
      case StanParser.RULE_parametersBlock -> BlockKind.PARAMETERS;
      case StanParser.RULE_transformedParametersBlock -> BlockKind.TRANSFORMED_PARAMETERS;
      case StanParser.RULE_modelBlock -> BlockKind.MODEL;
      case StanParser.RULE_generatedQuantitiesBlock -> BlockKind.GENERATED_QUANTITIES;
      default -> throw new AssertionError("no block " + context.getRuleIndex());
    };
  }

  private List<FunctionDefinition> functions(List<FunctionDefinitionContext> contexts) {
    return contexts.stream().map(this::function).toList();
  }

  FunctionDefinition function(FunctionDefinitionContext context) {
    Optional<Statement.Block> body = statements.body(context.statement());
    return new FunctionDefinition(
        returnType(context.unsizedType()),
        names.build(context.name()),
        context.parameter().stream().map(this::parameter).toList(),
        body,
        Spans.of(context));
  }

  private Optional<UnsizedType> returnType(@Nullable UnsizedTypeContext context) {
    return Optional.ofNullable(context).map(types::unsized);
  }

  private Parameter parameter(ParameterContext context) {
    return new Parameter(
        context.DATA() != null,
        types.unsized(context.unsizedType()),
        names.build(context.name()),
        Spans.of(context));
  }
}
