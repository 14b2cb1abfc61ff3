package io.datalchemy.plan.key;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GeneratorRef;
import io.datalchemy.plan.PolymorphicReference;
import io.datalchemy.plan.PolymorphicReference.Choice;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.VirtualForeignKey;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Constraint.MatchType;
import io.datalchemy.schema.Constraint.ReferentialAction;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The foreign keys that a plan declares beside those of the database: virtual ones, and one for
 * each target of a polymorphic reference. What is wrong with one leaves it out; validation says so.
 */
public final class DeclaredKeys {
  private DeclaredKeys() {}

  /** The schema with the plan's keys as if the database declared them, deferred. */
  public static DatabaseSchema in(DatabaseSchema schema, GenerationPlan plan) {
    Map<TableId, List<ForeignKey>> declared = new TreeMap<>();
    for (VirtualForeignKey key : plan.virtualForeignKeys()) {
      add(declared, schema, key.child(), foreignKey(key));
    }
    for (PolymorphicReference reference : plan.polymorphicReferences()) {
      for (Choice choice : reference.targets()) {
        add(declared, schema, reference.child(), foreignKey(reference, choice));
      }
    }
    return declared.isEmpty()
        ? schema
        : withConstraints(schema, id -> declared.getOrDefault(id, List.of()));
  }

  /** The plan with a rule for each type column of a polymorphic reference. */
  public static GenerationPlan withTypeRules(GenerationPlan plan) {
    if (plan.polymorphicReferences().isEmpty()) {
      return plan;
    }
    List<Rule> rules = new ArrayList<>(plan.rules());
    plan.polymorphicReferences().forEach(reference -> rules.add(typeRule(reference)));
    return plan.withRules(rules);
  }

  /** Whether the key stands for a target of a polymorphic reference. */
  public static boolean isPolymorphic(GenerationPlan plan, TableId table, ForeignKey key) {
    return plan.polymorphicReferences().stream()
        .filter(reference -> reference.child().equals(table))
        .anyMatch(
            reference ->
                reference.targets().stream()
                    .anyMatch(choice -> reference.keyName(choice).equals(key.name())));
  }

  /** The schema without the foreign keys that a test refuses. */
  public static DatabaseSchema withoutKeys(
      DatabaseSchema schema, java.util.function.BiPredicate<TableId, ForeignKey> refused) {
    return mapTables(
        schema,
        (id, table) ->
            table.withConstraints(
                table.constraints().stream()
                    .filter(c -> !(c instanceof ForeignKey key && refused.test(id, key)))
                    .toList()));
  }

  private static Rule typeRule(PolymorphicReference reference) {
    List<String> types = reference.targets().stream().map(Choice::type).toList();
    List<String> weights =
        reference.targets().stream().map(c -> Double.toString(c.effectiveWeight())).toList();
    return new Rule.ColumnGenerator(
        reference.schema(),
        reference.table(),
        reference.typeColumn(),
        new GeneratorRef(
            "primitive.enum",
            Optional.empty(),
            Optional.of(Parameters.none().with("values", types).with("weights", weights))),
        Optional.empty(),
        reference.nullRate(),
        List.of(),
        Optional.of("the tables that " + reference.idColumn() + " refers to"),
        Optional.empty());
  }

  private static void add(
      Map<TableId, List<ForeignKey>> declared,
      DatabaseSchema schema,
      TableId child,
      ForeignKey key) {
    boolean isWhole =
        has(schema, child, key.columns())
            && has(schema, key.referenced(), key.referencedColumns())
            && schema.table(child).orElseThrow().foreignKeys().noneMatch(k -> isNamed(k, key))
            && declared.getOrDefault(child, List.of()).stream().noneMatch(k -> isNamed(k, key));
    if (isWhole) {
      declared.computeIfAbsent(child, t -> new ArrayList<>()).add(key);
    }
  }

  private static boolean isNamed(ForeignKey key, ForeignKey other) {
    return key.name().equals(other.name());
  }

  private static boolean has(DatabaseSchema schema, TableId id, List<String> columns) {
    Optional<Table> table = schema.table(id);
    return table.isPresent()
        && !columns.isEmpty()
        && columns.stream().distinct().count() == columns.size()
        && columns.stream().allMatch(column -> table.get().column(column).isPresent());
  }

  private static ForeignKey foreignKey(VirtualForeignKey key) {
    boolean pairsUp = key.columns().size() == key.referencedColumns().size();
    List<String> columns = pairsUp ? key.columns() : List.of("");
    List<String> referenced = pairsUp ? key.referencedColumns() : List.of("");
    return key.columns().isEmpty()
        ? deferred(key.effectiveName(), List.of(""), key.referenced(), List.of(""))
        : deferred(key.effectiveName(), columns, key.referenced(), referenced);
  }

  private static ForeignKey foreignKey(PolymorphicReference reference, Choice choice) {
    return deferred(
        reference.keyName(choice),
        List.of(reference.idColumn()),
        choice.tableId(),
        List.of(choice.column()));
  }

  private static ForeignKey deferred(
      String name, List<String> columns, TableId referenced, List<String> referencedColumns) {
    return new ForeignKey(
        name,
        columns,
        referenced.schema(),
        referenced.table(),
        referencedColumns,
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        MatchType.SIMPLE,
        true,
        true,
        false);
  }

  private static DatabaseSchema withConstraints(
      DatabaseSchema schema, Function<TableId, List<ForeignKey>> more) {
    return mapTables(
        schema,
        (id, table) -> {
          List<Constraint> constraints = new ArrayList<>(table.constraints());
          constraints.addAll(more.apply(id));
          return table.withConstraints(constraints);
        });
  }

  private static DatabaseSchema mapTables(
      DatabaseSchema schema, java.util.function.BiFunction<TableId, Table, Table> change) {
    List<Schema> schemas =
        schema.schemas().stream()
            .map(
                s ->
                    new Schema(
                        s.name(),
                        s.tables().stream()
                            .map(t -> change.apply(new TableId(s.name(), t.name()), t))
                            .toList()))
            .toList();
    return schema.withSchemas(schemas);
  }
}
