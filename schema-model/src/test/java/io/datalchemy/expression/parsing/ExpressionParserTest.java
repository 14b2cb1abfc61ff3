package io.datalchemy.expression.parsing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.And;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Cast;
import io.datalchemy.expression.Expression.Column;
import io.datalchemy.expression.Expression.Compare;
import io.datalchemy.expression.Expression.Match;
import io.datalchemy.expression.Expression.Numeral;
import io.datalchemy.expression.Expression.Or;
import io.datalchemy.expression.Expression.Text;
import io.datalchemy.expression.evaluation.Universe;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
  private static final Expression POSITIVE =
      new Compare(new Column("a"), Comparison.GREATER, new Numeral(BigDecimal.ZERO));

  private static Expression parsed(String sql) {
    return assertInstanceOf(ParsedCondition.Parsed.class, ExpressionParser.parse(sql)).expression();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHECK (a > 0)",
        "CHECK ((a > 0))",
        "CHECK (a > 0) NOT VALID",
        "CHECK (a > 0) NO INHERIT",
        "CHECK (a > 0) NO INHERIT NOT VALID",
        "CHECK (a > 0) NOT ENFORCED",
        "CHECK (a OPERATOR(pg_catalog.>) 0)",
        "CHECK (\"a\" > 0)"
      })
  void readsTheDefinitionOfACheck(String definition) {
    assertEquals(new ParsedCondition.Parsed(POSITIVE), ExpressionParser.parseCheck(definition));
  }

  @Test
  void readsTheValueOfADomain() {
    assertEquals(List.of("VALUE"), List.copyOf(parsed("VALUE ~ '^x'::text").columns()));
  }

  @Test
  void keepsWhatLooksLikeSyntaxInsideALiteral() {
    assertEquals(
        new Compare(
            new Column("Nome; 'x'"), Comparison.NOT_EQUAL, new Text("It's (a) ~~ ::text --")),
        parsed("\"Nome; 'x'\" <> 'It''s (a) ~~ ::text --'"));
  }

  @Test
  void bindsAndTighterThanOr() {
    Column a = new Column("a");
    Column b = new Column("b");
    Column c = new Column("c");
    assertEquals(Or.of(a, And.of(b, c)), parsed("a OR b AND c"));
    assertEquals(And.of(Or.of(a, b), c), parsed("(a OR b) AND c"));
    assertEquals(And.of(new Expression.Not(a), b), parsed("NOT a AND b"));
  }

  @Test
  void readsTypesOfSeveralWords() {
    assertEquals(
        new Cast(new Column("a"), "timestamp(3) without time zone"),
        parsed("a::timestamp(3) without time zone"));
    assertEquals(
        new Cast(new Column("a"), "character varying(10)[]"), parsed("a::character varying(10)[]"));
    assertEquals(
        new Cast(new Text("x"), "vendas.\"Situação\""), parsed("'x'::vendas.\"Situação\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a ~~ 'x%'|LIKE|false",
        "a !~~ 'x%'|LIKE|true",
        "a ~~* 'x%'|ILIKE|false",
        "a !~~* 'x%'|ILIKE|true",
        "a ~ 'x%'|REGEX|false",
        "a !~* 'x%'|REGEX_IGNORE_CASE|true"
      })
  void readsPatternOperators(String sql, Match.Language language, boolean negated) {
    assertEquals(new Match(new Column("a"), language, negated, new Text("x%")), parsed(sql));
  }

  @Test
  void readsInAsAComparisonWithAnyOrAll() {
    assertEquals(parsed("a = ANY (ARRAY['x', 'y'])"), parsed("a IN ('x', 'y')"));
    assertEquals(parsed("a <> ALL (ARRAY[1])"), parsed("a NOT IN (1)"));
  }

  @Test
  void givesWordedCallsTheNamesOfFunctions() {
    Column a = new Column("a");
    assertEquals(Call.of("extract", new Text("year"), a), parsed("EXTRACT(year FROM a)"));
    assertEquals(Call.of("strpos", a, new Text("@")), parsed("POSITION(('@') IN (a))"));
    assertEquals(Call.of("btrim", a), parsed("TRIM(BOTH FROM a)"));
    assertEquals(Call.of("ltrim", a, new Text("x")), parsed("TRIM(LEADING 'x' FROM a)"));
    assertEquals(
        Call.of("substring", a, new Numeral(BigDecimal.ONE), new Numeral(BigDecimal.valueOf(2))),
        parsed("SUBSTRING(a FROM 1 FOR 2)"));
    assertEquals(Call.of("left", a), parsed("pg_catalog.\"left\"(a)"));
    assertEquals(Call.of("timezone", new Text("utc"), a), parsed("(a AT TIME ZONE 'utc')"));
  }

  @Test
  void readsColumnsThatAreNamedLikeKeywordsOfOtherDialects() {
    for (String name : List.of("key", "value", "type", "interval", "date", "format", "top")) {
      assertEquals(
          new Expression.Test(new Column(name), Expression.Test.Kind.NOT_NULL),
          parsed(name + " IS NOT NULL"));
    }
  }

  @Test
  void readsDeepNestingInNoTime() {
    String sql = "a > 0";
    for (int depth = 0; depth < 60; depth++) {
      sql = "(" + sql + (depth % 2 == 0 ? ") OR b > 1" : ") AND c > 1");
    }
    assertEquals(List.of("a", "b", "c"), List.copyOf(parsed(sql).columns()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tags <@ ARRAY['a']|operator <@ is not understood",
        "(a, b) = (1, 2)|a row of several values is not understood",
        "a > |the text goes on where an end is expected",
        "> a|the syntax is not understood",
        "a > (1|a parenthesis is not closed",
        "a > 1)|parentheses do not match",
        "a = 'x|a quote is not closed",
        "notas[1] > 0|[ is not understood here",
        "a = $1|character '$' is not understood"
      })
  void saysWhatItDoesNotUnderstand(String sql, String reason) {
    assertEquals(new ParsedCondition.Unsupported(reason), ExpressionParser.parse(sql));
  }

  @Test
  void saysThatATextIsNoCheck() {
    assertEquals(
        new ParsedCondition.Unsupported("the text is not CHECK (…)"),
        ExpressionParser.parseCheck("UNIQUE (a)"));
  }

  static List<Universe.Check> corpus() {
    return Universe.checks();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void readsItsOwnSqlAsTheSameExpression(Universe.Check check) {
    if (ExpressionParser.parseCheck(check.printed()) instanceof ParsedCondition.Parsed parsed) {
      Expression again = parsed(parsed.expression().toSql());
      assertEquals(again, parsed(again.toSql()));
      assertEquals(parsed.expression().columns(), again.columns());
    }
  }

  @Test
  void putsAColumnInThePlaceOfTheValueOfADomain() {
    assertEquals(
        parsed("(email ~ 'x') OR (lower(email) = 'y') OR (email IS NULL)"),
        parsed("(VALUE ~ 'x') OR (lower(VALUE) = 'y') OR (VALUE IS NULL)")
            .replacing(new Column("VALUE"), new Column("email")));
  }
}
