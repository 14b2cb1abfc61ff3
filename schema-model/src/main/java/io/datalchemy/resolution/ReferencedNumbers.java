package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.resolution.parent.RowNumbers;
import io.datalchemy.resolution.parent.SolvedPart;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.select.SqlText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keys of whole numbers that CHECKs of the tables which refer to them speak of: they count the
 * rows, from a number at which those CHECKs leave some of them.
 */
final class ReferencedNumbers {
  private final TableDraft draft;

  ReferencedNumbers(TableDraft draft) {
    this.draft = draft;
  }

  /** Lets such keys count. */
  void count() {
    List.copyOf(draft.decisions.values()).stream()
        .filter(this::mayCount)
        .forEach(
            decision -> {
              List<SolvedPart> parts = parts(decision);
              long most = decision.type().maxInteger() - draft.facts.rows();
              if (!parts.isEmpty() && most > 0) {
                count(decision, best(parts, most));
              }
            });
  }

  private void count(ColumnDecision decision, long start) {
    draft.decisions.put(
        decision.column().name(),
        decision.withCall(
            GeneratorCall.of("primitive.int.sequence_hint", Parameters.none().with("start", start)),
            DecidedBy.CONSTRAINT,
            "CHECKs of tables that refer to it ask for some of its numbers"));
  }

  private boolean mayCount(ColumnDecision decision) {
    String name = decision.column().name();
    boolean isKey =
        draft
            .facts
            .table()
            .primaryKey()
            .filter(key -> key.columns().equals(List.of(name)))
            .isPresent();
    boolean isFree =
        decision.decidedBy() == DecidedBy.TYPE || decision.decidedBy() == DecidedBy.NAME;
    return isKey
        && isFree
        && decision.type().family() == TypeFamily.INTEGER
        && decision.call().id().startsWith("primitive.int")
        && draft.run.schema().domains(decision.column().columnType()).findAny().isEmpty()
        && checks(draft.facts.id()).noneMatch(check -> SqlText.mentions(check.expression(), name));
  }

  private Stream<Constraint.Check> checks(TableId table) {
    return draft.run.schema().table(table).orElseThrow().constraints(Constraint.Check.class);
  }

  /** What CHECKs say of the columns that refer to the column, and numbers of any size may break. */
  private List<SolvedPart> parts(ColumnDecision decision) {
    List<SolvedPart> parts = new ArrayList<>();
    for (TableId child : draft.run.generated()) {
      boolean isIgnored = draft.run.policies().ignores(child, ConstraintKind.CHECK);
      for (ForeignKey key : isIgnored ? List.<ForeignKey>of() : draft.run.keys(child)) {
        int at = key.referencedColumns().indexOf(decision.column().name());
        if (at >= 0
            && key.referenced().equals(draft.facts.id())
            && !key.referenced().equals(child)) {
          checks(child).forEach(check -> addParts(child, key.columns().get(at), check, parts));
        }
      }
    }
    RowNumbers any =
        new RowNumbers(BigDecimal.ONE, BigDecimal.ONE, decision.type().maxInteger() - 1);
    parts.removeIf(part -> part.rowsOf(any).count() == any.rows());
    return parts;
  }

  private void addParts(
      TableId child, String column, Constraint.Check check, List<SolvedPart> parts) {
    if (!SqlText.mentions(check.expression(), column)
        || !(ExpressionParser.parseCheck(check.expression())
            instanceof ParsedCondition.Parsed parsed)) {
      return;
    }
    Table table = draft.run.schema().table(child).orElseThrow();
    Map<String, ValueType> types = new LinkedHashMap<>();
    table
        .columns()
        .forEach(c -> types.put(c.name(), ValueTypes.of(c.columnType(), draft.run.schema())));
    for (Expression part : parsed.expression().conjuncts()) {
      if (part.columns().contains(column) && types.keySet().containsAll(part.columns())) {
        SolvedPart.domains(part, column, types, draft.run.asOf())
            .forEach(domain -> parts.add(new SolvedPart(List.of(domain))));
      }
    }
  }

  /** The start at which the most of the CHECKs leave a row; 1 where that is no worse. */
  private long best(List<SolvedPart> parts, long most) {
    long best = 1;
    for (long start : starts(parts)) {
      if (start <= most && left(parts, start) > left(parts, best)) {
        best = start;
      }
    }
    return best;
  }

  private long left(List<SolvedPart> parts, long start) {
    RowNumbers numbers =
        new RowNumbers(BigDecimal.valueOf(start), BigDecimal.ONE, draft.facts.rows());
    return parts.stream().map(part -> part.rowsOf(numbers)).filter(r -> r.count() > 0).count();
  }

  private static List<Long> starts(List<SolvedPart> parts) {
    RowNumbers any = new RowNumbers(BigDecimal.ONE, BigDecimal.ONE, Integer.MAX_VALUE);
    return parts.stream()
        .flatMap(part -> part.rowsOf(any).ranges().stream().limit(1))
        .map(RowRanges.Range::first)
        .map(row -> row + 1)
        .toList();
  }
}
