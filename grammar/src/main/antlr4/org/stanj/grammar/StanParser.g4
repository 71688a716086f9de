// The syntax of Stan. Every decision but the dangling else needs one token of lookahead, which
// keeps a cold parse fast: expressions are flat chains of operands and operators, and precedence is
// applied when the syntax tree is built (org.stanj.compiler.parse.ExpressionBuilder).
parser grammar StanParser;

options { tokenVocab = StanLexer; }

// ---- Programs

program
  : functionsBlock? dataBlock? transformedDataBlock? parametersBlock? transformedParametersBlock?
    modelBlock? generatedQuantitiesBlock? EOF
  ;

functionsFile : functionDefinition* EOF ;

singleFunction : functionDefinition EOF ;

singleExpression : expression EOF ;

functionsBlock : FUNCTIONS LBRACE functionDefinition* RBRACE ;

dataBlock : DATA LBRACE inputItem* RBRACE ;

transformedDataBlock : TRANSFORMED_DATA LBRACE topItem* RBRACE ;

parametersBlock : PARAMETERS LBRACE inputItem* RBRACE ;

transformedParametersBlock : TRANSFORMED_PARAMETERS LBRACE topItem* RBRACE ;

modelBlock : MODEL block ;

generatedQuantitiesBlock : GENERATED_QUANTITIES LBRACE topItem* RBRACE ;

inputItem : inputDeclaration | SEMICOLON ;

topItem : topDeclaration | statement ;

// ---- Functions

// The body is a block; a semicolon alone makes a forward declaration. The tree builder refuses any
// other statement.
functionDefinition
  : (VOID | unsizedType) name LPAREN (parameter (COMMA parameter)*)? RPAREN statement
  ;

parameter : DATA? unsizedType name ;

unsizedType
  : ARRAY LBRACKET COMMA* RBRACKET unsizedElement
  | unsizedElement (LBRACKET COMMA* RBRACKET)?
  ;

unsizedElement : scalarType | vectorType | matrixType | unsizedTuple ;

// A tuple of one element is written with a comma behind it.
unsizedTuple : TUPLE LPAREN unsizedType COMMA (unsizedType (COMMA unsizedType)*)? RPAREN ;

scalarType : INT | REAL | COMPLEX ;

vectorType : VECTOR | ROW_VECTOR | COMPLEX_VECTOR | COMPLEX_ROW_VECTOR ;

matrixType : MATRIX | COMPLEX_MATRIX ;

// ---- Declarations

inputDeclaration : topType inputDeclarator (COMMA inputDeclarator)* SEMICOLON ;

inputDeclarator : name sizes? ;

topDeclaration : topType declarator (COMMA declarator)* SEMICOLON ;

localDeclaration : localType declarator (COMMA declarator)* SEMICOLON ;

declarator : name sizes? (ASSIGN expression)? ;

sizes : LBRACKET expression (COMMA expression)* RBRACKET ;

topType : (ARRAY sizes)? topElement ;

topElement
  : INT intTransform?
  | (REAL | COMPLEX) transform?
  | vectorType transform? LBRACKET expression RBRACKET
  | matrixType transform? LBRACKET expression COMMA expression RBRACKET
  | constrainedOneSize LBRACKET expression RBRACKET
  | constrainedTwoSizes LBRACKET expression COMMA expression RBRACKET
  | CHOLESKY_FACTOR_COV LBRACKET expression (COMMA expression)? RBRACKET
  | TUPLE LPAREN topType COMMA (topType (COMMA topType)*)? RPAREN
  ;

constrainedOneSize
  : SIMPLEX | UNIT_VECTOR | ORDERED | POSITIVE_ORDERED | SUM_TO_ZERO_VECTOR
  | CHOLESKY_FACTOR_CORR | CORR_MATRIX | COV_MATRIX
  ;

constrainedTwoSizes : SUM_TO_ZERO_MATRIX | ROW_STOCHASTIC_MATRIX | COLUMN_STOCHASTIC_MATRIX ;

transform
  : LESS
    ( LOWER ASSIGN bound (COMMA UPPER ASSIGN bound)?
    | UPPER ASSIGN bound (COMMA LOWER ASSIGN bound)?
    | OFFSET ASSIGN bound (COMMA MULTIPLIER ASSIGN bound)?
    | MULTIPLIER ASSIGN bound (COMMA OFFSET ASSIGN bound)?
    )
    GREATER
  ;

intTransform
  : LESS
    ( LOWER ASSIGN bound (COMMA UPPER ASSIGN bound)?
    | UPPER ASSIGN bound (COMMA LOWER ASSIGN bound)?
    )
    GREATER
  ;

// No comparison, no logical operator, no conditional: they would swallow the closing `>`.
bound : operand (arithmeticOperator operand)* ;

localType : (ARRAY sizes)? localElement ;

localElement
  : scalarType
  | vectorType LBRACKET expression RBRACKET
  | matrixType LBRACKET expression COMMA expression RBRACKET
  | TUPLE LPAREN localType COMMA (localType (COMMA localType)*)? RPAREN
  ;

// ---- Statements

block : LBRACE localItem* RBRACE ;

localItem : localDeclaration | statement ;

statement
  : block
  | expressionStatement
  | targetStatement
  | ifStatement
  | whileStatement
  | forStatement
  | jumpStatement
  | messageStatement
  | profileStatement
  | emptyStatement
  ;

// Assignment, distribution statement or call; the tree builder refuses any other expression.
expressionStatement
  : expression
    ( assignmentOperator expression
    | TILDE name LPAREN expressions? RPAREN truncation?
    )?
    SEMICOLON
  ;

assignmentOperator
  : ASSIGN | ARROW | PLUS_ASSIGN | MINUS_ASSIGN | TIMES_ASSIGN | DIVIDE_ASSIGN
  | ELEMENT_TIMES_ASSIGN | ELEMENT_DIVIDE_ASSIGN
  ;

truncation : TRUNCATE LBRACKET expression? COMMA expression? RBRACKET ;

targetStatement : (TARGET_INCREMENT | JACOBIAN_INCREMENT) PLUS_ASSIGN expression SEMICOLON ;

ifStatement : IF LPAREN expression RPAREN localItem (ELSE localItem)? ;

whileStatement : WHILE LPAREN expression RPAREN localItem ;

forStatement : FOR LPAREN name IN expression (COLON expression)? RPAREN localItem ;

jumpStatement : (BREAK | CONTINUE | RETURN expression?) SEMICOLON ;

messageStatement
  : (PRINT | REJECT | FATAL_ERROR) LPAREN printable (COMMA printable)* RPAREN SEMICOLON
  ;

printable : STRING | expression ;

profileStatement : PROFILE LPAREN STRING RPAREN block ;

emptyStatement : SEMICOLON ;

// ---- Expressions

expressions : expression (COMMA expression)* ;

expression : chain (QUESTION expression COLON expression)? ;

// The precedence of the operators is applied by the tree builder.
chain : operand (binaryOperator operand)* ;

binaryOperator
  : arithmeticOperator
  | OR | AND | EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL
  ;

arithmeticOperator
  : PLUS | MINUS | TIMES | DIVIDE | MODULO | ELEMENT_TIMES | ELEMENT_DIVIDE | LEFT_DIVIDE
  | INTEGER_DIVIDE | POWER | ELEMENT_POWER
  ;

operand : (PLUS | MINUS | NOT)* primary accessor* TRANSPOSE* ;

accessor : DOT_NUMERAL | LBRACKET index (COMMA index)* RBRACKET ;

index : (expression (COLON expression?)? | COLON expression?)? ;

primary
  : INT_LITERAL
  | REAL_LITERAL
  | DOT_NUMERAL
  | IMAGINARY_LITERAL
  | nameOrCall
  | TARGET LPAREN RPAREN
  | parenthesized
  | ARRAY_OPEN expressions RBRACE
  | LBRACKET expressions? RBRACKET
  ;

nameOrCall : name call? ;

call : LPAREN (expression (BAR expressions? | (COMMA expression)*))? RPAREN ;

parenthesized : LPAREN expression (COMMA expressions?)? RPAREN ;

// The last five are keywords elsewhere; old programs use the last four as names.
name : IDENTIFIER | TRUNCATE | LOWER | UPPER | OFFSET | MULTIPLIER ;
