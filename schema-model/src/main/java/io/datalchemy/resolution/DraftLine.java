package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.resolution.exclusion.Line;
import io.datalchemy.resolution.exclusion.LineColumns;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import java.util.List;
import java.util.Optional;

/** A line of numbers or of time in the columns of a draft. */
record DraftLine(TableDraft draft) implements LineColumns {
  private static final String GENERATOR = "primitive.slot";

  @Override
  public boolean areOpen(List<String> columns) {
    return columns.stream().allMatch(this::isOpen)
        && columns.stream().map(column -> draft.decisions.get(column).type()).distinct().count()
            == 1;
  }

  private boolean isOpen(String column) {
    ColumnDecision decision = draft.decisions.get(column);
    return decision != null && !decision.isRuled() && !draft.isCounter(column);
  }

  @Override
  public long capacity(Line line) {
    ColumnDecision decision = draft.decisions.get(line.columns().get(0));
    GeneratorCall call = GeneratorCall.of(GENERATOR, params(line, 0));
    return draft.run.catalogue().check(call, decision.type()).isEmpty()
        ? draft.run.catalogue().rowNumbers(call, decision.type()).orElse(0)
        : 0;
  }

  @Override
  public void fill(Line line, long slots) {
    List<Parameters> params =
        line.isPair() ? List.of(params(line, 0), params(line, 1)) : List.of(params(line, 0));
    for (int i = 0; i < params.size(); i++) {
      String column = line.columns().get(i);
      draft.decisions.put(
          column,
          draft
              .decisions
              .get(column)
              .withCall(
                  GeneratorCall.of(GENERATOR, params.get(i).with("slots", slots)),
                  DecidedBy.CONSTRAINT,
                  "a place that no row alike shares"));
    }
  }

  /** The bounds of both columns count for both, so that they lie on one line. */
  private Parameters params(Line line, int place) {
    Parameters params =
        Parameters.none().with("part", line.part(place)).with("bounds", line.bounds());
    for (String bound : List.of("min", "max")) {
      Optional<String> value =
          line.columns().stream()
              .flatMap(c -> draft.decisions.get(c).call().params().text(bound).stream())
              .findFirst();
      params = value.isPresent() ? params.with(bound, value.get()) : params;
    }
    return params;
  }
}
