package io.datalchemy.resolution.record;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.select.RecordGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the columns of a record follow those of its columns that something else decides: a foreign
 * key, the values that a CHECK allows, a rule with another generator, or a test by which rows are
 * drawn again.
 *
 * <p>A part that already names its input columns is left as it is, and so is one that a column to
 * be followed waits for.
 */
public final class RecordLeaders {
  private final List<RecordGroup> groups;
  private final GeneratorCatalogue catalogue;
  private ResolvedTable table;
  private ColumnReads reads;

  private RecordLeaders(
      ResolvedTable table, List<RecordGroup> groups, GeneratorCatalogue catalogue) {
    this.table = table;
    this.groups = groups;
    this.catalogue = catalogue;
    this.reads = new ColumnReads(table, catalogue);
  }

  /**
   * The table with the input columns of its parts.
   *
   * @param groups the columns that by their names are of one record each
   */
  public static ResolvedTable follow(
      ResolvedTable table, List<RecordGroup> groups, GeneratorCatalogue catalogue) {
    return new RecordLeaders(table, groups, catalogue).followed();
  }

  private ResolvedTable followed() {
    Map<String, List<Leader>> leaders = leaders();
    if (leaders.isEmpty()) {
      return table;
    }
    for (ResolvedColumn column : table.columns()) {
      List<Leader> followed = followed(column.name(), leaders);
      if (!followed.isEmpty()) {
        table = new Following(column.name(), followed).in(table);
        reads = new ColumnReads(table, catalogue);
      }
    }
    return table;
  }

  private Map<String, List<Leader>> leaders() {
    Map<String, List<Leader>> leaders = new LinkedHashMap<>();
    for (ResolvedColumn column : table.columns()) {
      if (!column.isWritten() || column.source() instanceof ColumnSource.AlwaysNull) {
        continue;
      }
      Optional<RecordPart> part = part(column.name());
      String entity = part.map(RecordPart::entity).or(() -> named(column.name())).orElse(null);
      String name = part.map(RecordPart::part).or(() -> namedPart(column.name())).orElse("");
      boolean isTested =
          reads.group(column.name()).filter(g -> !g.residual().isEmpty()).isPresent();
      if (entity != null && RecordPart.canLead(name) && (part.isEmpty() || isTested)) {
        leaders
            .computeIfAbsent(entity, e -> new ArrayList<>())
            .add(new Leader(column.name(), name));
      }
    }
    return leaders;
  }

  /** The part that all calls which can fill the column make. */
  private Optional<RecordPart> part(String column) {
    List<Optional<RecordPart>> parts =
        reads.calls(column).stream().map(RecordPart::of).distinct().toList();
    return parts.size() == 1 ? parts.get(0) : Optional.empty();
  }

  private Optional<String> named(String column) {
    return groups.stream()
        .filter(group -> group.member(column).isPresent())
        .map(RecordGroup::entity)
        .findFirst();
  }

  private Optional<String> namedPart(String column) {
    return groups.stream()
        .flatMap(group -> group.member(column).stream())
        .map(RecordGroup.Member::part)
        .findFirst();
  }

  /** The columns that a part follows; a leader itself follows those that tell less than it does. */
  private List<Leader> followed(String column, Map<String, List<Leader>> leaders) {
    Optional<RecordPart> part = part(column);
    boolean isTold =
        reads.calls(column).stream().anyMatch(call -> call.params().has("input_columns"));
    if (part.isEmpty() || isTold) {
      return List.of();
    }
    List<Leader> all = leaders.getOrDefault(part.get().entity(), List.of());
    boolean isLeader = all.stream().anyMatch(leader -> leader.column().equals(column));
    return all.stream()
        .filter(leader -> !leader.column().equals(column))
        .filter(leader -> part.get().follows(leader.part(), isLeader))
        .filter(leader -> !reads.waitsFor(leader.column(), column))
        .toList();
  }
}
