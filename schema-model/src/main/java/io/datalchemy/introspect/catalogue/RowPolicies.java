package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.TableId;
import io.datalchemy.schema.code.RowSecurity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Row-level security by table: one row for each policy, or one where there is none. */
final class RowPolicies {
  private RowPolicies() {}

  static Map<TableId, RowSecurity> read(Catalogue catalogue, List<String> schemas)
      throws SQLException {
    Map<TableId, RowSecurity> byTable = new TreeMap<>();
    catalogue
        .byTable(schemas, "row_security", RowPolicies::part)
        .forEach((table, parts) -> byTable.put(table, whole(parts)));
    return byTable;
  }

  private static RowSecurity whole(List<RowSecurity> parts) {
    List<RowSecurity.Policy> policies = new ArrayList<>();
    parts.forEach(part -> policies.addAll(part.policies()));
    policies.sort(Comparator.comparing(RowSecurity.Policy::name));
    return new RowSecurity(parts.get(0).isEnabled(), parts.get(0).isForced(), policies);
  }

  private static RowSecurity part(CatalogueRow row) throws SQLException {
    Optional<String> name = row.optional("policy");
    return new RowSecurity(
        row.flag("is_enabled"),
        row.flag("is_forced"),
        name.isEmpty() ? List.of() : List.of(policy(name.get(), row)));
  }

  private static RowSecurity.Policy policy(String name, CatalogueRow row) throws SQLException {
    return new RowSecurity.Policy(
        name,
        row.text("command"),
        row.flag("is_permissive"),
        row.texts("roles"),
        row.optional("using_expression"),
        row.optional("check_expression"));
  }
}
