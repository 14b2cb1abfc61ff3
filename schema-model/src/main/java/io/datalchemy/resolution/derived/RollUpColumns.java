package io.datalchemy.resolution.derived;

import io.datalchemy.plan.derivation.RollUpRule;
import io.datalchemy.plan.derivation.RollUps;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.key.ActiveKeys;
import io.datalchemy.resolve.ColumnSource.RollUp;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Resolves the columns whose rules sum up children. */
public final class RollUpColumns {
  /** The code of a rule that cannot be followed. */
  public static final String INVALID = "invalid_roll_up";

  private static final List<TypeFamily> NUMBERS = List.of(TypeFamily.INTEGER, TypeFamily.DECIMAL);
  private static final List<TypeFamily> MOMENTS =
      List.of(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ);

  private final DatabaseSchema schema;
  private final RollUps rollUps;
  private final Set<TableId> generated;
  private final Predicate<TableId> isLeftOut;
  private final Problems problems = new Problems();

  /**
   * Resolves against one run.
   *
   * @param generated the tables whose rows are generated
   * @param keys which tables are left out
   */
  public RollUpColumns(
      DatabaseSchema schema, RollUps rollUps, Set<TableId> generated, ActiveKeys keys) {
    this.schema = schema;
    this.rollUps = rollUps;
    this.generated = generated;
    this.isLeftOut = keys::isLeftOut;
  }

  /** What is wrong with the rules followed so far. */
  public List<Problem> problems() {
    return problems.all();
  }

  /**
   * The column's source; a problem and nothing if the rule cannot be followed.
   *
   * @param isNullable whether the column may be NULL
   * @param path where the rule stands in the plan
   */
  public Optional<RollUp> source(ColumnId id, boolean isNullable, String path) {
    Optional<RollUps.RollUp> found = rollUps.of(id);
    if (found.isEmpty()) {
      return refuse(
          id, path, "no single key that the run honours leads from the children", "name the key");
    }
    RollUpRule rule = found.get().rule();
    if (isLeftOut.test(rule.child())) {
      problems.add(
          Problem.error(
              ActiveKeys.PARENT_LEFT_OUT,
              path,
              id + ": sums up " + rule.child() + ", which is left out"));
      return Optional.empty();
    }
    Optional<String> why = whyNot(id, rule, isNullable);
    if (why.isPresent()) {
      return refuse(id, path, why.get(), wayOut(rule));
    }
    return Optional.of(resolved(rule, found.get().key(), isNullable));
  }

  private Optional<String> whyNot(ColumnId id, RollUpRule rule, boolean isNullable) {
    if (!generated.contains(rule.child())) {
      return Optional.of("the run generates no rows of " + rule.child());
    }
    Optional<String> wrongType =
        rule.childColumn().flatMap(name -> wrongType(id, new ColumnId(rule.child(), name), rule));
    boolean mustBeGiven = !isNullable && rule.empty().isEmpty();
    boolean isExtreme = rule.function().equals("min") || rule.function().equals("max");
    return wrongType.or(
        () ->
            mustBeGiven && isExtreme
                ? Optional.of("rows without children would be NULL, and the column may not")
                : Optional.empty());
  }

  private Optional<String> wrongType(ColumnId id, ColumnId child, RollUpRule rule) {
    Optional<Column> found = schema.table(child.table()).flatMap(t -> t.column(child.column()));
    if (found.isEmpty()) {
      return Optional.of(child + " is not in schema.json");
    }
    TypeFamily own = family(column(id));
    TypeFamily childs = family(found.get());
    boolean fits =
        switch (rule.function()) {
          case "count" -> NUMBERS.contains(own);
          case "sum" -> NUMBERS.contains(own) && NUMBERS.contains(childs);
          default ->
              (NUMBERS.contains(own) && NUMBERS.contains(childs))
                  || (MOMENTS.contains(own) && MOMENTS.contains(childs))
                  || (own == childs && (own == TypeFamily.FLOAT || own == TypeFamily.TIME));
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "the "
                + rule.function()
                + " of "
                + child
                + ", which is "
                + found.get().columnType().dataType()
                + ", is no "
                + column(id).columnType().dataType());
  }

  private static String wayOut(RollUpRule rule) {
    return "give "
        + rule.child()
        + " a target, sum up a column of whole numbers or decimals, or say with 'empty' what rows"
        + " without children get";
  }

  private RollUp resolved(RollUpRule rule, ForeignKey key, boolean isNullable) {
    RollUp.Function function = RollUp.Function.valueOf(rule.function().toUpperCase(Locale.ROOT));
    boolean isZero = function == RollUp.Function.SUM && !isNullable;
    return new RollUp(
        function,
        rule.child().schema(),
        rule.child().table(),
        key.name(),
        rule.childColumn(),
        rule.where(),
        rule.empty().or(() -> isZero ? Optional.of("0") : Optional.empty()));
  }

  private Column column(ColumnId id) {
    return schema.table(id.table()).orElseThrow().column(id.column()).orElseThrow();
  }

  private TypeFamily family(Column column) {
    return ValueTypes.of(column.columnType(), schema).family();
  }

  private Optional<RollUp> refuse(ColumnId id, String path, String why, String wayOut) {
    problems.add(
        Problem.error(INVALID, path, id + ": its rule cannot be followed, " + why)
            .withHint(wayOut));
    return Optional.empty();
  }
}
