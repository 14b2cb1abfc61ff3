package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.IdentitySequence;
import io.datalchemy.schema.Sequence;
import io.datalchemy.schema.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sequences of identity columns, by column, and all others, by schema and name. */
public record Sequences(Map<ColumnId, IdentitySequence> ofIdentities, List<Sequence> others) {

  /** Those of the schemas, and those that feed a column there. */
  public static Sequences read(Catalogue catalogue, List<String> schemas) throws SQLException {
    Map<ColumnId, IdentitySequence> ofIdentities = new HashMap<>(); // looked up only
    List<Sequence> others = new ArrayList<>();
    catalogue.of(
        schemas,
        "sequences",
        row -> {
          Optional<ColumnId> owner = owner(row);
          if (row.code("owned") == 'i') {
            ofIdentities.put(owner.orElseThrow(), parameters(row));
          } else {
            others.add(sequence(row, owner));
          }
          return owner;
        });
    others.sort(Comparator.comparing(Sequence::schema).thenComparing(Sequence::name));
    return new Sequences(ofIdentities, others);
  }

  private static Sequence sequence(CatalogueRow row, Optional<ColumnId> owner) throws SQLException {
    return new Sequence(
        row.text("schema"), row.text("name"), row.text("data_type"), parameters(row), owner);
  }

  private static IdentitySequence parameters(CatalogueRow row) throws SQLException {
    return new IdentitySequence(
        row.number("start"),
        row.number("increment"),
        row.number("min_value"),
        row.number("max_value"),
        row.number("cache"),
        row.flag("cycle"));
  }

  private static Optional<ColumnId> owner(CatalogueRow row) throws SQLException {
    if (row.optional("owner_table").isEmpty()) {
      return Optional.empty();
    }
    TableId table = new TableId(row.text("owner_schema"), row.text("owner_table"));
    return Optional.of(new ColumnId(table, row.text("owner_column")));
  }
}
