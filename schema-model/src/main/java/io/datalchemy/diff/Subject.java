package io.datalchemy.diff;

import java.util.Objects;
import java.util.Optional;

/**
 * What a change is about.
 *
 * @param object what it is, as schema.json says: {@code table}, {@code foreign_key}
 * @param schema the schema that it stands in
 * @param of the table or type that it is part of
 */
public record Subject(String object, Optional<String> schema, Optional<String> of, String name) {
  public Subject {
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(name, "name");
  }

  /** For people: {@code column crm.cliente.nome}, {@code index nome_ix of crm.cliente}. */
  @Override
  public String toString() {
    String place = schema.map(s -> s + ".").orElse("");
    boolean isPart = object.equals("column") || object.equals("attribute");
    String words = object.replace('_', ' ') + (object.equals("comment") ? " on " : " ");
    if (of.isEmpty()) {
      return words + place + name;
    }
    return isPart
        ? words + place + of.get() + "." + name
        : words + name + " of " + place + of.get();
  }
}
