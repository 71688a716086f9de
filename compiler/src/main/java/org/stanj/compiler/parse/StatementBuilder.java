package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Declaration;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.syntax.LValue;
import org.stanj.compiler.syntax.Printable;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.syntax.Truncation;
import org.stanj.grammar.StanParser;
import org.stanj.grammar.StanParser.BlockContext;
import org.stanj.grammar.StanParser.ExpressionContext;
import org.stanj.grammar.StanParser.ExpressionStatementContext;
import org.stanj.grammar.StanParser.ForStatementContext;
import org.stanj.grammar.StanParser.IfStatementContext;
import org.stanj.grammar.StanParser.InputDeclarationContext;
import org.stanj.grammar.StanParser.InputItemContext;
import org.stanj.grammar.StanParser.JumpStatementContext;
import org.stanj.grammar.StanParser.LocalDeclarationContext;
import org.stanj.grammar.StanParser.LocalItemContext;
import org.stanj.grammar.StanParser.MessageStatementContext;
import org.stanj.grammar.StanParser.OperandContext;
import org.stanj.grammar.StanParser.PrintableContext;
import org.stanj.grammar.StanParser.ProfileStatementContext;
import org.stanj.grammar.StanParser.StatementContext;
import org.stanj.grammar.StanParser.TargetStatementContext;
import org.stanj.grammar.StanParser.TopDeclarationContext;
import org.stanj.grammar.StanParser.TopItemContext;
import org.stanj.grammar.StanParser.TruncationContext;
import org.stanj.grammar.StanParser.WhileStatementContext;

/** Builds statements from the parse tree. */
final class StatementBuilder {
  private final NameBuilder names;
  private final ExpressionBuilder expressions;
  private final DeclarationBuilder declarations;
  private final LegacyForms legacy;

  StatementBuilder(
      NameBuilder names,
      ExpressionBuilder expressions,
      DeclarationBuilder declarations,
      LegacyForms legacy) {
    this.names = names;
    this.expressions = expressions;
    this.declarations = declarations;
    this.legacy = legacy;
  }

  /** The declarations and statements between the braces of a block of any kind. */
  List<Statement> items(ParserRuleContext context) {
    List<Statement> items = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof LocalItemContext
          || child instanceof TopItemContext
          || child instanceof InputItemContext) {
        addItem(child.getChild(0), items);
      }
    }
    return items;
  }

  private void addItem(ParseTree item, List<Statement> items) {
    if (item instanceof StatementContext statement) {
      items.add(build(statement));
      return;
    }
    if (item instanceof TerminalNode) {
      return; // a semicolon among the declarations of data or parameters
    }
    for (Declaration declaration : declarations(item)) {
      items.add(new Statement.Declare(declaration, declaration.span()));
    }
  }

  private List<Declaration> declarations(ParseTree item) {
    if (item instanceof LocalDeclarationContext local) {
      return declarations.local(local);
    }
    if (item instanceof TopDeclarationContext top) {
      return declarations.top(top);
    }
    return declarations.input((InputDeclarationContext) item);
  }

  /** The body of a function; empty for the semicolon of a forward declaration. */
  Optional<Statement.Block> body(StatementContext context) {
    if (context.emptyStatement() != null) {
      return Optional.empty();
    }
    if (context.block() == null) {
      throw DiagnosticException.of(ErrorCode.BODY_WITHOUT_BRACES, Spans.of(context));
    }
    return Optional.of(block(context.block()));
  }

  /** The statement that a condition or loop governs; a declaration becomes a block of its own. */
  private Statement governed(LocalItemContext context) {
    if (context.statement() != null) {
      return build(context.statement());
    }
    List<Statement> items = new ArrayList<>();
    addItem(context.localDeclaration(), items);
    return new Statement.Block(items, Spans.of(context));
  }

  private Statement.Block block(BlockContext context) {
    return new Statement.Block(items(context), Spans.of(context));
  }

  private Statement build(StatementContext context) {
    ParserRuleContext kind = (ParserRuleContext) context.getChild(0);
    return switch (kind.getRuleIndex()) {
      case StanParser.RULE_block -> block((BlockContext) kind);
      case StanParser.RULE_expressionStatement -> expression((ExpressionStatementContext) kind);
      case StanParser.RULE_targetStatement -> target((TargetStatementContext) kind);
      case StanParser.RULE_ifStatement -> ifElse((IfStatementContext) kind);
      case StanParser.RULE_whileStatement -> whileLoop((WhileStatementContext) kind);
      case StanParser.RULE_forStatement -> forLoop((ForStatementContext) kind);
      case StanParser.RULE_jumpStatement -> jump((JumpStatementContext) kind);
      case StanParser.RULE_messageStatement -> message((MessageStatementContext) kind);
      case StanParser.RULE_profileStatement -> profile((ProfileStatementContext) kind);
      case StanParser.RULE_emptyStatement -> new Statement.Empty(Spans.of(kind));
      default -> throw new AssertionError("no statement " + kind.getRuleIndex());
    };
  }

  /** Refuses what is neither an assignment to something nor a distribution statement nor a call. */
  void requireForm(ExpressionStatementContext context) {
    if (context.TILDE() != null) {
      return;
    }
    Expression first = expressions.build(context.expression(0));
    if (context.assignmentOperator() != null && LValueBuilder.build(first).isEmpty()) {
      throw DiagnosticException.of(ErrorCode.NOT_ASSIGNABLE, placeOfTarget(context));
    }
    if (context.assignmentOperator() == null && !(first instanceof Expression.Call)) {
      throw DiagnosticException.of(ErrorCode.NOT_A_STATEMENT, Spans.of(context.SEMICOLON()));
    }
  }

  private Statement expression(ExpressionStatementContext context) {
    Expression first = expressions.build(context.expression(0));
    Span span = Spans.of(context);
    if (context.TILDE() != null) {
      Identifier distribution = names.build(context.name());
      List<Expression> arguments = expressions.buildAll(context.expressions());
      Optional<Truncation> truncation =
          Optional.ofNullable(context.truncation()).map(this::truncation);
      return new Statement.Distribution(first, distribution, arguments, truncation, span);
    }
    if (context.assignmentOperator() == null) {
      return call((Expression.Call) first, span);
    }
    String symbol = context.assignmentOperator().getText();
    LValue target = LValueBuilder.build(first).orElseThrow();
    Expression value = expressions.build(context.expression(1));
    return symbol.equals("=") || symbol.equals("<-")
        ? new Statement.Assign(target, Optional.empty(), value, span)
        : new Statement.Assign(
            target,
            Optional.of(OperatorTable.binary(symbol.substring(0, symbol.length() - 1))),
            value,
            span);
  }

  /** What stands on the left if it is one operand; else the operator, which came too soon. */
  private static Span placeOfTarget(ExpressionStatementContext context) {
    ExpressionContext left = context.expression(0);
    boolean single = left.getChildCount() == 1 && left.chain().getChildCount() == 1;
    OperandContext operand = left.chain().operand(0);
    boolean plain = operand.TRANSPOSE().isEmpty() && operand.getChild(0) == operand.primary();
    return Spans.of(single && plain ? left : context.assignmentOperator());
  }

  private Statement call(Expression.Call call, Span span) {
    boolean increment = call.function().name().equals("increment_log_prob");
    if (increment && call.arguments().size() == 1 && !legacy.strict()) {
      legacy.met(ErrorCode.OLD_INCREMENT_LOG_PROB, span);
      return new Statement.TargetIncrement(call.arguments().get(0), span);
    }
    return new Statement.CallStatement(call, span);
  }

  private Truncation truncation(TruncationContext context) {
    int comma = context.children.indexOf(context.COMMA());
    return new Truncation(
        bound(context.getChild(comma - 1)), bound(context.getChild(comma + 1)), Spans.of(context));
  }

  private Optional<Expression> bound(ParseTree tree) {
    return tree instanceof ExpressionContext expression
        ? Optional.of(expressions.build(expression))
        : Optional.empty();
  }

  private Statement target(TargetStatementContext context) {
    Expression value = expressions.build(context.expression());
    Span span = Spans.of(context);
    return context.TARGET_INCREMENT() != null
        ? new Statement.TargetIncrement(value, span)
        : new Statement.JacobianIncrement(value, span);
  }

  private Statement ifElse(IfStatementContext context) {
    Expression condition = expressions.build(context.expression());
    Statement whenTrue = governed(context.localItem(0));
    Optional<Statement> whenFalse =
        context.ELSE() == null ? Optional.empty() : Optional.of(governed(context.localItem(1)));
    return new Statement.If(condition, whenTrue, whenFalse, Spans.of(context));
  }

  private Statement whileLoop(WhileStatementContext context) {
    Expression condition = expressions.build(context.expression());
    return new Statement.While(condition, governed(context.localItem()), Spans.of(context));
  }

  private Statement forLoop(ForStatementContext context) {
    Identifier variable = names.build(context.name());
    Expression first = expressions.build(context.expression(0));
    Span span = Spans.of(context);
    if (context.COLON() == null) {
      return new Statement.ForEach(variable, first, governed(context.localItem()), span);
    }
    Expression last = expressions.build(context.expression(1));
    return new Statement.For(variable, first, last, governed(context.localItem()), span);
  }

  private Statement jump(JumpStatementContext context) {
    Span span = Spans.of(context);
    if (context.BREAK() != null) {
      return new Statement.Break(span);
    }
    if (context.CONTINUE() != null) {
      return new Statement.Continue(span);
    }
    Optional<ExpressionContext> value = Optional.ofNullable(context.expression());
    return new Statement.Return(value.map(expressions::build), span);
  }

  private Statement message(MessageStatementContext context) {
    List<Printable> items = context.printable().stream().map(this::printable).toList();
    Span span = Spans.of(context);
    if (context.PRINT() != null) {
      return new Statement.Print(items, span);
    }
    return context.REJECT() != null
        ? new Statement.Reject(items, span)
        : new Statement.FatalError(items, span);
  }

  private Printable printable(PrintableContext context) {
    Span span = Spans.of(context);
    return context.STRING() == null
        ? new Printable.Value(expressions.build(context.expression()), span)
        : new Printable.Text(unquote(context.STRING()), span);
  }

  private static String unquote(TerminalNode string) {
    String text = string.getText();
    return text.substring(1, text.length() - 1);
  }

  private Statement profile(ProfileStatementContext context) {
    String name = unquote(context.STRING());
    return new Statement.Profile(name, items(context.block()), Spans.of(context));
  }
}
