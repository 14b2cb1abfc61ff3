package io.datalchemy.generator.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");
  private static final String FUNNEL =
      "[{'from': 'novo', 'to': 'proposta', 'weight': 3}, {'from': 'novo', 'to': 'perdido'},"
          + " {'from': 'proposta', 'to': 'ganho'}, {'from': 'proposta', 'to': 'perdido'}]";

  @Test
  void reachesWhatTheTransitionsAllowByTheirWeights() throws JsonProcessingException {
    assertEquals(Map.of("novo", 4000), reached(1));
    Map<String, Integer> second = reached(2);
    assertEquals(List.of("perdido", "proposta"), List.copyOf(second.keySet()));
    assertEquals(3, (double) second.get("proposta") / second.get("perdido"), 0.3);
    assertEquals(List.of("ganho", "perdido"), List.copyOf(reached(3).keySet()));
  }

  @Test
  void countsNoneAsOneAndTooManyAsAll() throws JsonProcessingException {
    assertEquals(reached(1), reached(0));
    assertEquals(reached(1), reached(-5));
    assertEquals(reached(3), reached(30_000));
  }

  @Test
  void isNullWhereTheNumberIs() throws JsonProcessingException {
    ColumnVector number = new ColumnVector(INT, 1);
    number.setNull(0);
    ColumnVector out =
        filled(StageReached.factory(), transitions(FUNNEL), ValueType.text(), List.of(number), 1);
    assertTrue(out.isNull(0));
  }

  @Test
  void passesTheLineAndEndsWhereTheParentIs() {
    ColumnVector reached = new ColumnVector(ValueType.text(), 4);
    ColumnVector count = new ColumnVector(INT, 4);
    ColumnVector number = new ColumnVector(INT, 4);
    for (int i = 0; i < 3; i++) {
      reached.setText(i, "perdido");
      count.setLong(i, 3);
      number.setLong(i, i + 1L);
    }
    reached.setNull(3);
    ColumnVector out =
        filled(
            StagePassed.factory(),
            passing(),
            ValueType.varchar(10),
            List.of(reached, count, number),
            4);
    assertEquals("novo", out.textAt(0));
    assertEquals("proposta", out.textAt(1));
    assertEquals("perdido", out.textAt(2));
    assertTrue(out.isNull(3));
  }

  @Test
  void refusesAParentWhoseStagesMayNotFit() {
    assertEquals(
        "parent_column: must name a column whose values all fit varchar, was text",
        refusal(
            StagePassed.factory(),
            passing(),
            ValueType.varchar(10),
            List.of(ValueType.text(), INT, INT)));
    assertEquals(
        "parts_column: must name a column of whole numbers, was text",
        refusal(
            StagePassed.factory(),
            passing(),
            ValueType.text(),
            List.of(ValueType.text(), ValueType.text(), INT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "[]; transitions: must begin with one stage that none leads to, were []",
        "[{'from': 'a', 'to': 'b'}, {'from': 'b', 'to': 'a'}];"
            + " transitions: must begin with one stage that none leads to, were []",
        "[{'from': 'a', 'to': 'c'}, {'from': 'b', 'to': 'c'}];"
            + " transitions: must begin with one stage that none leads to, were [a, b]",
        "[{'from': 'a', 'to': 'b'}, {'from': 'a', 'to': 'c'}, {'from': 'b', 'to': 'd'},"
            + " {'from': 'c', 'to': 'd'}]; transitions: must lead on from 'a' to one stage at most"
            + " that others follow, and to none again, were [b, c]",
        "[{'from': 'a', 'to': 'b'}, {'from': 'b', 'to': 'b'}];"
            + " transitions: must lead on from 'b' to one stage at most that others follow, and to"
            + " none again, were [b]",
        "[{'from': 'a', 'to': 'b'}, {'from': 'c', 'to': 'd'}, {'from': 'd', 'to': 'c'}];"
            + " transitions: must all be reached from 'a', were only [a]",
        "[{'from': 'a', 'to': 'b', 'weight': -1}];"
            + " transitions: a weight must not be negative, was -1.0",
        "[{'from': 'a', 'to': 'b', 'weight': 0}]; weights: must not all be 0",
      })
  void refusesWhatIsNoLineWithEnds(String transitions, String told) throws JsonProcessingException {
    assertEquals(
        told,
        refusal(StageReached.factory(), transitions(transitions), ValueType.text(), List.of(INT)));
  }

  private static Map<String, Integer> reached(long count) throws JsonProcessingException {
    int rows = 4000;
    ColumnVector number = new ColumnVector(INT, rows);
    LongStream.range(0, rows).forEach(i -> number.setLong((int) i, count));
    ColumnVector out =
        filled(
            StageReached.factory(),
            transitions(FUNNEL),
            ValueType.varchar(10),
            List.of(number),
            rows);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < rows; i++) {
      seen.merge(out.textAt(i), 1, Integer::sum);
    }
    return seen;
  }

  private static Parameters transitions(String json) throws JsonProcessingException {
    return Parameters.none()
        .with("number", List.of("n"))
        .with("transitions", new ObjectMapper().readTree(json.replace('\'', '"')));
  }

  private static Parameters passing() {
    return Parameters.none().with("stages", List.of("novo", "proposta"));
  }

  private static ColumnVector filled(
      GeneratorFactory factory,
      Parameters params,
      ValueType type,
      List<ColumnVector> inputs,
      int rows) {
    List<ValueType> types = new ArrayList<>();
    inputs.forEach(input -> types.add(input.type()));
    if (types.size() == 3) {
      types.set(0, type);
    }
    ColumnVector out = new ColumnVector(type, rows);
    Cells cells = new Cells(CellRandom.key(7, "stage"), new RowSet(rows).setRange(0, rows), inputs);
    factory.create(request(params, type, types)).fill(cells, out);
    return out;
  }

  private static String refusal(
      GeneratorFactory factory, Parameters params, ValueType type, List<ValueType> inputs) {
    return assertThrows(
            IllegalArgumentException.class, () -> factory.create(request(params, type, inputs)))
        .getMessage();
  }

  private static GeneratorRequest request(
      Parameters params, ValueType type, List<ValueType> inputs) {
    return new GeneratorRequest(params, type, inputs, "pt_BR", LocalDate.of(2026, 1, 1), false);
  }
}
