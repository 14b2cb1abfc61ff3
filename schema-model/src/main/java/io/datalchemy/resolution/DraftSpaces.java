package io.datalchemy.resolution;

import io.datalchemy.resolution.key.ColumnSpaces;
import io.datalchemy.schema.ColumnType;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueTypes;
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
    if (decision == null || !decision.transforms().isEmpty()) {
      return OptionalLong.empty();
    }
    return draft.run.catalogue().valueSpace(decision.call(), decision.type(), caseInsensitive);
  }

  @Override
  public boolean canAscend(String column) {
    TypeFamily family = draft.decisions.get(column).type().family();
    return family != TypeFamily.UUID;
  }
}
