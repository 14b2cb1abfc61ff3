package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns of one table that are about one person, company or place.
 *
 * @param entity the record's name within the row; empty for the only one
 * @param members its columns, in the table's order, each with the part that it tells
 */
public record RecordGroup(String entity, List<Member> members) {
  private static final double CONFIDENCE = 0.9;

  /**
   * One column.
   *
   * @param kind {@code address}, {@code person} or {@code company}
   */
  public record Member(String column, String kind, String part) {
    /** The id of the generator of such parts. */
    public String generatorId() {
      return "semantic.br." + kind;
    }
  }

  public RecordGroup {
    members = List.copyOf(members);
  }

  /** The choice of a member's part, where its name alone would ask for {@code plain}. */
  GeneratorChoice choice(Member member, Optional<GeneratorChoice> plain) {
    Parameters params = Parameters.none().with("part", member.part());
    String others =
        members.stream()
            .map(Member::column)
            .filter(name -> !name.equals(member.column()))
            .collect(Collectors.joining(", "));
    String reason =
        plain.filter(GeneratorChoice::isByName).map(GeneratorChoice::reason).orElse("part of a record")
            + (others.isEmpty() ? "" : ", of one record with " + others);
    return new GeneratorChoice(
        GeneratorCall.of(
            member.generatorId(), entity.isEmpty() ? params : params.with("entity", entity)),
        DecidedBy.NAME,
        reason,
        plain.map(GeneratorChoice::confidence).orElse(CONFIDENCE));
  }

  /** The member of that name. */
  public Optional<Member> member(String column) {
    return members.stream().filter(member -> member.column().equals(column)).findFirst();
  }
}
