package org.stanj.compiler.diagnostic;

/**
 * The catalogue of everything the compiler says about a program. A message says what was found,
 * what was expected and, where there is one, the remedy; <code>{0}</code>, <code>{1}</code> ...
 * stand for the arguments of the diagnostic. Each constant has a test of its rendered text.
 */
public enum ErrorCode {
  // Checking: names.
  /** 0 the name, 1 a suggestion with a blank before it, or nothing. */
  UNDECLARED_VARIABLE(Kind.SEMANTIC, "The variable {0} is not declared.{1}"),
  /** 0 the name, 1 a suggestion with a blank before it, or nothing. */
  UNDECLARED_FUNCTION(Kind.SEMANTIC, "There is no function {0}.{1}"),
  /** 0 the name, 1 a suggestion with a blank before it, or nothing. */
  UNDECLARED_DISTRIBUTION(
      Kind.SEMANTIC, "There is no distribution {0}: no function {0}_lpdf or {0}_lpmf.{1}"),
  /** 0 the function of the program, 1 what it does. */
  NO_FORWARD_DERIVATIVE(
      Kind.SEMANTIC,
      "The embedded Laplace approximation needs derivatives of third order, which {1} does not"
          + " have yet. Write {0} without it."),
  /** 0 the name. */
  FUNCTION_AS_VALUE(
      Kind.SEMANTIC, "{0} is a function, but a variable was expected; a call needs parentheses."),
  /** 0 the name. */
  VARIABLE_CALLED(Kind.SEMANTIC, "{0} is a variable, so it cannot be called."),
  /** 0 the name, 1 where it is declared. */
  NAME_IN_USE(Kind.SEMANTIC, "The name {0} is already in use: it was declared in {1}."),
  /** 0 the name. */
  RESERVED_WORD(Kind.SEMANTIC, "{0} is a reserved word and cannot be used as a name."),
  /** 0 the name. */
  NAME_ENDS_IN_UNDERSCORES(
      Kind.SEMANTIC, "The name {0} ends in two underscores, which is not allowed."),
  /** 0 the name, 1 the name to define. */
  UNNORMALISED_NAME(
      Kind.SEMANTIC,
      "The name {0} cannot be defined. Define {1}: it can then be called as {0} as well."),
  /** 0 the name. */
  NAME_OF_MODEL(
      Kind.SEMANTIC, "{0} is the name of the model and cannot be used for anything else."),

  // Checking: functions.
  /** 0 name, 1 types of the arguments, 2 where it is declared. */
  FUNCTION_AGAIN(Kind.SEMANTIC, "The function {0}{1} is already declared in {2}."),
  /** 0 name, 1 types of the arguments. */
  FUNCTION_IN_LIBRARY(
      Kind.SEMANTIC,
      "The function {0}{1} belongs to Stan's library and cannot be defined again. Other argument"
          + " types would make an overload."),
  /** 0 name. */
  FUNCTION_NOT_DEFINED(Kind.SEMANTIC, "The function {0} is declared but never defined."),
  /** 0 function. */
  BAR_MISSING(
      Kind.SEMANTIC,
      "A vertical bar, not a comma, stands behind the first argument of a probability function such"
          + " as {0}."),
  /** 0 function. */
  BAR_NOT_ALLOWED(
      Kind.SEMANTIC,
      "Only functions with the suffixes _lpdf, _lupdf, _lpmf, _lupmf, _cdf, _lcdf and _lccdf take a"
          + " vertical bar behind the first argument. {0} is none of these."),
  /** 0 name. */
  ARGUMENT_TWICE(Kind.SEMANTIC, "Two arguments of this function are called {0}."),
  /** 0 name, 1 declared, 2 defined result. */
  FORWARD_RESULT(
      Kind.SEMANTIC,
      "The function {0} with the same arguments returns {1} elsewhere and {2} here."),
  /** 0 name, 1 result. */
  MISSING_RETURN(
      Kind.SEMANTIC,
      "The function {0} must return a value of type {1}, but it can reach its end without a"
          + " return statement."),
  /** 0 name, 1 declared, 2 found type. */
  RETURN_TYPE(Kind.SEMANTIC, "The function {0} returns {1}, but this statement returns {2}."),
  RETURN_OUTSIDE_FUNCTION(
      Kind.SEMANTIC, "A return statement can stand only in the body of a function."),
  /** 0 name, 1 result. */
  SUFFIX_RESULT(Kind.SEMANTIC, "By its suffix the function {0} must return real, not {1}."),
  /** 0 name, 1 expected, 2 found. */
  SUFFIX_ARGUMENT(
      Kind.SEMANTIC,
      "By its suffix the function {0} must have a first argument of base type {1}, but it is {2}."),

  // Checking: calls.
  /** 0 name, 1 types of the arguments, 2 signatures, each on a new line. */
  ARGUMENTS_DO_NOT_FIT(
      Kind.SEMANTIC,
      "No signature of {0} takes the supplied arguments:\n  ({1})\nAvailable signatures:{2}"),
  /** 0 name, 1 types of the arguments, 2 signatures, each on a new line. */
  AMBIGUOUS_CALL(
      Kind.SEMANTIC,
      "The call of {0} is ambiguous. The supplied arguments\n  ({1})\nfit these signatures equally"
          + " well:{2}"),
  /** 0 name, 1 ordinal of the argument, 2 signature. */
  DATA_ARGUMENT(
      Kind.SEMANTIC,
      "The {1} argument of {0}{2} must be data-only, but the value depends on parameters or on"
          + " local variables of a block or function with parameters."),
  /** 0 name. */
  CALL_WITHOUT_VALUE(
      Kind.SEMANTIC, "The function {0} returns nothing, so its call cannot be used as a value."),
  /** 0 name, 1 type. */
  VALUE_NOT_USED(
      Kind.SEMANTIC,
      "The function {0} returns {1}. Only calls of functions that return nothing can be"
          + " statements."),
  /** 0 the calling function. */
  CALLBACK_NAME(Kind.SEMANTIC, "The first argument of {0} must be the name of a function."),
  /** 0 the callback, 1 the calling function. */
  IMPURE_CALLBACK(
      Kind.SEMANTIC,
      "The function {0} cannot be passed to {1}: functions with the suffix _lp, _rng or _jacobian"
          + " are not pure."),
  /** 0 the calling function, 1 wanted signature, 2 found signatures, each on a new line. */
  CALLBACK_SIGNATURE(Kind.SEMANTIC, "{0} with these arguments needs a function\n  {1}\nbut got{2}"),
  /** 0 name, 1 found, 2 expected types, 3 the first that does not fit. */
  FUNCTIONAL_ARGUMENTS(
      Kind.SEMANTIC, "{0} takes after the function the arguments\n  ({2})\nbut got\n  ({1})\n{3}"),
  /** 0 name, 1 the arguments it takes, 2 what is wrong. */
  LAPLACE_ARGUMENTS(Kind.SEMANTIC, "{0} takes the arguments\n  ({1})\n{2}"),

  // Checking: places.
  /** 0 name. */
  RNG_PLACE(
      Kind.SEMANTIC,
      "The random number generator {0} can be called only in the blocks transformed data and"
          + " generated quantities (not in sizes) and in functions with the suffix _rng."),
  TARGET_PLACE(
      Kind.SEMANTIC,
      "The target can be used, by ~, target += or target(), only in the model block and in"
          + " functions with the suffix _lp."),
  JACOBIAN_PLACE(
      Kind.SEMANTIC,
      "The statement jacobian += can stand only in the block transformed parameters and in"
          + " functions with the suffix _jacobian."),
  /** 0 name. */
  JACOBIAN_CALL_PLACE(
      Kind.SEMANTIC,
      "The function {0} can be called only in the block transformed parameters and in functions"
          + " with the suffix _jacobian."),
  /** 0 name. */
  LP_PLACE(
      Kind.SEMANTIC,
      "The function {0} can be called only in the model block and in functions with the suffix"
          + " _lp."),
  /** 0 name. */
  UNNORMALISED_PLACE(
      Kind.SEMANTIC,
      "The unnormalised density {0} can be called only in the model block and in functions with"
          + " the suffix _lpdf or _lpmf."),
  /** 0 break or continue. */
  OUTSIDE_LOOP(Kind.SEMANTIC, "The statement {0} can stand only in the body of a loop."),

  // Checking: expressions.
  /** 0 what, 1 found type. */
  INT_NEEDED(Kind.SEMANTIC, "{0} must be an int, but it is {1}."),
  /** 0 found type. */
  INDEX_TYPE(Kind.SEMANTIC, "An index must be int or array[] int, but it is {0}."),
  /** 0 number of indices, 1 type, 2 its number of dimensions. */
  TOO_MANY_INDICES(
      Kind.SEMANTIC, "Too many indices: {0} given, but a value of type {1} has {2} dimension(s)."),
  /** 0 type. */
  PROJECTED_TYPE(Kind.SEMANTIC, "Only a tuple has members to project, but this is {0}."),
  /** 0 number of members, 1 the member asked for. */
  TUPLE_MEMBER(Kind.SEMANTIC, "The tuple has {0} member(s); there is no member {1}."),
  /** 0 the name. */
  UNPACKED_TWICE(
      Kind.SEMANTIC,
      "When a tuple is unpacked, {0} may be written only once and not be read in an index."),
  /** 0 the operator. */
  COMPOUND_UNPACKING(Kind.SEMANTIC, "A tuple can be unpacked with = only, not with {0}."),
  COMPLEX_CONSTRAINT(Kind.SEMANTIC, "Complex variables have no bounds, offset or multiplier."),
  /** 0 operator, 1 type. */
  OPERAND_TYPE(Kind.SEMANTIC, "The operator {0} does not take an operand of type {1}."),
  /** 0 operator, 1 left, 2 right type. */
  OPERAND_TYPES(Kind.SEMANTIC, "The operator {0} does not take operands of types {1} and {2}."),
  /** 0 and 1 the types. */
  CONDITIONAL_ARMS(
      Kind.SEMANTIC, "The two values of ?: must have a common type, but they are {0} and {1}."),
  /** 0 type so far, 1 type of the element. */
  ARRAY_ELEMENTS(
      Kind.SEMANTIC, "The elements of an array must have a common type, but here {1} follows {0}."),
  /** 0 type. */
  ROW_ELEMENTS(
      Kind.SEMANTIC,
      "The elements between square brackets must be all int or real (a row vector) or all"
          + " row_vector (a matrix), but this one is {0}."),

  // Checking: statements.
  /** 0 variable, 1 its type, 2 type of the value; clients look for the words before the colon. */
  ASSIGNED_TYPE(
      Kind.SEMANTIC,
      "Ill-typed arguments supplied to assignment operator =:"
          + " {0} has type {1}, but the assigned value has type {2}."),
  /** 0 operator, 1 left, 2 right type. */
  COMPOUND_TYPES(
      Kind.SEMANTIC, "The assignment {0} does not take a variable of type {1} and a value of {2}."),
  /** 0 name, 1 what it is. */
  READ_ONLY(Kind.SEMANTIC, "{0} cannot be assigned here: it is {1}."),
  /** 0 name. */
  ASSIGNED_IN_INDEX(
      Kind.SEMANTIC, "The assigned variable {0} cannot be read inside its own index."),
  /** 0 type. */
  FOREACH_CONTAINER(
      Kind.SEMANTIC,
      "A loop runs over a range or over an array, vector, row_vector or matrix, not over {0}."),
  INT_PARAMETER(Kind.SEMANTIC, "Parameters and transformed parameters cannot be integers."),
  SIZE_NOT_DATA(
      Kind.SEMANTIC,
      "The sizes of variables at the top of a block must be known from data: they cannot depend"
          + " on parameters, transformed parameters or generated quantities."),
  /** 0 expected type, 1 another one or nothing, 2 found type. */
  BOUND_TYPE(Kind.SEMANTIC, "A bound of this variable must have type {0}{1}, but it is {2}."),
  AFFINE_INT(Kind.PARSING, "An int can have lower and upper bounds, but no offset or multiplier."),
  /** 0 distribution, 1 type. */
  DENSITY_RESULT(Kind.SEMANTIC, "The distribution {0} must have a density of type real, not {1}."),
  /** 0 name. */
  SUFFIX_AFTER_TILDE(
      Kind.SEMANTIC,
      "After ~ stands the name of a distribution without the suffix of its density: not {0}."),
  /** 0 found type. */
  TRUNCATION_BOUND(Kind.SEMANTIC, "The bound of a truncation must be int or real, but it is {0}."),
  /** 0 distribution, 1 function, 2 types. */
  TRUNCATION_NEEDS(
      Kind.SEMANTIC,
      "Truncating the distribution {0} here needs a function {1} that takes\n  ({2})"),

  // Checking: warnings.
  /** 0 the expression. */
  INT_DIVISION(
      Kind.WARNING,
      "The division of ints\n{0}\nis rounded toward zero. If that is meant, write %/%; if not,"
          + " make one operand a real, as in 2.0."),
  /** 0 the expression. */
  COMPARISON_CHAIN(
      Kind.WARNING,
      "{0} compares the result 0 or 1 of the first comparison. If a range is meant, write two"
          + " comparisons with &&."),
  /** 0 the expression. */
  MATRIX_POWER(
      Kind.WARNING,
      "Found matrix^scalar:\n{0}\nEach element is raised to the power. If that is meant, write .^;"
          + " if not, use matrix_power(matrix, int)."),
  NEEDLESS_DECLARATION(
      Kind.WARNING,
      "Functions do not need to be declared before definition: each is known in the whole program,"
          + " whatever the order."),
  /** 0 name. */
  READ_IN_OWN_DECLARATION(
      Kind.WARNING, "{0} is read in its own declaration, before it has a value."),
  /** 0 name. */
  SELF_ASSIGNMENT(Kind.WARNING, "Assigning {0} to itself does nothing."),
  UNREACHABLE(Kind.WARNING, "This statement can never be reached."),
  /** 0 old, 1 new name. */
  OLD_FUNCTION(Kind.WARNING, "{0} is an old name. Write {1} instead."),
  /** 0 name, 1 what to use instead. */
  DEPRECATED_FUNCTION(Kind.WARNING, "{0} is deprecated and will be removed in Stan 3.0. Use {1}."),
  /** 0 name. */
  JACOBIAN_WITHOUT_PARAMETERS(
      Kind.WARNING,
      "Calling {0} without any parameter arguments still applies the Jacobian adjustments; make"
          + " sure that this is meant."),
  /** 0 name. */
  LP_IN_TRANSFORMED_PARAMETERS(
      Kind.WARNING,
      "Calling {0} in the block transformed parameters is deprecated. Use jacobian += in a function"
          + " with the suffix _jacobian."),

  // Warnings on demand, of the package lint.
  /** 0 the variable. */
  UNINITIALIZED(
      Kind.WARNING, "The variable {0} may not have been assigned a value before its first use."),
  /** 0 the parameter. */
  EMPTY_BOUNDS(
      Kind.ADVICE,
      "Parameter {0} has constraints that don't make sense. The lower bound must be less than the"
          + " upper bound, or no value is left."),
  /** 0 the parameter. */
  HARD_BOUNDS(
      Kind.ADVICE,
      "Your Stan program has a parameter {0} with a lower and upper bound in its declaration. Such"
          + " an interval is seldom known: values outside have probability zero whatever the data"
          + " say, and draws pile up at a bound that the data contradict. Unless logic or physics"
          + " sets the bounds, a prior such as normal(0.5, 0.5) is the better way to say where the"
          + " parameter is expected."),
  /** 0 the parameter. */
  PARAMETER_UNUSED(
      Kind.ADVICE, "The parameter {0} was declared but was not used in the density calculation."),
  /** 0 the parameter. */
  NO_PRIOR(
      Kind.ADVICE,
      "The parameter {0} has no priors. Either none is given, or each depends on data as well; in"
          + " the second case nothing need be wrong."),
  /** 0 the parameter, 1 their number. */
  SEVERAL_PRIORS(Kind.ADVICE, "The parameter {0} has {1} priors."),
  /** 0 the parameters. */
  PARAMETER_DECIDES(Kind.WARNING, "A control flow statement depends on parameter(s): {0}."),
  /** 0 the function, 1 its argument, 2 where it is given, 3 the parameters. */
  ARGUMENT_DECIDES(
      Kind.WARNING,
      "A control flow statement inside function {0} depends on argument {1}. At {2}, the value of"
          + " {1} depends on parameter(s): {3}."),
  /** 0 the variable. */
  SEVERAL_TILDES(
      Kind.WARNING, "The parameter {0} is on the left-hand side of more than one tilde statement."),
  NON_LINEAR_LEFT_SIDE(
      Kind.WARNING,
      "Left-hand side of distribution statement (~) may contain a non-linear transform of a"
          + " parameter or local variable. The density of a transformed parameter needs the log of"
          + " the absolute Jacobian determinant of the transform: add it with target +=, or make"
          + " the value a transformed parameter and add it there with jacobian +=."),
  /** 0 the value. */
  OFF_SCALE(
      Kind.WARNING,
      "Argument {0} suggests there may be parameters that are not unit scale; consider rescaling"
          + " with a multiplier."),
  /** 0 the distribution, 1 the parameter, 2 what it is, 3 the argument's number, 4 its domain. */
  PARAMETER_ARGUMENT(
      Kind.WARNING,
      "A {0} distribution is given parameter {1} as {2} (argument {3}), but {1} was not constrained"
          + " to be {4}."),
  /** 0 the distribution, 1 the value, 2 what it is, 3 the argument's number, 4 its domain. */
  VALUE_ARGUMENT(
      Kind.WARNING,
      "A {0} distribution is given value {1} as {2} (argument {3}), but {2} is not {4}."),
  /** 0 the parameter, 1 the distribution, 2 its support. */
  PARAMETER_OUTSIDE_SUPPORT(
      Kind.WARNING,
      "Parameter {0} is given a {1} distribution, which has {2} support, but {0} was not"
          + " constrained to be {2}."),
  /** 0 the value, 1 the distribution, 2 its support. */
  VALUE_OUTSIDE_SUPPORT(
      Kind.WARNING,
      "Value {0} is given a {1} distribution, which has {2} support, but {0} is not {2}."),
  /** 0 the parameter. */
  UNIFORM_PRIOR(
      Kind.WARNING,
      "Parameter {0} is given a uniform distribution. Its density falls to zero at once at each"
          + " bound, where it has no gradient that a sampler could follow, and it is seldom known"
          + " that a parameter lies between two values. Unless logic or physics sets the bounds,"
          + " prefer a soft prior such as normal(0.5, 0.5) to uniform(0, 1)."),
  VAGUE_GAMMA(
      Kind.WARNING,
      "There is a gamma or inverse-gamma distribution with parameters that are equal to each other"
          + " and set to values less than 1. It is often meant to say nothing, but it can say much"
          + " (Gelman 2006). Prefer normal(0, 1) or student_t(4, 0, 1) on a parameter that is"
          + " constrained to be positive."),
  LKJ_CORR(
      Kind.WARNING,
      "It is suggested to reparameterize your model to replace lkj_corr with lkj_corr_cholesky, its"
          + " form for Cholesky factors, which is faster and loses less accuracy."),

  // Reading files and tokens.
  /** 0 the character. */
  INVALID_CHARACTER(Kind.LEXING, "Invalid character found: {0}"),
  /** 0 the line where the comment starts. */
  UNTERMINATED_COMMENT(
      Kind.LEXING, "The file ends within the block comment that starts on line {0}."),
  UNTERMINATED_STRING(
      Kind.LEXING, "A string must end on the line on which it starts, with a double quote."),
  /** 0 the number as written. */
  INTEGER_TOO_LARGE(
      Kind.SEMANTIC,
      "The integer {0} is too large: the largest is 2147483647. As a real number it would be"
          + " written with a decimal point."),
  /** 0 the largest depth. */
  NESTING_TOO_DEEP(Kind.PARSING, "More than {0} brackets and braces are open at this point."),
  /** 0 the largest depth. */
  STATEMENTS_TOO_DEEP(
      Kind.PARSING,
      "More than {0} statements are nested in each other here; else if counts as nested."),
  /** 0 the largest length. */
  NAME_TOO_LONG(Kind.LEXING, "The name is longer than {0} characters."),
  PROGRAM_TOO_DEEP(
      Kind.PARSING, "The program is nested too deeply: too many operators or branches in a row."),
  /** 0 the largest size in megabytes. */
  FILE_TOO_LARGE(
      Kind.LEXING, "The program, with the files that it includes, is larger than {0} MB."),
  /** 0 the file as written. */
  INCLUDE_NOT_FOUND(Kind.INCLUDE, "Could not find include file '{0}' in specified include paths."),
  /** 0 the file as written, 1 what the system says. */
  INCLUDE_UNREADABLE(Kind.INCLUDE, "Could not read include file '{0}': {1}."),
  /** 0 the file as written. */
  INCLUDE_RECURSIVE(Kind.INCLUDE, "File '{0}' recursively included itself."),

  // Parsing.
  /** 0 what was found, 1 what was expected. */
  UNEXPECTED_TOKEN(Kind.PARSING, "Found {0} but expected {1}."),
  /** 0 what was found, 1 the last token before, 2 its line, 3 what else could follow. */
  MISSING_SEMICOLON(
      Kind.PARSING, "Found {0} but `;` is missing after {1} on line {2}. Expected {3}."),
  /** 0 the line of the open brace, 1 what was expected. */
  UNCLOSED_BRACE(
      Kind.PARSING, "The file ends but the brace opened on line {0} is not closed. Expected {1}."),
  /** 0 the block head, 1 what may follow. */
  BLOCK_ORDER(
      Kind.PARSING,
      "The block {0} cannot stand here: each block may stand once, in the order functions, data,"
          + " transformed data, parameters, transformed parameters, model, generated quantities."
          + " Expected {1}."),
  /** 0 the word. */
  KEYWORD_AS_NAME(Kind.PARSING, "{0} is a keyword of Stan and cannot be used as a name."),
  CONSTRAINT_NOT_ALLOWED(
      Kind.PARSING,
      "Constraints are allowed in the declarations at the top of a block only, not in local"
          + " declarations or in the arguments of functions."),
  /** 0 the type, 1 the type to use. */
  CONSTRAINED_TYPE_NOT_ALLOWED(
      Kind.PARSING,
      "The constrained type {0} is allowed in the declarations at the top of a block only. In"
          + " local declarations and in the arguments of functions use {1}."),
  /** 0 the block. */
  VALUE_NOT_ALLOWED(
      Kind.PARSING, "A variable of the block {0} cannot be given a value where it is declared."),
  /** 0 the operator. */
  OPERATOR_IN_BOUND(
      Kind.PARSING,
      "The operator {0} cannot stand in a constraint without parentheses. Write the bound in"
          + " parentheses."),
  /** 0 what was found, 1 what was expected. */
  AFTER_CONSTRAINT(
      Kind.PARSING,
      "Found {0} but expected {1}. The constraint ends at the `>` before; a comparison within a"
          + " bound needs parentheses."),
  NOT_ASSIGNABLE(
      Kind.PARSING,
      "Only a variable, its elements and components, or a tuple of these can be assigned to."),
  BODY_WITHOUT_BRACES(
      Kind.SEMANTIC, "The body of a function stands in braces, even if it is one statement."),
  NOT_A_STATEMENT(
      Kind.PARSING,
      "An expression is not a statement. Expected an assignment, a distribution statement with `~`"
          + " or the call of a function."),
  MIXED_ARRAY_SYNTAX(
      Kind.PARSING, "Sizes cannot stand after the name when the type is an array already."),
  /** 0 the message that lenient mode gives as a warning. */
  OLD_SYNTAX(Kind.PARSING, "{0}"),

  // Old syntax, accepted with a warning unless the mode is strict.
  /** 0 the modern way to write it. */
  OLD_ARRAY_SYNTAX(
      Kind.WARNING, "Sizes of an array after its name or type are old syntax. Write {0}."),
  OLD_ASSIGNMENT(Kind.WARNING, "Assignment with <- is old syntax. Write = instead."),
  OLD_COMMENT(Kind.WARNING, "Comments with # are old syntax. Write // instead."),
  OLD_INCREMENT_LOG_PROB(
      Kind.WARNING, "increment_log_prob(...) is old syntax. Write target += ... instead."),
  OLD_GET_LP(Kind.WARNING, "get_lp() is old syntax. Write target() instead."),
  /** 0 the function. */
  OLD_COMMA(
      Kind.WARNING,
      "A comma after the first argument of {0} is old syntax. Write a vertical bar | instead."),
  /** 0 the name. */
  OLD_NAME(Kind.WARNING, "{0} has become a keyword. Choose another name."),

  // Other warnings of the parser.
  /** 0 the file. */
  EMPTY_PROGRAM(
      Kind.ADVICE, "Empty file '{0}' detected; this is a valid stan model but likely unintended!");

  private final Kind kind;
  private final String template;
  private final int placeholders;

  ErrorCode(Kind kind, String template) {
    this.kind = kind;
    this.template = template;
    int count = 0;
    while (template.contains("{" + count + "}")) {
      count++;
    }
    this.placeholders = count;
  }

  /** The stage that reports it; decides whether it is an error or a warning. */
  public Kind kind() {
    return kind;
  }

  /** The message with its placeholders. */
  String template() {
    return template;
  }

  /** How many arguments the message takes. */
  int placeholders() {
    return placeholders;
  }
}
