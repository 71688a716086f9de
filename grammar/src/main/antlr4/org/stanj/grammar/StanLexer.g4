// The tokens of Stan. What a token means in its place (block brace or array brace, `<-` or `<` `-`,
// keyword or old name) is settled after lexing, in org.stanj.compiler.parse.TokenRoles.
lexer grammar StanLexer;

tokens { ARRAY_OPEN, TARGET_INCREMENT, JACOBIAN_INCREMENT }

// Block heads. Blanks inside are free, line breaks are not allowed.
FUNCTIONS : 'functions';
DATA : 'data';
TRANSFORMED_DATA : 'transformed' [ \t]+ 'data';
PARAMETERS : 'parameters';
TRANSFORMED_PARAMETERS : 'transformed' [ \t]+ 'parameters';
MODEL : 'model';
GENERATED_QUANTITIES : 'generated' [ \t]+ 'quantities';

// Statements.
FOR : 'for';
IN : 'in';
WHILE : 'while';
IF : 'if';
ELSE : 'else';
BREAK : 'break';
CONTINUE : 'continue';
RETURN : 'return';
PRINT : 'print';
REJECT : 'reject';
FATAL_ERROR : 'fatal_error';
PROFILE : 'profile';
TARGET : 'target';
JACOBIAN : 'jacobian';

// Types.
VOID : 'void';
INT : 'int';
REAL : 'real';
COMPLEX : 'complex';
VECTOR : 'vector';
ROW_VECTOR : 'row_vector';
MATRIX : 'matrix';
COMPLEX_VECTOR : 'complex_vector';
COMPLEX_ROW_VECTOR : 'complex_row_vector';
COMPLEX_MATRIX : 'complex_matrix';
SIMPLEX : 'simplex';
UNIT_VECTOR : 'unit_vector';
ORDERED : 'ordered';
POSITIVE_ORDERED : 'positive_ordered';
SUM_TO_ZERO_VECTOR : 'sum_to_zero_vector';
SUM_TO_ZERO_MATRIX : 'sum_to_zero_matrix';
CHOLESKY_FACTOR_CORR : 'cholesky_factor_corr';
CHOLESKY_FACTOR_COV : 'cholesky_factor_cov';
CORR_MATRIX : 'corr_matrix';
COV_MATRIX : 'cov_matrix';
ROW_STOCHASTIC_MATRIX : 'row_stochastic_matrix';
COLUMN_STOCHASTIC_MATRIX : 'column_stochastic_matrix';
ARRAY : 'array';
TUPLE : 'tuple';

// Transforms, and the truncation that follows a distribution.
LOWER : 'lower';
UPPER : 'upper';
OFFSET : 'offset';
MULTIPLIER : 'multiplier';
TRUNCATE : 'T';

LBRACE : '{';
RBRACE : '}';
LPAREN : '(';
RPAREN : ')';
LBRACKET : '[';
RBRACKET : ']';
COMMA : ',';
SEMICOLON : ';';
BAR : '|';
QUESTION : '?';
COLON : ':';
TILDE : '~';

ASSIGN : '=';
ARROW : '<-';
PLUS_ASSIGN : '+=';
MINUS_ASSIGN : '-=';
TIMES_ASSIGN : '*=';
DIVIDE_ASSIGN : '/=';
ELEMENT_TIMES_ASSIGN : '.*=';
ELEMENT_DIVIDE_ASSIGN : './=';

OR : '||';
AND : '&&';
EQUAL : '==';
NOT_EQUAL : '!=';
LESS : '<';
LESS_EQUAL : '<=';
GREATER : '>';
GREATER_EQUAL : '>=';
PLUS : '+';
MINUS : '-';
TIMES : '*';
DIVIDE : '/';
MODULO : '%';
ELEMENT_TIMES : '.*';
ELEMENT_DIVIDE : './';
LEFT_DIVIDE : '\\';
INTEGER_DIVIDE : '%/%';
POWER : '^';
ELEMENT_POWER : '.^';
NOT : '!';
TRANSPOSE : '\'';

INT_LITERAL : DIGITS;
// Also the projection of a tuple.
DOT_NUMERAL : '.' DIGITS;
REAL_LITERAL : DIGITS '.' DIGITS? EXPONENT? | '.' DIGITS EXPONENT | DIGITS EXPONENT;
IMAGINARY_LITERAL : (DIGITS ('.' DIGITS?)? | '.' DIGITS) EXPONENT? 'i';
STRING : '"' ~["\r\n]* '"';
IDENTIFIER : [A-Za-z] [A-Za-z0-9_]*;

// The name may stand on a later line; one without its closing quote is no file.
INCLUDE : '#include' [ \t\r\n\f]+
  ('"' ~["\r\n]* '"'? | '<' ~[>\r\n]* '>'? | ~["< \t\r\n\f] ~[ \t\r\n\f]*);
// Whatever starts otherwise: a directive may be followed by text on its line.
OLD_COMMENT : '#' (~[i\r\n] REST | 'i' ~[n\r\n] REST | 'in' ~[c\r\n] REST | 'inc' ~[l\r\n] REST
  | 'incl' ~[u\r\n] REST | 'inclu' ~[d\r\n] REST | 'includ' ~[e\r\n] REST
  | 'include' ~[ \t\f\r\n] REST | 'i' | 'in' | 'inc' | 'incl' | 'inclu' | 'includ' | 'include')?;
LINE_COMMENT : '//' ~[\r\n]* -> skip;
BLOCK_COMMENT : '/*' .*? '*/' -> skip;
BLANK : [ \t\r\n\f]+ -> skip;

UNTERMINATED_COMMENT : '/*' .*?;
UNTERMINATED_STRING : '"' ~["\r\n]*;
INVALID : .;

fragment REST : ~[\r\n]*;
fragment DIGITS : [0-9]+ ('_' [0-9]+)*;
fragment EXPONENT : [eE] [+-]? DIGITS;
