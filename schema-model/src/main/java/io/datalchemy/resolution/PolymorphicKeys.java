package io.datalchemy.resolution;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Test.Kind;
import io.datalchemy.plan.PolymorphicReference;
import io.datalchemy.plan.PolymorphicReference.Choice;
import io.datalchemy.plan.key.DeclaredKeys;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.pick.FreePick;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.KeyConversion;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The polymorphic references of one table: the type column is a choice of texts, and the key column
 * holds a key of the table that the row's text stands for.
 */
record PolymorphicKeys(RunContext run, TableId table) {

  /** What fills a column, if it holds the keys of a polymorphic reference. */
  Optional<ColumnDecider.Fixed> fixed(String column) {
    return references().stream()
        .filter(reference -> reference.idColumn().equals(column))
        .findFirst()
        .map(
            reference ->
                new ColumnDecider.Fixed(
                    source(reference),
                    DecidedBy.FOREIGN_KEY,
                    "refers to the table that " + reference.typeColumn() + " names"));
  }

  /** One foreign key for each table referred to. */
  List<ResolvedForeignKey> foreignKeys(List<Problem> problems) {
    List<ResolvedForeignKey> resolved = new ArrayList<>();
    for (ForeignKey key : keys()) {
      ParentPick pick =
          new FreePick(
                  table, key, run.rows().get(table), run.rows().get(key.referenced()), problems)
              .of(run.picks().of(table, key));
      resolved.add(
          new ResolvedForeignKey(
              key.name(),
              key.columns(),
              key.referencedSchema(),
              key.referencedTable(),
              key.referencedColumns(),
              pick,
              0,
              List.of()));
    }
    return resolved;
  }

  /** Tells of texts and keys that the columns cannot hold. */
  void checkTypes(Problems problems) {
    for (PolymorphicReference reference : references()) {
      ValueType type = type(table, reference.typeColumn());
      reference.targets().stream()
          .filter(choice -> !canHold(type, choice.type()))
          .forEach(choice -> problems.add(wrongType(reference, choice, type)));
    }
    for (ForeignKey key : keys()) {
      ValueType parent = type(key.referenced(), key.referencedColumns().get(0));
      ValueType child = type(table, key.columns().get(0));
      if (KeyConversion.factor(parent, child).isEmpty()) {
        problems.add(
            Problem.error(
                    "unsupported_key_types",
                    "",
                    table
                        + "."
                        + key.columns().get(0)
                        + ": polymorphic reference to "
                        + key.referenced()
                        + " would turn "
                        + parent.name()
                        + " into "
                        + child.name()
                        + ", which can change the value")
                .withHint("leave that target out of the polymorphic reference"));
      }
    }
  }

  private static boolean canHold(ValueType type, String text) {
    return switch (type.family()) {
      case TEXT -> text.length() <= type.maxLength().orElse(Integer.MAX_VALUE);
      case ENUM -> type.labels().contains(text);
      case INTEGER -> text.matches("0|-?[1-9][0-9]{0,17}");
      default -> false;
    };
  }

  private Problem wrongType(PolymorphicReference reference, Choice choice, ValueType type) {
    return Problem.error(
            "invalid_declared_key",
            "",
            table
                + "."
                + reference.typeColumn()
                + ": cannot hold the type '"
                + choice.type()
                + "' of a polymorphic reference, is "
                + type.name())
        .withHint("give it a type that the column can hold: a text, a label or a whole number");
  }

  /** The condition in terms of the type column, as key and type are NULL in the same rows. */
  TableCondition withoutKeyColumns(TableCondition condition) {
    Expression expression = condition.expression();
    for (PolymorphicReference reference : references()) {
      Expression key = new Expression.Column(reference.idColumn());
      Expression type = new Expression.Column(reference.typeColumn());
      for (Kind kind : List.of(Kind.NULL, Kind.NOT_NULL)) {
        expression =
            expression.replacing(new Expression.Test(key, kind), new Expression.Test(type, kind));
      }
    }
    return expression.equals(condition.expression())
        ? condition
        : new TableCondition(condition.name(), condition.kind(), expression);
  }

  /** Whether a condition says more of a key column than whether it is NULL. */
  boolean isAboutKeys(TableCondition condition) {
    return references().stream()
        .anyMatch(r -> condition.expression().columns().contains(r.idColumn()));
  }

  private ColumnSource source(PolymorphicReference reference) {
    List<ColumnSource.ReferencedKey.Choice> choices = new ArrayList<>();
    for (Choice choice : reference.targets()) {
      keys().stream()
          .filter(key -> key.columns().get(0).equals(reference.idColumn()))
          .filter(key -> key.referenced().equals(choice.tableId()))
          .filter(key -> key.referencedColumns().get(0).equals(choice.column()))
          .findFirst()
          .ifPresent(
              key ->
                  choices.add(
                      new ColumnSource.ReferencedKey.Choice(
                          choice.type(), key.name(), choice.column())));
    }
    return new ColumnSource.ReferencedKey(reference.typeColumn(), choices);
  }

  private List<ForeignKey> keys() {
    return run.activeKeys().of(table).stream()
        .filter(key -> DeclaredKeys.isPolymorphic(run.plan(), table, key))
        .toList();
  }

  private List<PolymorphicReference> references() {
    return run.plan().polymorphicReferences().stream()
        .filter(reference -> reference.child().equals(table))
        .filter(r -> keys().stream().anyMatch(k -> k.columns().contains(r.idColumn())))
        .toList();
  }

  private ValueType type(TableId id, String column) {
    return ValueTypes.of(
        run.schema().table(id).flatMap(t -> t.column(column)).orElseThrow().columnType(),
        run.schema());
  }
}
