package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.IdentitySequence;
import io.datalchemy.schema.Sequence;
import java.util.List;

/** Sequences that are no identity's, and the columns that own them. */
final class SequenceDdl {
  private SequenceDdl() {}

  static List<Preparation> of(DatabaseSchema database) {
    return database.sequences().stream().map(SequenceDdl::create).toList();
  }

  static List<Preparation> owners(DatabaseSchema database) {
    return database.sequences().stream()
        .filter(s -> s.ownedBy().flatMap(c -> database.table(c.table())).isPresent())
        .map(SequenceDdl::owner)
        .toList();
  }

  static String options(IdentitySequence parameters) {
    return "START WITH "
        + parameters.start()
        + " INCREMENT BY "
        + parameters.increment()
        + " MINVALUE "
        + parameters.minValue()
        + " MAXVALUE "
        + parameters.maxValue()
        + " CACHE "
        + parameters.cache()
        + (parameters.cycle() ? " CYCLE" : " NO CYCLE");
  }

  private static Preparation create(Sequence sequence) {
    return Preparation.of(
        "sequence " + sequence.schema() + "." + sequence.name(),
        "CREATE SEQUENCE "
            + SqlText.qualified(sequence.schema(), sequence.name())
            + " AS "
            + sequence.dataType()
            + " "
            + options(sequence.parameters()));
  }

  private static Preparation owner(Sequence sequence) {
    var column = sequence.ownedBy().orElseThrow();
    return Preparation.of(
        "owner of sequence " + sequence.schema() + "." + sequence.name(),
        "ALTER SEQUENCE "
            + SqlText.qualified(sequence.schema(), sequence.name())
            + " OWNED BY "
            + SqlText.qualified(column.table())
            + "."
            + SqlText.identifier(column.column()));
  }
}
