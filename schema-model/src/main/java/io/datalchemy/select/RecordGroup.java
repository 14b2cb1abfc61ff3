package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import java.util.List;
import java.util.Optional;

/**
 * Columns of one table that are about one person, company or place.
 *
 * @param entity the record's name within the row; empty for the only one
 * @param members its columns, in the table's order, each with the part that it tells
 */
public record RecordGroup(String entity, List<Member> members) {
  private static final double CONFIDENCE = 0.9;
  private static final int MOST_NAMED = 3;

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
    String reason =
        plain
                .filter(GeneratorChoice::isByName)
                .map(GeneratorChoice::reason)
                .orElse("part of a record")
            + ", of one record with "
            + others(member);
    return new GeneratorChoice(
        GeneratorCall.of(
            member.generatorId(), entity.isEmpty() ? params : params.with("entity", entity)),
        DecidedBy.NAME,
        reason,
        plain.map(GeneratorChoice::confidence).orElse(CONFIDENCE));
  }

  private String others(Member member) {
    List<String> others =
        members.stream().map(Member::column).filter(name -> !name.equals(member.column())).toList();
    int rest = others.size() - MOST_NAMED;
    String named = String.join(", ", others.subList(0, Math.min(MOST_NAMED, others.size())));
    return rest > 0 ? named + " and " + rest + " more" : named;
  }

  /** The member of that name. */
  public Optional<Member> member(String column) {
    return members.stream().filter(member -> member.column().equals(column)).findFirst();
  }
}
