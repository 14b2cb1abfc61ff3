package io.datalchemy.resolution;

import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.constraint.solving.ConstraintSolver;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a condition on foreign keys' columns holds of every row because of the values that the
 * parents have: a sequence from 1 is above 0, and what the parent's own CHECK says holds of those
 * who refer to it.
 */
final class ParentProof {
  private static final String NAME = "parents";

  private final TableDraft draft;

  ParentProof(TableDraft draft) {
    this.draft = draft;
  }

  /** Whether each part of the condition is proved. */
  boolean holds(TableCondition condition) {
    Set<String> columns = condition.expression().columns();
    return !columns.isEmpty()
        && columns.stream().allMatch(draft.facts::isForeign)
        && condition.expression().conjuncts().stream().allMatch(this::isProved);
  }

  private boolean isProved(Expression part) {
    return isParentsOwn(part) || cannotBeFalse(part);
  }

  /** Whether the parent's table has the same condition on the column referred to. */
  private boolean isParentsOwn(Expression part) {
    if (part.columns().size() != 1) {
      return false;
    }
    String column = part.columns().iterator().next();
    return keysOf(column).stream()
        .anyMatch(key -> isHeldBy(key, onParent(part, column, referenced(key, column))));
  }

  private static Expression onParent(Expression part, String column, String parentColumn) {
    return part.replacing(new Expression.Column(column), new Expression.Column(parentColumn));
  }

  private boolean isHeldBy(ForeignKey key, Expression part) {
    Optional<ResolvedTable> parent = resolved(key.referenced());
    return parent.isPresent()
        && draft
            .run
            .schema()
            .table(key.referenced())
            .orElseThrow()
            .constraints(Constraint.Check.class)
            .filter(check -> isHeld(parent.get(), check.name()))
            .anyMatch(check -> conjuncts(check).contains(part));
  }

  private static boolean isHeld(ResolvedTable table, String check) {
    return table.constraints().stream()
        .anyMatch(
            outcome ->
                outcome.name().equals(check)
                    && (outcome.by() == By.CONSTRUCTION || outcome.by() == By.REDRAW));
  }

  private static List<Expression> conjuncts(Constraint.Check check) {
    return ExpressionParser.parseCheck(check.expression()) instanceof ParsedCondition.Parsed parsed
        ? parsed.expression().conjuncts()
        : List.of();
  }

  /** Whether the part being false contradicts what is known of the parents' values. */
  private boolean cannotBeFalse(Expression part) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(new Condition(NAME, new Expression.Test(part, Expression.Test.Kind.FALSE)));
    List<SolverColumn> columns = new ArrayList<>();
    for (String column : part.columns()) {
      keysOf(column)
          .forEach(
              key ->
                  known(key.referenced(), referenced(key, column), column)
                      .forEach(known -> conditions.add(new Condition(NAME, known))));
      var type = ValueTypes.of(draft.facts.column(column).columnType(), draft.run.schema());
      columns.add(new SolverColumn(column, type, !draft.facts.isNullable(column)));
    }
    return ConstraintSolver.solve(new SolverRequest(columns, conditions, draft.run.asOf())).stream()
        .anyMatch(group -> group.contradiction().isPresent());
  }

  private List<ForeignKey> keysOf(String column) {
    return draft.facts.keys().stream().filter(key -> key.columns().contains(column)).toList();
  }

  private static String referenced(ForeignKey key, String column) {
    return key.referencedColumns().get(key.columns().indexOf(column));
  }

  private Optional<ResolvedTable> resolved(TableId table) {
    return Optional.ofNullable(draft.run.resolved().get(table));
  }

  /** What is known of a parent's column, as conditions on the column that refers to it. */
  private List<Expression> known(TableId parent, String parentColumn, String column) {
    Optional<ResolvedTable> table = resolved(parent);
    Optional<ResolvedColumn> found = table.flatMap(t -> t.column(parentColumn));
    if (found.isEmpty()) {
      return List.of();
    }
    ColumnSource source = found.get().source();
    if (source instanceof ColumnSource.ForeignKeyColumn through) {
      ResolvedForeignKey key = table.get().foreignKey(through.foreignKey()).orElseThrow();
      boolean isSelf = key.parent().equals(parent);
      return isSelf ? List.of() : known(key.parent(), through.parentColumn(), column);
    }
    boolean isPlain =
        source instanceof ColumnSource.Generated generated && generated.transforms().isEmpty();
    return isPlain && isNumber(found.get())
        ? KnownValues.of(((ColumnSource.Generated) source).generator(), column, table.get().rows())
        : List.of();
  }

  private static boolean isNumber(ResolvedColumn column) {
    TypeFamily family = column.type().family();
    return family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL;
  }
}
