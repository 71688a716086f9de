package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Declaration;
import org.stanj.compiler.syntax.Declaration.Declarator;
import org.stanj.compiler.syntax.SyntaxPrinter;
import org.stanj.compiler.syntax.TypeSyntax;
import org.stanj.grammar.StanParser.DeclaratorContext;
import org.stanj.grammar.StanParser.ExpressionContext;
import org.stanj.grammar.StanParser.InputDeclarationContext;
import org.stanj.grammar.StanParser.LocalDeclarationContext;
import org.stanj.grammar.StanParser.NameContext;
import org.stanj.grammar.StanParser.SizesContext;
import org.stanj.grammar.StanParser.TopDeclarationContext;

/** Builds declarations of variables; sizes after a name are turned into array types. */
final class DeclarationBuilder {
  private final NameBuilder names;
  private final ExpressionBuilder expressions;
  private final TypeBuilder types;
  private final LegacyForms legacy;

  DeclarationBuilder(
      NameBuilder names, ExpressionBuilder expressions, TypeBuilder types, LegacyForms legacy) {
    this.names = names;
    this.expressions = expressions;
    this.types = types;
    this.legacy = legacy;
  }

  /** One name of a declaration as written. */
  private record Written(Declarator declarator, @Nullable SizesContext sizes) {}

  /** A declaration of the data or parameters block. */
  List<Declaration> input(InputDeclarationContext context) {
    List<Written> written =
        context.inputDeclarator().stream()
            .map(d -> written(d.name(), d.sizes(), null, Spans.of(d)))
            .toList();
    return split(types.top(context.topType()), written, Spans.of(context));
  }

  /** A declaration at the top of another block. */
  List<Declaration> top(TopDeclarationContext context) {
    return split(
        types.top(context.topType()), declarators(context.declarator()), Spans.of(context));
  }

  /** A declaration in a local scope. */
  List<Declaration> local(LocalDeclarationContext context) {
    return split(
        types.local(context.localType()), declarators(context.declarator()), Spans.of(context));
  }

  private List<Written> declarators(List<DeclaratorContext> contexts) {
    return contexts.stream()
        .map(d -> written(d.name(), d.sizes(), d.expression(), Spans.of(d)))
        .toList();
  }

  private Written written(
      NameContext name,
      @Nullable SizesContext sizes,
      @Nullable ExpressionContext value,
      Span span) {
    Optional<ExpressionContext> initializer = Optional.ofNullable(value);
    return new Written(
        new Declarator(names.build(name), initializer.map(expressions::build), span), sizes);
  }

  /** One declaration, or one for each name if a name has sizes of its own. */
  private List<Declaration> split(TypeSyntax type, List<Written> written, Span span) {
    if (written.stream().allMatch(w -> w.sizes() == null)) {
      List<Declarator> variables = written.stream().map(Written::declarator).toList();
      return List.of(new Declaration(type, variables, span));
    }
    List<Declaration> declarations = new ArrayList<>();
    for (Written one : written) {
      TypeSyntax own = one.sizes() == null ? type : oldArray(type, one, one.sizes());
      declarations.add(new Declaration(own, List.of(one.declarator()), span));
    }
    return declarations;
  }

  private TypeSyntax oldArray(TypeSyntax type, Written written, SizesContext sizes) {
    List<ExpressionContext> between = sizes.expression();
    Span place = Spans.of(between.get(0)).to(Spans.of(between.get(between.size() - 1)));
    if (type instanceof TypeSyntax.Array) {
      throw DiagnosticException.of(ErrorCode.MIXED_ARRAY_SYNTAX, place);
    }
    TypeSyntax array = new TypeSyntax.Array(types.sizes(sizes), type, type.span());
    String modern = SyntaxPrinter.print(array) + " " + written.declarator().name().name();
    legacy.met(ErrorCode.OLD_ARRAY_SYNTAX, place, modern);
    return array;
  }
}
