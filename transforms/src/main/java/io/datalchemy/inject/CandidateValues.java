package io.datalchemy.inject;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedInjection.Break.Falsify;
import io.datalchemy.resolve.ResolvedInjection.Change;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that the columns of a condition may become, tried in order: those around the
 * condition's constants, those of the table's first rows, changed texts, NULL.
 */
final class CandidateValues {
  private static final int SAMPLE_ROWS = 32;

  private final Map<String, List<CandidateValue>> byColumn = new LinkedHashMap<>();
  private final Set<String> free = new HashSet<>();

  private CandidateValues() {}

  static CandidateValues of(TableProgram program, Falsify falsify, ForeignContext parents) {
    List<String> columns =
        falsify.changes().stream()
            .filter(change -> change.toNull() || change.values() != Change.Values.NONE)
            .map(Change::column)
            .toList();
    RowBlock sample = program.newBlock(columns, SAMPLE_ROWS);
    sample.rows().setRange(0, (int) Math.min(SAMPLE_ROWS, program.rows()));
    program.fill(sample, parents);
    List<Expression> constants = constants(falsify.condition());
    CandidateValues candidates = new CandidateValues();
    for (Change change : falsify.changes()) {
      if (columns.contains(change.column())) {
        if (change.values() == Change.Values.ANY) {
          candidates.free.add(change.column());
        }
        ColumnVector values = sample.column(change.column());
        candidates.byColumn.put(
            change.column(), candidates(change, constants, values, sample.rows().size()));
      }
    }
    return candidates;
  }

  List<String> columns() {
    return List.copyOf(byColumn.keySet());
  }

  /** Whether the column may take any value of its type. */
  boolean isFree(String column) {
    return free.contains(column);
  }

  List<CandidateValue> of(String column) {
    return byColumn.get(column);
  }

  private static List<CandidateValue> candidates(
      Change change, List<Expression> constants, ColumnVector sample, int rows) {
    List<CandidateValue> candidates = new ArrayList<>();
    ValueType type = sample.type();
    if (change.values() == Change.Values.ANY) {
      candidates.addAll(
          type.family().isLong()
              ? NumberCandidates.of(type, constants)
              : TextCandidates.of(type, constants));
    }
    if (change.values() != Change.Values.NONE) {
      for (int i = 0; i < rows; i++) {
        int from = i;
        candidates.add((column, to) -> copy(sample, from, column, to));
      }
    }
    if (change.toNull()) {
      candidates.add(
          (column, i) -> {
            column.setNull(i);
            return true;
          });
    }
    return List.copyOf(candidates);
  }

  private static boolean copy(ColumnVector from, int i, ColumnVector to, int place) {
    if (from.isNull(i)) {
      return false;
    }
    to.copyFrom(from, i, place);
    return true;
  }

  /** The numbers and texts that a condition is written with. */
  private static List<Expression> constants(String condition) {
    List<Expression> constants = new ArrayList<>();
    if (ExpressionParser.parse(condition) instanceof ParsedCondition.Parsed parsed) {
      collect(parsed.expression(), constants);
    }
    return constants;
  }

  private static void collect(Expression expression, List<Expression> constants) {
    if (expression instanceof Expression.Numeral || expression instanceof Expression.Text) {
      constants.add(expression);
    }
    expression.children().forEach(child -> collect(child, constants));
  }
}
