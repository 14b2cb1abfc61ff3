package io.datalchemy.expression;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** An SQL expression over one row, as PostgreSQL's CHECKs, predicates and index keys use them. */
public sealed interface Expression {

  /** The operands, in the order written. */
  default List<Expression> children() {
    return List.of();
  }

  /** The names of all columns in it, in order of first appearance. */
  default Set<String> columns() {
    Set<String> names = new LinkedHashSet<>();
    collectColumns(this, names);
    return Collections.unmodifiableSet(names);
  }

  /** The expression in SQL that PostgreSQL and our parser read. */
  default String toSql() {
    return SqlText.of(this);
  }

  /**
   * The same with one part put in another's place, wherever it stands: {@code VALUE} of a domain's
   * CHECK by a column, for instance.
   */
  default Expression replacing(Expression part, Expression by) {
    return new Replacement(part, by).in(this);
  }

  /** The parts that all hold where the whole does: the operands of its ANDs, or itself. */
  default List<Expression> conjuncts() {
    return this instanceof And and
        ? and.operands().stream().flatMap(part -> part.conjuncts().stream()).toList()
        : List.of(this);
  }

  private static void collectColumns(Expression expression, Set<String> names) {
    if (expression instanceof Column column) {
      names.add(column.name());
    }
    expression.children().forEach(child -> collectColumns(child, names));
  }

  /** {@code operand IS NOT TRUE}: false or unknown, as a partial index leaves a row out. */
  static Expression isNotTrue(Expression operand) {
    return new Test(operand, Test.Kind.NOT_TRUE);
  }

  /** {@code operand IS TRUE}: neither false nor unknown, as a partial index takes a row in. */
  static Expression isTrue(Expression operand) {
    return new Test(operand, Test.Kind.TRUE);
  }

  /** A column of the row; {@code VALUE} in the CHECK of a domain. */
  record Column(String name) implements Expression {
    public Column {
      Objects.requireNonNull(name, "name");
    }
  }

  /** NULL. */
  record Null() implements Expression {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Expression {}

  /** A number, with the digits that were written. */
  record Numeral(BigDecimal value) implements Expression {
    public Numeral {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A quoted literal, of whatever type its context gives it. */
  record Text(String value) implements Expression {
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code operand::type}, the type's name as written. */
  record Cast(Expression operand, String type) implements Expression {
    public Cast {
      Objects.requireNonNull(operand, "operand");
      Objects.requireNonNull(type, "type");
    }

    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /** True if all operands are. */
  record And(List<Expression> operands) implements Expression {
    public And {
      operands = List.copyOf(operands);
    }

    /** All of these. */
    public static And of(Expression... operands) {
      return new And(Arrays.asList(operands));
    }

    @Override
    public List<Expression> children() {
      return operands;
    }
  }

  /** True if any operand is. */
  record Or(List<Expression> operands) implements Expression {
    public Or {
      operands = List.copyOf(operands);
    }

    /** Any of these. */
    public static Or of(Expression... operands) {
      return new Or(Arrays.asList(operands));
    }

    @Override
    public List<Expression> children() {
      return operands;
    }
  }

  /** {@code NOT operand}. */
  record Not(Expression operand) implements Expression {
    public Not {
      Objects.requireNonNull(operand, "operand");
    }

    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /** {@code left operator right}. */
  record Compare(Expression left, Comparison operator, Expression right) implements Expression {
    public Compare {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(right, "right");
    }

    @Override
    public List<Expression> children() {
      return List.of(left, right);
    }
  }

  /** {@code left IS DISTINCT FROM right}: never unknown. */
  record Distinct(Expression left, Expression right) implements Expression {
    public Distinct {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }

    @Override
    public List<Expression> children() {
      return List.of(left, right);
    }
  }

  /** {@code operand IS kind}: never unknown. */
  record Test(Expression operand, Kind kind) implements Expression {
    /** What is tested for. */
    public enum Kind {
      NULL,
      NOT_NULL,
      TRUE,
      NOT_TRUE,
      FALSE,
      NOT_FALSE,
      UNKNOWN,
      NOT_UNKNOWN
    }

    public Test {
      Objects.requireNonNull(operand, "operand");
      Objects.requireNonNull(kind, "kind");
    }

    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /** {@code left operator ANY (array)}, or {@code ALL}. */
  record Quantified(Expression left, Comparison operator, boolean all, Expression array)
      implements Expression {
    public Quantified {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(array, "array");
    }

    @Override
    public List<Expression> children() {
      return List.of(left, array);
    }
  }

  /** A text against a pattern. */
  record Match(Expression operand, Language language, boolean negated, Expression pattern)
      implements Expression {
    /** The pattern's language. */
    public enum Language {
      LIKE,
      ILIKE,
      REGEX,
      REGEX_IGNORE_CASE
    }

    public Match {
      Objects.requireNonNull(operand, "operand");
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public List<Expression> children() {
      return List.of(operand, pattern);
    }
  }

  /** {@code left operator right} on numbers, times and texts. */
  record Arithmetic(Expression left, Operator operator, Expression right) implements Expression {
    /** What is done to the two. */
    public enum Operator {
      PLUS("+"),
      MINUS("-"),
      TIMES("*"),
      DIVIDE("/"),
      MODULO("%"),
      POWER("^"),
      CONCAT("||");

      private final String symbol;

      Operator(String symbol) {
        this.symbol = symbol;
      }

      /** The operator in SQL. */
      public String symbol() {
        return symbol;
      }
    }

    public Arithmetic {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(right, "right");
    }

    @Override
    public List<Expression> children() {
      return List.of(left, right);
    }
  }

  /** {@code - operand}. */
  record Negate(Expression operand) implements Expression {
    public Negate {
      Objects.requireNonNull(operand, "operand");
    }

    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /**
   * A function call, the name in lower case and without {@code pg_catalog}.
   *
   * <p>SQL's own spellings are calls too: {@code EXTRACT(f FROM x)} is {@code extract('f', x)},
   * {@code POSITION(a IN b)} is {@code strpos(b, a)}, {@code TRIM(BOTH FROM x)} is {@code
   * btrim(x)}, {@code x AT TIME ZONE z} is {@code timezone(z, x)}, CURRENT_DATE is a call without
   * arguments.
   */
  record Call(String function, List<Expression> arguments) implements Expression {
    private static final Set<String> KEYWORDS =
        Set.of("current_date", "current_timestamp", "localtimestamp", "current_time", "localtime");

    public Call {
      Objects.requireNonNull(function, "function");
      arguments = List.copyOf(arguments);
    }

    /** A call with these arguments. */
    public static Call of(String function, Expression... arguments) {
      return new Call(function, Arrays.asList(arguments));
    }

    /** Whether a function of that name, in lower case, is written without parentheses. */
    public static boolean isKeyword(String function) {
      return KEYWORDS.contains(function);
    }

    @Override
    public List<Expression> children() {
      return arguments;
    }
  }

  /** The value of the first branch whose condition is true; {@code CASE x WHEN} spelled out. */
  record Case(List<Branch> branches, Expression otherwise) implements Expression {
    /** {@code WHEN condition THEN value}. */
    public record Branch(Expression condition, Expression value) {
      public Branch {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(value, "value");
      }
    }

    public Case {
      branches = List.copyOf(branches);
      Objects.requireNonNull(otherwise, "otherwise");
    }

    @Override
    public List<Expression> children() {
      return Stream.concat(
              branches.stream().flatMap(b -> Stream.of(b.condition(), b.value())),
              Stream.of(otherwise))
          .toList();
    }
  }

  /** {@code ARRAY[…]}. */
  record ArrayOf(List<Expression> elements) implements Expression {
    public ArrayOf {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Expression> children() {
      return elements;
    }
  }
}
