package io.datalchemy.resolution;

import io.datalchemy.catalogue.UniqueSpace;
import io.datalchemy.resolution.key.ColumnSpaces;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueTypes;
import java.util.Optional;
import java.util.OptionalLong;

/** The value spaces of a draft's columns, as its decisions stand. */
record DraftSpaces(TableDraft draft) implements ColumnSpaces {
  @Override
  public boolean isSequence(String column) {
    return draft.isCounter(column) || isOmittedIdentity(column);
  }

  private boolean isOmittedIdentity(String column) {
    return draft.fixed.containsKey(column) && draft.facts.column(column).identity().isPresent();
  }

  @Override
  public boolean canNumber(String column) {
    ColumnDecision decision = draft.decisions.get(column);
    return decision != null
        && decision.type().family() == TypeFamily.INTEGER
        && decision.transforms().isEmpty()
        && draft.facts.table().columns().stream().anyMatch(c -> c.name().equals(column));
  }

  @Override
  public boolean isRuled(String column) {
    ColumnDecision decision = draft.decisions.get(column);
    return decision != null && decision.isRuled();
  }

  @Override
  public OptionalLong size(String column, boolean caseInsensitive) {
    if (isOmittedIdentity(column)) {
      ColumnType type = draft.facts.column(column).columnType();
      return OptionalLong.of(ValueTypes.of(type, draft.run.schema()).maxInteger());
    }
    ColumnDecision decision = draft.decisions.get(column);
    return decision == null ? OptionalLong.empty() : space(decision, caseInsensitive).size();
  }

  @Override
  public Optional<String> obstacle(String column) {
    ColumnDecision decision = draft.decisions.get(column);
    return decision == null
        ? Optional.of("no generator fills it")
        : space(decision, false).obstacle().or(() -> space(decision, true).obstacle());
  }

  private UniqueSpace space(ColumnDecision decision, boolean caseInsensitive) {
    return draft
        .run
        .catalogue()
        .uniqueSpace(decision.call(), decision.transforms(), decision.type(), caseInsensitive);
  }

  @Override
  public boolean canAscend(String column) {
    TypeFamily family = draft.decisions.get(column).type().family();
    return family != TypeFamily.UUID;
  }
}
