package io.datalchemy.constraint.solving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.constraint.Bound;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Interval;
import io.datalchemy.expression.evaluation.Universe;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstraintSolverTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private static Expression expression(String sql) {
    if (ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed) {
      return parsed.expression();
    }
    throw new AssertionError(sql);
  }

  private static List<SolvedGroup> solve(String... conditions) {
    return solve(List.of(), conditions);
  }

  private static List<SolvedGroup> solve(List<Expression> tied, String... conditions) {
    List<SolverColumn> columns =
        Universe.columns().values().stream()
            .map(c -> new SolverColumn(c.name(), c.type(), c.notNull()))
            .toList();
    List<Condition> named = new ArrayList<>();
    for (String condition : conditions) {
      named.add(new Condition("ck" + (named.size() + 1), expression(condition)));
    }
    return ConstraintSolver.solve(new SolverRequest(columns, named, tied, AS_OF));
  }

  private static List<SolvedShape> shapes(String... conditions) {
    List<SolvedGroup> groups = solve(conditions);
    assertEquals(1, groups.size());
    return groups.get(0).shapes();
  }

  private static SolvedShape shape(double weight, Map<String, ColumnDomain> domains) {
    return new SolvedShape(weight, domains, List.of());
  }

  private static Map<String, ColumnDomain> domains(Object... namesAndDomains) {
    Map<String, ColumnDomain> domains = new LinkedHashMap<>();
    for (int i = 0; i < namesAndDomains.length; i += 2) {
      domains.put((String) namesAndDomains[i], (ColumnDomain) namesAndDomains[i + 1]);
    }
    return domains;
  }

  private static ColumnDomain present(ColumnDomain domain) {
    return domain.withNullness(Nullness.NOT_NULL);
  }

  private static ColumnDomain range(String min, String max) {
    return ColumnDomain.ANY.withBounds(
        Optional.ofNullable(min).map(m -> new Bound(m, true)),
        Optional.ofNullable(max).map(m -> new Bound(m, true)));
  }

  private static final ColumnDomain PRESENT = present(ColumnDomain.ANY);
  private static final ColumnDomain NULL = ColumnDomain.onlyNull();

  @Test
  void narrowsASingleColumnToOneDomain() {
    SolvedGroup group = solve("estoque > 0", "estoque < 10.5").get(0);
    assertTrue(group.isDomainOnly());
    assertEquals(List.of("ck1", "ck2"), group.conditionNames());
    assertEquals(List.of(shape(1, domains("estoque", range("1", "10")))), group.shapes());
  }

  @Test
  void keepsColumnsThatNoConditionTiesApart() {
    List<SolvedGroup> groups = solve("quantidade > 0 AND estoque > 0", "preco >= desconto");
    assertEquals(
        List.of(List.of("quantidade"), List.of("estoque"), List.of("preco", "desconto")),
        groups.stream().map(SolvedGroup::columns).toList());
  }

  @Test
  void letsNullPassWhereTheColumnMayBeNull() {
    assertEquals(
        List.of(
            new SolvedShape(
                0.8,
                domains("inicio", PRESENT, "fim", PRESENT),
                List.of(Ordering.of("inicio", Comparison.LESS_EQUAL, "fim"))),
            shape(0.2, domains("inicio", PRESENT, "fim", NULL))),
        shapes("fim >= inicio"));
  }

  @Test
  void solvesExactlyOneOfTwoByType() {
    assertEquals(
        List.of(
            shape(
                1,
                domains(
                    "tipo",
                    present(ColumnDomain.oneOf(List.of("PF"))),
                    "cpf",
                    PRESENT,
                    "cnpj",
                    NULL)),
            shape(
                1,
                domains(
                    "tipo",
                    present(ColumnDomain.oneOf(List.of("PJ"))),
                    "cpf",
                    NULL,
                    "cnpj",
                    PRESENT))),
        shapes(
            "tipo IN ('PF', 'PJ')",
            "CASE WHEN tipo = 'PF' THEN cpf IS NOT NULL AND cnpj IS NULL"
                + " ELSE cnpj IS NOT NULL AND cpf IS NULL END"));
  }

  @Test
  void weighsShapesSoThatEveryStatusComesUpAlike() {
    assertEquals(
        List.of(
            shape(
                1,
                domains(
                    "situacao", present(ColumnDomain.oneOf(List.of("pago"))), "pago_em", PRESENT)),
            shape(
                3,
                domains(
                    "situacao",
                    present(ColumnDomain.oneOf(List.of("novo", "enviado", "cancelado"))),
                    "pago_em",
                    NULL))),
        shapes("(situacao = 'pago'::situacao) = (pago_em IS NOT NULL)"));
  }

  @Test
  void doesNotLetANullShareDistortTheStatuses() {
    List<Double> weights =
        shapes("(situacao = 'pago'::situacao) = (pago_em IS NOT NULL)", "pago_em >= criado_em")
            .stream()
            .map(SolvedShape::weight)
            .toList();
    assertEquals(List.of(1.0, 3.0), weights);
  }

  @Test
  void leavesAValueToTheShapeThatAsksLeastOfIt() {
    assertEquals(
        List.of(
            shape(
                1,
                domains(
                    "situacao", present(ColumnDomain.oneOf(List.of("pago"))), "pago_em", PRESENT)),
            shape(
                3,
                domains(
                    "situacao",
                    present(ColumnDomain.oneOf(List.of("novo", "enviado", "cancelado"))),
                    "pago_em",
                    ColumnDomain.ANY))),
        shapes("pago_em IS NOT NULL OR situacao <> 'pago'::situacao"));
  }

  @Test
  void closesOpenEndsOfDiscreteTypes() {
    assertEquals(
        List.of(shape(1, domains("preco", present(range("0.01", "99.99"))))),
        shapes("preco > 0", "preco < 100"));
    assertEquals(
        List.of(shape(1, domains("inicio", present(range("2020-01-02", "2029-12-31"))))),
        shapes("inicio > '2020-01-01'::date", "inicio < '2030-01-01'::date"));
  }

  @Test
  void keepsOpenEndsOfTimestamps() {
    ColumnDomain after =
        ColumnDomain.ANY.withBounds(
            Optional.of(new Bound("2020-01-01T03:00:00Z", false)), Optional.empty());
    assertEquals(
        List.of(shape(1, domains("criado_em", present(after)))),
        shapes("criado_em > '2020-01-01 00:00:00-03'::timestamp with time zone"));
  }

  @Test
  void setsLowerBoundsThatMoveWithTheClockTwentyYearsAhead() {
    assertEquals(
        List.of(shape(1, domains("nascimento", range(null, "2008-11-20")))),
        shapes("nascimento <= CURRENT_DATE - '18 years'::interval"));
    assertEquals(
        List.of(shape(1, domains("fim", range("2046-11-20", null)))), shapes("fim >= now()"));
  }

  @Test
  void comesAsNearToTheClockAsTheOtherConditionsAsk() {
    assertEquals(
        List.of(shape(1, domains("inicio", present(range("2026-11-20", "2026-12-20"))))),
        shapes("inicio >= CURRENT_DATE - 30", "inicio <= CURRENT_DATE + 30"));
  }

  @Test
  void carriesBoundsAlongOrderings() {
    assertEquals(
        List.of(
            new SolvedShape(
                1,
                domains(
                    "quantidade", present(range("1", "9")), "preco", present(range("1.01", "10"))),
                List.of(Ordering.of("quantidade", Comparison.LESS, "preco")))),
        shapes("quantidade > 0", "quantidade < preco", "preco <= 10"));
  }

  @Test
  void dropsOrderingsThatFollowFromOthers() {
    assertEquals(
        List.of(
            Ordering.of("quantidade", Comparison.LESS, "minimo"),
            Ordering.of("minimo", Comparison.LESS_EQUAL, "maximo")),
        shapes("quantidade < minimo", "minimo <= maximo", "quantidade < maximo")
            .get(0)
            .orderings());
  }

  @Test
  void findsColumnsThatOrderingsMakeEqual() {
    assertEquals(
        List.of(Ordering.of("maximo", Comparison.EQUAL, "minimo")),
        shapes("minimo <= maximo", "maximo <= minimo").get(0).orderings());
  }

  @Test
  void keepsConstantOffsets() {
    assertEquals(
        List.of(
            new Ordering(
                "fim",
                Comparison.LESS_EQUAL,
                "inicio",
                new Ordering.Offset.Span(new Interval(12, 0, 0)))),
        shapes("fim <= inicio + '1 year'::interval").get(0).orderings());
    assertEquals(
        List.of(
            new Ordering(
                "maximo",
                Comparison.GREATER_EQUAL,
                "minimo",
                new Ordering.Offset.Amount(BigDecimal.TEN))),
        shapes("maximo - minimo >= 10").get(0).orderings());
  }

  @Test
  void keepsToThePredicateOfAPartialIndexOrOutOfIt() {
    Expression predicate = expression("principal AND situacao <> 'cancelado'::situacao");
    List<String> columns = List.of("situacao", "principal");
    assertEquals(columns, solve(List.of(predicate)).get(0).columns());
    assertEquals(
        List.of(shape(8, domains("situacao", PRESENT, "principal", ColumnDomain.ANY))),
        solve(List.of(predicate)).get(0).shapes());
    assertEquals(
        List.of(
            shape(
                3,
                domains(
                    "situacao",
                    present(ColumnDomain.oneOf(List.of("novo", "pago", "enviado"))),
                    "principal",
                    ColumnDomain.oneOf(List.of("false")))),
            shape(
                2,
                domains(
                    "situacao",
                    present(ColumnDomain.oneOf(List.of("cancelado"))),
                    "principal",
                    ColumnDomain.ANY))),
        shapes(Expression.isNotTrue(predicate).toSql()));
    assertEquals(
        List.of(
            shape(
                3,
                domains(
                    "situacao",
                    present(ColumnDomain.oneOf(List.of("novo", "pago", "enviado"))),
                    "principal",
                    present(ColumnDomain.oneOf(List.of("true")))))),
        shapes(Expression.isTrue(predicate).toSql()));
  }

  @Test
  void namesTheConditionsThatContradictEachOther() {
    SolvedGroup group =
        solve("quantidade <= 100", "quantidade > 10", "preco > 0", "quantidade < 5").get(0);
    assertEquals(
        Optional.of(
            "ck2, ck4 cannot hold together: \"quantidade\" > 10 and \"quantidade\" < 5"
                + " (NOT NULL: quantidade)"),
        group.contradiction());
    assertEquals(List.of(), group.shapes());
  }

  @Test
  void findsOrderingsThatGoInCircles() {
    SolvedGroup group = solve("quantidade < preco", "preco < quantidade").get(0);
    assertEquals(
        Optional.of(
            "ck1, ck2 cannot hold together: \"quantidade\" < \"preco\""
                + " and \"preco\" < \"quantidade\" (NOT NULL: quantidade, preco)"),
        group.contradiction());
  }

  @Test
  void findsAContradictionWithinOneCondition() {
    assertEquals(
        Optional.of(
            "ck1 can hold of no row: NOT ((\"status\" <> 'a') OR (\"status\" <> 'b'))"
                + " (NOT NULL: status)"),
        solve("NOT (status <> 'a' OR status <> 'b')").get(0).contradiction());
  }

  @Test
  void letsContradictoryConditionsOnANullableColumnLeaveItNull() {
    assertEquals(
        List.of(shape(1, domains("estoque", NULL))), shapes("estoque > 10", "estoque < 5"));
  }

  @Test
  void refusesAConditionThatIsFalseOfEveryRow() {
    SolvedGroup group = solve("1 > 2").get(0);
    assertEquals(List.of(), group.columns());
    assertEquals(Optional.of("ck1 can hold of no row: 1 > 2"), group.contradiction());
    assertEquals(List.of(), solve("1 < 2"));
  }

  @Test
  void leavesToARedrawWhatShapesCannotSay() {
    SolvedGroup group = solve("quantidade * preco <= 1000", "quantidade > 0").get(0);
    assertEquals(List.of(expression("quantidade * preco <= 1000")), group.residual());
    assertEquals(
        List.of(
            new SolvedShape(
                1,
                domains("quantidade", present(range("1", null)), "preco", PRESENT),
                List.of(),
                List.of((Expression.Compare) expression("quantidade * preco <= 1000")))),
        group.shapes());
  }

  @Test
  void saysWhatItCanNeitherSolveNorTest() {
    SolvedGroup group = solve("md5(nome) <> ''", "length(nome) > 1").get(0);
    assertEquals(
        List.of(new SolvedGroup.UnsupportedCondition("ck1", "function md5 is not understood")),
        group.unsupported());
    assertEquals(
        List.of(
            shape(
                1,
                domains(
                    "nome",
                    present(ColumnDomain.ANY.withLengths(Optional.of(2), Optional.empty()))))),
        group.shapes());
  }

  @Test
  void testsOnTheRowWhatWouldTakeTooManyShapes() {
    String oneOfMany =
        "num_nonnulls(origem_id, destino_id, minimo, maximo, estoque) = 2"
            + " AND num_nonnulls(cpf, cnpj, telefone, apelido, origem_id) = 2"
            + " AND num_nonnulls(custo, total, lat, lon, cpf) = 2";
    SolvedGroup group = solve(oneOfMany).get(0);
    assertTrue(group.shapes().size() <= 64, () -> group.shapes().size() + " shapes");
    assertEquals(
        List.of(expression("num_nonnulls(custo, total, lat, lon, cpf) = 2")), group.residual());
  }

  @Test
  void splitsManyNullableOrderingsIntoAFewShapes() {
    SolvedGroup group =
        solve(
                "minimo <= maximo",
                "maximo <= estoque",
                "estoque <= nota",
                "nota <= custo",
                "custo <= total",
                "total <= preco_promocional",
                "preco_promocional <= desconto")
            .get(0);
    assertEquals(9, group.shapes().size());
    assertEquals(List.of(), group.residual());
  }
}
