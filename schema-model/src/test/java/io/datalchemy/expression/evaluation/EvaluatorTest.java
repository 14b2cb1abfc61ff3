package io.datalchemy.expression.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs no server; against the server, see {@link EvaluatorIT}. */
class EvaluatorTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private static Expression parsed(String sql) {
    return assertInstanceOf(ParsedCondition.Parsed.class, ExpressionParser.parse(sql)).expression();
  }

  private static TruthValue truth(String sql, Map<String, Object> row) {
    return new Evaluator(AS_OF, Map.of()).test(parsed(sql), row::get);
  }

  @ParameterizedTest
  @CsvSource({
    "NULL::boolean AND false, FALSE",
    "NULL::boolean AND true, UNKNOWN",
    "NULL::boolean OR true, TRUE",
    "NULL::boolean OR false, UNKNOWN",
    "NOT NULL::boolean, UNKNOWN",
    "NULL::integer = 1, UNKNOWN",
    "(NULL::integer = 1) IS NOT TRUE, TRUE"
  })
  void knowsThreeTruthValues(String sql, TruthValue expected) {
    assertEquals(expected, truth(sql, Map.of()));
  }

  @Test
  void passesUnlessFalse() {
    assertEquals(true, TruthValue.UNKNOWN.passes());
    assertEquals(false, TruthValue.FALSE.passes());
  }

  @Test
  void takesNowFromTheGivenDay() {
    assertEquals(TruthValue.TRUE, truth("CURRENT_DATE = '2026-11-20'::date", Map.of()));
    assertEquals(TruthValue.TRUE, truth("now() = '2026-11-20 00:00:00+00'::timestamptz", Map.of()));
  }

  @Test
  void refusesARowThatTheServerWouldFailOn() {
    assertEquals(TruthValue.FALSE, truth("1 / a > 0", Map.of("a", BigDecimal.ZERO)));
  }

  @Test
  void saysWhichFunctionItDoesNotKnow() {
    assertEquals(
        Optional.of("function md5 is not understood"),
        Evaluator.unsupportedPart(parsed("a = 1 OR md5(b) = 'x'")));
  }
}
