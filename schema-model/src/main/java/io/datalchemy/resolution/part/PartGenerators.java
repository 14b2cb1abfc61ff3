package io.datalchemy.resolution.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.ColumnType.ElementType;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.CompositeType.Attribute;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.RangeType;
import io.datalchemy.select.GeneratorChoice;
import io.datalchemy.select.GeneratorSelector;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the generators of elements, fields and the ends of ranges: a field's by its name, as a
 * column's, and all within the CHECKs of the domains that they are of.
 */
public final class PartGenerators {
  private static final String ARRAY = "primitive.array";
  private static final String COMPOSITE = "primitive.composite";
  private static final String RANGE = "primitive.range";
  private static final String ELEMENT = "element";
  private static final String FIELDS = "fields";

  private final DatabaseSchema schema;
  private final GeneratorSelector selector;
  private final DomainValues domains;

  /**
   * Chooses for the types of a schema.
   *
   * @param asOf the day that stands for today
   */
  public PartGenerators(DatabaseSchema schema, GeneratorCatalogue catalogue, LocalDate asOf) {
    this.schema = schema;
    this.selector = new GeneratorSelector(schema, catalogue, asOf);
    this.domains = new DomainValues(catalogue, asOf);
  }

  /**
   * The call with the generators of its parts, where it makes values with parts and does not name
   * them itself.
   *
   * @return empty if there is no generator for a part
   */
  public Optional<GeneratorCall> complete(GeneratorCall call, ColumnType type) {
    ColumnType base = base(type);
    return switch (call.id()) {
      case ARRAY ->
          base.element().flatMap(element -> withElement(call, elementType(base, element)));
      case COMPOSITE ->
          schema
              .compositeType(base.udtSchema(), base.udtName())
              .flatMap(composite -> withFields(call, composite));
      case RANGE ->
          rangeType(base)
              .map(range -> withElement(call, range.subtype()))
              .orElse(Optional.of(call));
      default -> Optional.of(call);
    };
  }

  private Optional<GeneratorCall> withElement(GeneratorCall call, ColumnType element) {
    if (call.params().has(ELEMENT) || isPlain(element)) {
      return Optional.of(call);
    }
    return part(element.udtName(), List.of(new Attribute(element.udtName(), element)), 0)
        .map(part -> call.withParams(call.params().with(ELEMENT, json(part))));
  }

  private Optional<GeneratorCall> withFields(GeneratorCall call, CompositeType composite) {
    if (call.params().has(FIELDS)) {
      return Optional.of(call);
    }
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < composite.attributes().size(); i++) {
      Optional<GeneratorCall> part = part(composite.name(), composite.attributes(), i);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      fields.add(json(part.get()));
    }
    return Optional.of(call.withParams(call.params().with(FIELDS, fields)));
  }

  /** Built-in types and enums: their generator needs no telling. */
  private boolean isPlain(ColumnType type) {
    return (type.isBuiltIn() && type.element().isEmpty())
        || schema.enumType(type.udtSchema(), type.udtName()).isPresent();
  }

  /** What fills one of the fields: chosen as for a column of a table with the others. */
  private Optional<GeneratorCall> part(String owner, List<Attribute> fields, int place) {
    Table table = table(owner, fields);
    Column column = table.columns().get(place);
    ValueType type = ValueTypes.of(column.columnType(), schema);
    List<Domain> chain = schema.domains(column.columnType()).toList();
    return selector
        .select(table, column, type)
        .filter(choice -> readsNoColumn(choice.call()))
        .or(() -> selector.byType(table, column, type))
        .map(GeneratorChoice::call)
        .flatMap(call -> complete(call, column.columnType()))
        .flatMap(call -> domains.within(chain, type, call));
  }

  private static boolean readsNoColumn(GeneratorCall call) {
    return !call.params().has("input_columns");
  }

  private static Table table(String name, List<Attribute> fields) {
    List<Column> columns =
        java.util.stream.IntStream.range(0, fields.size())
            .mapToObj(i -> column(i + 1, fields.get(i)))
            .toList();
    return new Table(
        name,
        TableKind.TABLE,
        Optional.empty(),
        columns,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Column column(int position, Attribute field) {
    return new Column(
        position,
        field.name(),
        field.columnType(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ColumnType base(ColumnType type) {
    return schema.domains(type).reduce((first, last) -> last).map(Domain::baseType).orElse(type);
  }

  private Optional<RangeType> rangeType(ColumnType type) {
    return schema.rangeTypes().stream()
        .filter(range -> range.schema().equals(type.udtSchema()))
        .filter(
            range ->
                range.name().equals(type.udtName())
                    || range.multirangeName().filter(type.udtName()::equals).isPresent())
        .findFirst();
  }

  /** An array's element, with the limits that are declared for the array. */
  private static ColumnType elementType(ColumnType array, ElementType element) {
    return new ColumnType(
        array.dataType().replaceFirst("(\\[\\])+$", ""),
        element.udtSchema(),
        element.udtName(),
        array.characterMaxLength(),
        array.numericPrecision(),
        array.numericScale(),
        array.datetimePrecision(),
        array.collation(),
        Optional.empty());
  }

  private static JsonNode json(GeneratorCall call) {
    if (call.params().values().isEmpty() && call.locale().isEmpty()) {
      return JsonNodeFactory.instance.textNode(call.id());
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", call.id());
    call.locale().ifPresent(locale -> node.put("locale", locale));
    ObjectNode params = node.putObject("params");
    call.params().values().forEach(params::set);
    return node;
  }
}
