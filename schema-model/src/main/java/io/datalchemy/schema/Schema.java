package io.datalchemy.schema;

import io.datalchemy.schema.type.Lists;
import java.util.List;
import java.util.Objects;

/** One namespace of the database and the relations in it, by name. */
public record Schema(String name, List<Table> tables) {
  public Schema {
    Objects.requireNonNull(name, "name");
    tables = Lists.copy(tables);
  }
}
