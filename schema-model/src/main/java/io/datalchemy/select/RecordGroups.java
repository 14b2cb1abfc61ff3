package io.datalchemy.select;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the columns of a table that must agree, as they are about one person, company or place.
 *
 * <p>A column that stands alone is in no group: nothing has to agree with it.
 */
final class RecordGroups {
  private static final Set<String> NAMES = Set.of("name", "first_name", "last_name", "trade_name");
  private static final Set<String> OF_PERSONS =
      Set.of("sex", "birth_date", "username", "email", "mother_name", "father_name");
  private static final Set<String> HOUSE = Set.of("street", "number");
  private static final Set<String> OF_COMPANIES = Set.of("email", "url");
  private static final Map<String, String> PARENTS =
      Map.of("mae", "mother_name", "pai", "father_name");

  private final Vocabulary vocabulary;
  private final DatabaseSchema schema;

  RecordGroups(Vocabulary vocabulary, DatabaseSchema schema) {
    this.vocabulary = vocabulary;
    this.schema = schema;
  }

  /** The groups of a table, by the order of their first columns. */
  List<RecordGroup> of(Table table) {
    List<RecordColumn> columns = phonesWithTheirPlace(parentsOf(columns(table)));
    Map<String, List<RecordColumn>> byEntity = new LinkedHashMap<>();
    columns.forEach(
        column -> byEntity.computeIfAbsent(column.entity(), e -> new ArrayList<>()).add(column));
    List<RecordGroup> groups = new ArrayList<>();
    byEntity.forEach(
        (entity, members) -> {
          List<RecordGroup.Member> agreeing = agreeing(members);
          if (!agreeing.isEmpty()) {
            groups.add(new RecordGroup(entity, agreeing));
          }
        });
    return groups;
  }

  private List<RecordColumn> columns(Table table) {
    List<String> tableWords = vocabulary.words().of(table.name());
    List<RecordColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Neighbours neighbours = new Neighbours(vocabulary, schema, table, column);
      meaning(neighbours, type(column))
          .filter(RecordColumn::isKnown)
          .map(m -> RecordColumn.of(column.name(), m, neighbours.words(), tableWords))
          .ifPresent(columns::add);
    }
    return columns;
  }

  private Optional<String> meaning(Neighbours neighbours, ValueType type) {
    return vocabulary
        .fitting(neighbours.words(), type)
        .filter(entry -> neighbours.holdsWithoutInputs(entry.condition()))
        .findFirst()
        .map(Entry::meaning);
  }

  /** The labels of an enum mean what the same texts would. */
  private ValueType type(Column column) {
    ValueType type = ValueTypes.of(column.columnType(), schema);
    if (type.family() != TypeFamily.ENUM) {
      return type;
    }
    int longest = type.labels().stream().mapToInt(String::length).max().orElse(0);
    return longest <= 2 ? ValueType.varchar(Math.max(1, longest)) : ValueType.text();
  }

  /** A mother's or father's name without more of them is part of the child's record. */
  private static List<RecordColumn> parentsOf(List<RecordColumn> columns) {
    return columns.stream()
        .map(
            column -> {
              String parent = PARENTS.get(column.entity());
              boolean isAlone =
                  columns.stream().filter(c -> c.entity().equals(column.entity())).count() == 1;
              return parent != null && isAlone && column.part().equals("name")
                  ? column.as("person", parent, List.of())
                  : column;
            })
        .toList();
  }

  /** Phones of their own kind, such as at home and at work, ring where the record's place is. */
  private static List<RecordColumn> phonesWithTheirPlace(List<RecordColumn> columns) {
    boolean hasPlace = columns.stream().anyMatch(c -> c.which().isEmpty() && c.tellsPlace());
    return columns.stream()
        .map(
            column -> {
              boolean isAlone =
                  columns.stream()
                      .filter(c -> c.entity().equals(column.entity()) && c.tellsPlace())
                      .allMatch(c -> c.part().equals("phone"));
              return hasPlace && isAlone && column.part().equals("phone")
                  ? column.as(column.kind(), column.part(), List.of())
                  : column;
            })
        .toList();
  }

  private static List<RecordGroup.Member> agreeing(List<RecordColumn> columns) {
    boolean hasPlaces = columns.stream().filter(RecordColumn::tellsPlace).count() > 1;
    boolean hasHouses = HOUSE.stream().allMatch(part -> has(columns, c -> c.part().equals(part)));
    boolean hasPerson = isPerson(columns);
    boolean isCompany = !hasPerson && isCompany(columns);
    List<RecordGroup.Member> agreeing = new ArrayList<>();
    for (RecordColumn column : columns) {
      boolean isHouse = HOUSE.contains(column.part());
      if (column.tellsPlace() ? hasPlaces : isHouse && hasHouses) {
        agreeing.add(member(column, column.kind()));
      } else if (hasPerson && isOf("person", OF_PERSONS, column)) {
        agreeing.add(member(column, "person"));
      } else if (isCompany && isOf("company", OF_COMPANIES, column)) {
        agreeing.add(member(column, "company"));
      }
    }
    return agreeing;
  }

  private static RecordGroup.Member member(RecordColumn column, String kind) {
    return new RecordGroup.Member(column.column(), kind, column.part());
  }

  private static boolean isPerson(List<RecordColumn> columns) {
    long names = columns.stream().filter(c -> isName("person", c)).count();
    return names > 1
        || (names == 1 && has(columns, c -> isOf("person", OF_PERSONS, c) && !isName("person", c)));
  }

  private static boolean isCompany(List<RecordColumn> columns) {
    long names = columns.stream().filter(c -> isName("company", c)).count();
    return names > 1 || (names == 1 && has(columns, c -> OF_COMPANIES.contains(c.part())));
  }

  private static boolean isName(String kind, RecordColumn column) {
    return column.kind().equals(kind) && NAMES.contains(column.part());
  }

  private static boolean isOf(String kind, Set<String> others, RecordColumn column) {
    return isName(kind, column) || others.contains(column.part());
  }

  private static boolean has(List<RecordColumn> columns, Predicate<RecordColumn> test) {
    return columns.stream().anyMatch(test);
  }
}
