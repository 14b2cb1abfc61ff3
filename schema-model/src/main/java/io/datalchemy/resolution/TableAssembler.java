package io.datalchemy.resolution;

import io.datalchemy.plan.derivation.AuxiliaryColumns;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a draft's decisions together into the resolved table. */
final class TableAssembler {
  private final TableDraft draft;
  private final List<ResolvedForeignKey> foreignKeys;
  private final List<ShapeGroup> shapes;

  TableAssembler(TableDraft draft, List<ResolvedForeignKey> foreignKeys, List<ShapeGroup> shapes) {
    this.draft = draft;
    this.foreignKeys = foreignKeys;
    this.shapes = shapes;
  }

  ResolvedTable assemble(String reason) {
    List<ResolvedColumn> columns =
        draft.facts.table().columns().stream().map(this::column).toList();
    List<ConstraintOutcome> outcomes = new ArrayList<>(draft.outcomes);
    notNulls(outcomes);
    return new ResolvedTable(
        draft.facts.id().schema(),
        draft.facts.id().table(),
        draft.facts.rows(),
        reason,
        columns,
        foreignKeys,
        shapes,
        outcomes,
        draft.run.auxiliary().of(draft.facts.id()).stream().map(this::auxiliary).toList());
  }

  private ResolvedColumn auxiliary(AuxiliaryColumns.Auxiliary auxiliary) {
    ColumnId origin = auxiliary.origin();
    DatabaseSchema schema = draft.run.schema();
    Column column =
        schema.table(origin.table()).orElseThrow().column(origin.column()).orElseThrow();
    return new ResolvedColumn(
        auxiliary.name(),
        ValueTypes.of(column.columnType(), schema),
        new ColumnSource.ForeignKeyColumn(auxiliary.foreignKey(), auxiliary.parentColumn()),
        DecidedBy.RULE,
        "rules read " + origin + " through " + auxiliary.foreignKey(),
        Optional.empty());
  }

  private ResolvedColumn column(Column column) {
    String name = column.name();
    ValueType type = ValueTypes.of(column.columnType(), draft.run.schema());
    ColumnDecider.Fixed fixed = draft.fixed.get(name);
    if (fixed != null) {
      return new ResolvedColumn(
          name, type, fixed.source(), fixed.decidedBy(), fixed.reason(), Optional.empty());
    }
    if (draft.facts.isForeign(name)) {
      return foreign(name, type);
    }
    ColumnDecision decision = draft.decisions.get(name);
    if (draft.keys.ordinals().containsKey(name)) {
      String key = draft.keys.ordinals().get(name).name();
      return new ResolvedColumn(
          name,
          type,
          new ColumnSource.OrdinalInParent(key, firstOrdinal(decision)),
          decision.decidedBy() == DecidedBy.RULE ? DecidedBy.RULE : DecidedBy.CONSTRAINT,
          "counts the rows of each parent of " + key,
          Optional.empty());
    }
    return new ResolvedColumn(
        name,
        type,
        source(decision),
        decision.decidedBy(),
        decision.reason(),
        piiTag(decision),
        decision.confidence());
  }

  private ColumnSource source(ColumnDecision decision) {
    String name = decision.column().name();
    for (int group = 0; group < shapes.size(); group++) {
      if (shapes.get(group).columns().contains(name)) {
        return new ColumnSource.Shaped(group);
      }
    }
    ColumnDecision kept =
        draft.keys.neverNull().contains(name) ? decision.withNullRate(0) : decision;
    return kept.source(draft.keys.distinct().getOrDefault(name, new Distinctness.None()));
  }

  /** The key that fills a column: the anchor of those that share it, else the only one. */
  private ResolvedColumn foreign(String name, ValueType type) {
    ResolvedForeignKey key =
        foreignKeys.stream()
            .filter(k -> k.columns().contains(name))
            .filter(k -> !k.nullColumns().contains(name) || isOnly(name))
            .min(java.util.Comparator.comparing((ResolvedForeignKey k) -> isDependent(k) ? 1 : 0))
            .orElseThrow();
    return new ResolvedColumn(
        name,
        type,
        new ColumnSource.ForeignKeyColumn(
            key.name(), key.parentColumns().get(key.columns().indexOf(name))),
        DecidedBy.FOREIGN_KEY,
        "refers to " + key.parent(),
        Optional.empty());
  }

  private boolean isOnly(String column) {
    return foreignKeys.stream().filter(k -> k.columns().contains(column)).count() == 1;
  }

  private boolean isDependent(ResolvedForeignKey key) {
    boolean isSelf = key.parent().equals(draft.facts.id());
    return isSelf
        || !key.nullColumns().isEmpty()
        || key.pick() instanceof io.datalchemy.resolve.ParentPick.Within;
  }

  private static long firstOrdinal(ColumnDecision decision) {
    long first = decision.call().params().integer("min").orElse(1L);
    return decision.decidedBy() == DecidedBy.RULE ? first : Math.max(1, first);
  }

  private Optional<String> piiTag(ColumnDecision decision) {
    return draft.run.catalogue().piiTag(decision.call());
  }

  private void notNulls(List<ConstraintOutcome> outcomes) {
    for (Column column : draft.facts.table().columns()) {
      if (!column.isNullable()) {
        boolean isDatabase =
            draft.fixed.containsKey(column.name())
                && draft.fixed.get(column.name()).source() instanceof ColumnSource.Omitted;
        outcomes.add(
            new ConstraintOutcome(
                column.name(),
                "not_null",
                isDatabase ? By.DATABASE : By.CONSTRUCTION,
                isDatabase ? "the database fills it" : "a value in every row"));
      }
    }
  }
}
