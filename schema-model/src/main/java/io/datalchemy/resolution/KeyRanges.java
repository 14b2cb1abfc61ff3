package io.datalchemy.resolution;

import io.datalchemy.expression.Expression;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolution.parent.RowNumbers;
import io.datalchemy.resolution.parent.SolvedPart;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions on a foreign key's value alone ({@code account_id <= 100}): where the parents' keys
 * count their rows, only the rows that meet them are picked.
 */
final class KeyRanges {
  private final TableDraft draft;
  private final Set<Expression> held = new LinkedHashSet<>();
  private final Map<ForeignKey, Source> sources = new LinkedHashMap<>();

  KeyRanges(TableDraft draft) {
    this.draft = draft;
  }

  private record Source(TableCondition condition, String column, RowNumbers numbers) {}

  /** Narrows the picks to what each part of a condition allows, where it can be told. */
  void read(TableCondition condition) {
    for (Expression part : condition.expression().conjuncts()) {
      if (part.columns().size() == 1) {
        String column = part.columns().iterator().next();
        key(column).ifPresent(key -> narrow(condition, part, column, key));
      }
    }
  }

  /** Whether every part of a condition holds by the rows that are picked. */
  boolean holds(TableCondition condition) {
    return held.containsAll(condition.expression().conjuncts());
  }

  /** Tells where no row of a parent is left: no row then, or none with a parent. */
  void bound(Problems problems) {
    sources.forEach(
        (key, source) -> {
          if (!draft.candidates.isEmpty(key)) {
            return;
          }
          if (draft.facts.nullColumns(key).isEmpty()
              || draft.keys.neverNull().contains(source.column())) {
            draft.keys.bound(new RowLimit(0, source.condition().name(), nobody(key, source)));
          } else {
            problems.add(
                Problem.warning(
                        "no_parent_in_range",
                        "",
                        draft.facts.id()
                            + ": foreign key "
                            + key.name()
                            + " is NULL in all rows: "
                            + nobody(key, source))
                    .withHint("ask for more rows of " + key.referenced()));
          }
        });
  }

  private static String nobody(ForeignKey key, Source source) {
    String column = key.referencedColumns().get(key.columns().indexOf(source.column()));
    return "no row of "
        + key.referenced()
        + " meets it, whose "
        + column
        + " is "
        + source.numbers().least().toPlainString()
        + " to "
        + source.numbers().greatest().toPlainString();
  }

  private void narrow(TableCondition condition, Expression part, String column, ForeignKey key) {
    String referenced = key.referencedColumns().get(key.columns().indexOf(column));
    Optional<RowNumbers> numbers =
        RowNumbers.of(draft.run.resolved(), key.referenced(), referenced);
    Optional<RowRanges> rows = numbers.flatMap(n -> allowed(part, column, n));
    if (rows.isPresent()) {
      boolean wasEmpty = draft.candidates.isEmpty(key);
      draft.candidates.narrow(key, rows.get());
      held.add(part);
      if (!wasEmpty) {
        sources.put(key, new Source(condition, column, numbers.get()));
      }
    }
  }

  /** The parent's rows of which the part is not false; empty if that cannot be told. */
  private Optional<RowRanges> allowed(Expression part, String column, RowNumbers numbers) {
    ValueType type = ValueTypes.of(draft.facts.column(column).columnType(), draft.run.schema());
    return SolvedPart.of(part, type, draft.run.asOf())
        .filter(solved -> !draft.facts.isNullable(column) || solved.takesNull())
        .map(solved -> solved.rowsOf(numbers));
  }

  /** The foreign key of a column, if its pick is nobody else's matter. */
  private Optional<ForeignKey> key(String column) {
    List<ForeignKey> using =
        draft.facts.keys().stream().filter(k -> k.columns().contains(column)).toList();
    return using.size() == 1 ? using.stream().filter(this::isFree).findFirst() : Optional.empty();
  }

  private boolean isFree(ForeignKey key) {
    boolean isOnPath =
        draft.run.requirements().needsEachParent(draft.facts.id())
            && draft.facts.pathKey().filter(key::equals).isPresent();
    boolean isAlone =
        key.columns().stream()
            .noneMatch(
                c ->
                    draft.facts.keys().stream()
                        .anyMatch(k -> !k.equals(key) && k.columns().contains(c)));
    return isAlone
        && !isOnPath
        && !draft.facts.isSelfReference(key)
        && draft.run.paths().cluster(draft.facts.id(), key).isEmpty();
  }
}
