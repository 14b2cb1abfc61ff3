package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Chooses a generator for a column that no rule speaks of: by its name, else by its type.
 *
 * <p>Names are Portuguese or English, in full or abbreviated. Chosen is only what the catalogue has
 * and what fills the column; a column of a key gets only what can be numbered. CHECKs are not
 * looked at.
 */
public final class GeneratorSelector {
  private static final Vocabulary VOCABULARY = Vocabulary.load();
  private static final double CONFIDENCE_OF_TYPE = 0.3;
  private static final double CONFIDENCE_OF_ENUM = 0.9;

  private final DatabaseSchema schema;
  private final GeneratorCatalogue catalogue;
  private final LocalDate asOf;
  private final IdentityHashMap<Table, List<RecordGroup>> records = new IdentityHashMap<>();

  /**
   * A selector.
   *
   * @param asOf the day that stands for today
   */
  public GeneratorSelector(DatabaseSchema schema, GeneratorCatalogue catalogue, LocalDate asOf) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
  }

  /**
   * The generator that suits the column best, whatever stands beside it but what it derives from.
   *
   * @return empty if there is none for the column's type
   */
  public Optional<GeneratorChoice> select(Table table, Column column, ValueType type) {
    return byName(table, column, type).or(() -> byType(table, column, type));
  }

  /**
   * The generator that suits the column best in a table of so many rows: what tells of a person, a
   * company or a place agrees with the columns beside it that do, unless a key needs more values.
   *
   * @return empty if there is none for the column's type
   */
  public Optional<GeneratorChoice> select(Table table, Column column, ValueType type, long rows) {
    Optional<GeneratorChoice> alone = byName(table, column, type);
    boolean isUnique = KeyColumns.contain(table, column.name());
    return records(table).stream()
        .filter(group -> alone.filter(GeneratorSelector::isDerived).isEmpty())
        .flatMap(group -> group.member(column.name()).map(m -> group.choice(m, alone)).stream())
        .filter(choice -> isUsable(choice.call(), type, isUnique))
        .filter(choice -> !isUnique || values(choice.call(), type) >= rows)
        .findFirst()
        .or(() -> alone)
        .or(() -> byType(table, column, type));
  }

  private static boolean isDerived(GeneratorChoice choice) {
    return choice.call().id().startsWith("derive.");
  }

  private long values(GeneratorCall call, ValueType type) {
    return catalogue.valueSpace(call, type, false).orElse(0);
  }

  /** The columns of a table that are about one person, company or place each. */
  public List<RecordGroup> records(Table table) {
    return records.computeIfAbsent(table, new RecordGroups(VOCABULARY, schema)::of);
  }

  /**
   * The generator that the column's type alone asks for.
   *
   * @return empty if there is none for it
   */
  public Optional<GeneratorChoice> byType(Table table, Column column, ValueType type) {
    boolean isUnique = KeyColumns.contain(table, column.name());
    String recipe = TypeDefaults.recipe(type, isUnique, KeyColumns.areJust(table, column.name()));
    double confidence = type.family() == TypeFamily.ENUM ? CONFIDENCE_OF_ENUM : CONFIDENCE_OF_TYPE;
    String reason =
        "the type " + column.columnType().dataType() + " decides; the name tells no more";
    return Optional.of(recipe)
        .filter(text -> !text.isEmpty())
        .flatMap(text -> Recipe.parse(text).call(type, asOf))
        .filter(call -> isUsable(call, type, isUnique))
        .map(call -> new GeneratorChoice(call, DecidedBy.TYPE, reason, confidence));
  }

  private Optional<GeneratorChoice> byName(Table table, Column column, ValueType type) {
    Neighbours neighbours = new Neighbours(VOCABULARY, schema, table, column);
    boolean isUnique = KeyColumns.contain(table, column.name());
    List<String> words = neighbours.words();
    return VOCABULARY
        .fitting(words, type)
        .filter(entry -> neighbours.holdsWithoutInputs(entry.condition()))
        .flatMap(entry -> choice(entry, neighbours, type).stream())
        .filter(choice -> isUsable(choice.call(), type, isUnique))
        .findFirst();
  }

  private Optional<GeneratorChoice> choice(Entry entry, Neighbours neighbours, ValueType type) {
    String reason = "the name reads as " + entry.meaning();
    Optional<GeneratorCall> call = entry.recipe().call(type, asOf);
    if (entry.condition() instanceof Condition.From from) {
      Optional<List<String>> inputs = neighbours.inputs(from.inputs());
      return call.flatMap(derive -> inputs.map(columns -> choice(entry, derive, columns, reason)));
    }
    return call.map(c -> new GeneratorChoice(c, DecidedBy.NAME, reason, entry.confidence()));
  }

  private static GeneratorChoice choice(
      Entry entry, GeneratorCall derive, List<String> inputs, String reason) {
    Parameters params = derive.params().with("input_columns", inputs);
    return new GeneratorChoice(
        derive.withParams(params),
        DecidedBy.NAME,
        reason + ", derived from " + String.join(" and ", inputs),
        entry.confidence());
  }

  private boolean isUsable(GeneratorCall call, ValueType type, boolean isUnique) {
    Optional<GeneratorDeclaration> declared = catalogue.generator(call.id());
    return declared.isPresent()
        && declared.get().produces().contains(type.family())
        && takes(declared.get(), call.params())
        && catalogue.check(call, type).isEmpty()
        && (!isUnique || catalogue.valueSpace(call, type, false).isPresent());
  }

  private static boolean takes(GeneratorDeclaration generator, Parameters params) {
    return params.values().keySet().stream()
        .allMatch(name -> generator.parameter(name).isPresent());
  }
}
