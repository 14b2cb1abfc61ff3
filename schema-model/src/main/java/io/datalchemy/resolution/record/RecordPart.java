package io.datalchemy.resolution.record;

import io.datalchemy.catalogue.GeneratorCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a record, as a call of {@code semantic.br.address}, {@code .person} or {@code .company}
 * names it.
 */
record RecordPart(String entity, String part) {
  private static final Set<String> IDS =
      Set.of("semantic.br.address", "semantic.br.person", "semantic.br.company");
  private static final List<String> PLACES =
      List.of("uf", "state", "ddd", "city", "ibge_code", "cep");
  private static final List<String> PERSONS = List.of("sex", "birth_date");
  private static final Set<String> PLACED = Set.of("phone", "cpf", "latitude", "longitude");
  private static final Set<String> NAMED = Set.of("name", "first_name", "email", "username");

  /** The part that a call makes, if it makes one. */
  static Optional<RecordPart> of(GeneratorCall call) {
    return IDS.contains(call.id())
        ? call.params()
            .text("part")
            .map(part -> new RecordPart(call.params().text("entity").orElse(""), part))
        : Optional.empty();
  }

  /** Whether other parts can follow a column that holds this one. */
  static boolean canLead(String part) {
    return PLACES.contains(part) || PERSONS.contains(part);
  }

  /** Whether this part follows from a column that holds another one. */
  boolean follows(String leader, boolean isLeaderItself) {
    if (PLACES.contains(leader)) {
      boolean isPlaced = PLACES.contains(part) || PLACED.contains(part);
      return isPlaced && (!isLeaderItself || PLACES.indexOf(leader) < PLACES.indexOf(part));
    }
    return PERSONS.contains(leader) && NAMED.contains(part);
  }
}
