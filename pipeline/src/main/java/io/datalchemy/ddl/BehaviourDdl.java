package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.code.RewriteRule;
import io.datalchemy.schema.code.RowSecurity;
import io.datalchemy.schema.code.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What acts on rows by itself: rewrite rules, triggers and row-level security. */
final class BehaviourDdl {
  private final DatabaseSchema database;

  private BehaviourDdl(DatabaseSchema database) {
    this.database = database;
  }

  static List<String> of(DatabaseSchema database) {
    BehaviourDdl ddl = new BehaviourDdl(database);
    List<String> statements = new ArrayList<>();
    database
        .tableIds()
        .filter(id -> database.table(id).orElseThrow().kind() != TableKind.FOREIGN_TABLE)
        .forEach(id -> ddl.add(id, statements));
    return statements;
  }

  private void add(TableId id, List<String> statements) {
    Table table = database.table(id).orElseThrow();
    table.rules().stream()
        .map(RewriteRule::definition)
        .flatMap(Optional::stream)
        .map(ListCasts::stable)
        .forEach(statements::add);
    table.triggers().stream()
        .filter(trigger -> !isHandedDown(table, trigger))
        .map(Trigger::definition)
        .flatMap(Optional::stream)
        .map(ListCasts::stable)
        .forEach(statements::add);
    table.rowSecurity().ifPresent(security -> addSecurity(id, security, statements));
  }

  /** A partition has the row triggers of its parents, as clones of the same name. */
  private boolean isHandedDown(Table table, Trigger trigger) {
    return table
        .partitionOf()
        .map(PartitionOf::parent)
        .flatMap(database::table)
        .filter(parent -> parent.triggers().stream().anyMatch(t -> t.name().equals(trigger.name())))
        .isPresent();
  }

  private static void addSecurity(TableId id, RowSecurity security, List<String> statements) {
    String alter = "ALTER TABLE " + SqlText.qualified(id);
    if (security.isEnabled()) {
      statements.add(alter + " ENABLE ROW LEVEL SECURITY");
    }
    if (security.isForced()) {
      statements.add(alter + " FORCE ROW LEVEL SECURITY");
    }
    security.policies().forEach(policy -> statements.add(create(id, policy)));
  }

  private static String create(TableId id, RowSecurity.Policy policy) {
    return "CREATE POLICY "
        + SqlText.identifier(policy.name())
        + " ON "
        + SqlText.qualified(id)
        + (policy.isPermissive() ? "" : " AS RESTRICTIVE")
        + " FOR "
        + policy.command().toUpperCase(Locale.ROOT)
        + " TO "
        + policy.roles().stream().map(BehaviourDdl::role).collect(Collectors.joining(", "))
        + policy.using().map(text -> " USING (" + ListCasts.stable(text) + ")").orElse("")
        + policy.withCheck().map(text -> " WITH CHECK (" + ListCasts.stable(text) + ")").orElse("");
  }

  private static String role(String name) {
    return name.equals("public") ? "PUBLIC" : SqlText.identifier(name);
  }
}
